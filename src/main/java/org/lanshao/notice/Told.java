package org.lanshao.notice;

import java.time.Instant;

/**
 * What a station was told.
 *
 * @param number of the notice
 * @param at when
 * @param inForce whether it still holds
 */
public record Told(String number, String kind, Level level, Instant at, boolean inForce) {}
