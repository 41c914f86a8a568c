/** Claims committed outgoing rows, sends them and settles what became of them. */
@NullMarked
package org.lanshao.outbox;

import org.jspecify.annotations.NullMarked;
