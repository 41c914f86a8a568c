/**
 * Seasons, the calendar of workdays, and the reminders that go out by them: which slots a schedule
 * has, whom it is for and what it says. No input or output, clock or thread.
 */
@NullMarked
package org.lanshao.season;

import org.jspecify.annotations.NullMarked;
