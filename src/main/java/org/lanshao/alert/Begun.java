package org.lanshao.alert;

import java.time.Instant;

/**
 * What of an alert never changes.
 *
 * @param number as people see it: E7
 * @param reporter who raised it
 * @param at when
 * @param plan by which it climbs
 * @param practice whether it is practice, which stays in the station and counts nowhere
 */
public record Begun(String number, Reporter reporter, Instant at, Plan plan, boolean practice) {}
