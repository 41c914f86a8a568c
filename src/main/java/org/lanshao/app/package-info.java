/** Settings, wiring, start and stop order, the command line. */
@NullMarked
package org.lanshao.app;

import org.jspecify.annotations.NullMarked;
