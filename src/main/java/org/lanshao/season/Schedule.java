package org.lanshao.season;

import java.time.Duration;

/**
 * A reminder that goes out again and again.
 *
 * @param id as the file calls it, unique for ever: what went out is kept by it
 * @param title what people see in the calendar
 * @param topic what it is about, such as 防溺水: the topic of what is recorded when it is passed on
 * @param times when on its days
 * @param days on which days
 * @param holds while what is so
 * @param to whom it is for
 * @param text the id of its text
 * @param missed what becomes of slots at which no server ran
 * @param expires so long after it was written it is of no use
 */
public record Schedule(
    String id,
    String title,
    String topic,
    Cron times,
    Days days,
    While holds,
    Audience to,
    String text,
    Missed missed,
    Duration expires) {
  /** What becomes of slots at which no server ran. */
  public enum Missed {
    /** Nothing. */
    SKIP("skip"),
    /** One catch-up for all of them together. */
    ONCE("once");

    private final String word;

    Missed(String word) {
      this.word = word;
    }

    /** The word for it in the file. */
    public String word() {
      return word;
    }
  }
}
