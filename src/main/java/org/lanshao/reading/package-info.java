/** What people type, read as typed values: numbers, choices, places, ranges of days. Pure. */
@NullMarked
package org.lanshao.reading;

import org.jspecify.annotations.NullMarked;
