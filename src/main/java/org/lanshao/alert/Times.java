package org.lanshao.alert;

import java.time.Duration;

/**
 * The time limits of an alert. The defaults are those of the work's own proposal, for no rule of
 * the city was found; {@code config/alerts.yaml} sets others, for a county too.
 *
 * @param ask how long a question whether it is an emergency waits for its answer
 * @param check when it is looked whether the messages of a wave have arrived
 * @param call when a reporter whom nobody helps is told whom to call
 * @param silent how long a reporter may be silent before those on duty hear what is missing
 * @param first the first report after somebody took over
 * @param follow every further report
 * @param remind how often a report that is late is asked for
 * @param last the final report, or the reason for closing, once the other is there
 */
public record Times(
    Duration ask,
    Duration check,
    Duration call,
    Duration silent,
    Duration first,
    Duration follow,
    Duration remind,
    Duration last) {
  /** What holds where nothing else is set. */
  public static final Times USUAL =
      new Times(
          Duration.ofMinutes(2),
          Duration.ofSeconds(45),
          Duration.ofMinutes(5),
          Duration.ofMinutes(3),
          Duration.ofMinutes(60),
          Duration.ofHours(2),
          Duration.ofMinutes(30),
          Duration.ofHours(24));
}
