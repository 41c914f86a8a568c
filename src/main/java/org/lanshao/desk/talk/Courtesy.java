package org.lanshao.desk.talk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When the desk may speak first.
 *
 * @param quietFrom from then on it says nothing unasked
 * @param quietTo until then; the same time as {@code quietFrom} for no quiet hours
 * @param reminders when it reminds of what was left open the day before
 * @param days when stations are asked for their day while a campaign holds
 * @param keepDrafts how long a draft that was put aside is kept
 * @param overdue so many days after a matter was to be followed whoever is next above hears of it
 * @param again so many days after that again, until somebody follows it
 * @param reports so many days after they got numbers people are told when corrections move them
 */
public record Courtesy(
    LocalTime quietFrom,
    LocalTime quietTo,
    LocalTime reminders,
    LocalTime days,
    Duration keepDrafts,
    int overdue,
    int again,
    int reports) {
  /**
   * Nothing from 22:00 to 07:00; reminders at 08:30; the day is asked for at 19:30; drafts are kept
   * for 30 days; what is overdue is told the day after, and then each week; numbers that people got
   * are watched for 90 days: older ones are in print.
   */
  public static final Courtesy USUAL =
      new Courtesy(
          LocalTime.of(22, 0),
          LocalTime.of(7, 0),
          LocalTime.of(8, 30),
          LocalTime.of(19, 30),
          Duration.ofDays(30),
          1,
          7,
          90);

  /** Whether a matter is told so many days after the day on which it was to be followed. */
  public boolean isTold(long days) {
    return days == 0 || (days >= overdue && (days - overdue) % again == 0);
  }

  /** This moment, or the end of the quiet hours that it lies in. */
  public Instant calm(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    LocalTime time = local.toLocalTime();
    boolean early = time.isBefore(quietTo);
    boolean late = !time.isBefore(quietFrom);
    boolean overnight = quietTo.isBefore(quietFrom);
    if (overnight ? !early && !late : !early || !late) {
      return at;
    }
    var day = overnight && late ? local.toLocalDate().plusDays(1) : local.toLocalDate();
    return day.atTime(quietTo).atZone(zone).toInstant();
  }

  /** The next morning's time for reminders. */
  public Instant nextMorning(Instant at, ZoneId zone) {
    var day = at.atZone(zone).toLocalDate().plusDays(1);
    return calm(day.atTime(reminders).atZone(zone).toInstant(), zone);
  }
}
