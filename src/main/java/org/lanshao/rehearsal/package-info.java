/** A form being filled: the session, its events and the pure turn function. */
@NullMarked
package org.lanshao.rehearsal;

import org.jspecify.annotations.NullMarked;
