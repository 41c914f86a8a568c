/** All that one turn writes, as one value, and the ports through which it is written and read. */
@NullMarked
package org.lanshao.turn;

import org.jspecify.annotations.NullMarked;
