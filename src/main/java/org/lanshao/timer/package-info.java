/** Due work becomes turns: what has a stored time is looked at when that time has come. */
@NullMarked
package org.lanshao.timer;

import org.jspecify.annotations.NullMarked;
