/**
 * What the time of the year brings: seasons and their declaration, the calendar, reminders to
 * groups and what of them was passed on to parents, shelters and who is not home yet.
 */
@NullMarked
package org.lanshao.desk.season;

import org.jspecify.annotations.NullMarked;
