/**
 * Campaigns at the desk: begun and ended by hand or by notices, their lists of households, and how
 * soon stations made their first visit.
 */
@NullMarked
package org.lanshao.desk.campaign;

import org.jspecify.annotations.NullMarked;
