/**
 * The days of stations: what their heads tell of a day, how it is counted, who is asked for it and
 * who has not told.
 */
@NullMarked
package org.lanshao.desk.day;

import org.jspecify.annotations.NullMarked;
