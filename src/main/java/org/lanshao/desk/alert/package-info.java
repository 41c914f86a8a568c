/**
 * Emergencies at the desk: heard before anything else, raised, told level after level, taken over,
 * reported on and closed.
 */
@NullMarked
package org.lanshao.desk.alert;

import org.jspecify.annotations.NullMarked;
