/**
 * Emergencies: what first words raise, their life from the first report to the end, and the plan by
 * which they climb until somebody takes over. Pure.
 */
@NullMarked
package org.lanshao.alert;

import org.jspecify.annotations.NullMarked;
