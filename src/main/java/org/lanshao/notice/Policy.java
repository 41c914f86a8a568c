package org.lanshao.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When notices may go out.
 *
 * @param quietFrom from when on what is not urgent waits
 * @param quietTo until when; the same as {@code quietFrom}: it never waits
 * @param interval how soon after one another two warnings may go to a station
 */
public record Policy(LocalTime quietFrom, LocalTime quietTo, Duration interval) {
  /** What holds where nothing else is set. */
  public static final Policy USUAL =
      new Policy(LocalTime.of(22, 0), LocalTime.of(7, 0), Duration.ofMinutes(10));

  /** When the quiet hours around a moment end; empty when it is in none. */
  public Optional<Instant> quietEnd(ZonedDateTime now) {
    var time = now.toLocalTime();
    boolean late = !time.isBefore(quietFrom);
    boolean early = time.isBefore(quietTo);
    boolean quiet =
        quietFrom.isBefore(quietTo) ? late && early : !quietFrom.equals(quietTo) && (late || early);
    if (!quiet) {
      return Optional.empty();
    }
    var end = now.with(quietTo);
    return Optional.of((early ? end : end.plusDays(1)).toInstant());
  }
}
