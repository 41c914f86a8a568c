/** Going round: what is due is begun, as much as there is room for, and looked for again. */
@NullMarked
package org.lanshao.rounds;

import org.jspecify.annotations.NullMarked;
