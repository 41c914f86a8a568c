package org.lanshao.timer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lanshao.desk.talk.Courtesy;
import org.lanshao.rounds.Rounds;
import org.lanshao.rounds.Work;
import org.lanshao.turn.Reminding;
import org.lanshao.turn.Reminding.Letter;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks stations for their day, each day at the hour for it. That it was done stands in the
 * database, so that of several nodes one asks; whoever was down at that hour asks later on the same
 * day, and not on the next. Nothing goes out in quiet hours.
 */
public final class DayCaller implements Work, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DayCaller.class);

  /** Beside the ids of schedules, which hold no colon. */
  private static final String ID = "day:call";

  private final Reminding reminding;
  private final Letters letters;
  private final Courtesy courtesy;
  private final Clock clock;
  private final Rounds rounds;

  /** Writes what goes out. */
  public interface Letters {
    /** To all who are to be asked at this moment; none where nobody is. */
    List<Letter> now() throws Unavailable;
  }

  /**
   * It does nothing until it is started.
   *
   * @param clock by which days go, in the zone whose days are meant
   */
  public DayCaller(Reminding reminding, Letters letters, Courtesy courtesy, Clock clock) {
    this.reminding = reminding;
    this.letters = letters;
    this.courtesy = courtesy;
    this.clock = clock;
    this.rounds = new Rounds("day caller", 1, this, clock);
  }

  /** Begins to look. */
  public void start() {
    rounds.start();
  }

  /** Looks now, also when the clock was moved. Any thread may call it. */
  public void wake() {
    rounds.wake();
  }

  @Override
  public int begin(int room) throws Unavailable {
    var now = clock.instant();
    var today = today(now);
    var hour = hour(today);
    boolean isDue = !now.isBefore(hour) && done(now).isBefore(hour);
    return isDue && courtesy.calm(now, zone()).equals(now) && ask(today, hour) ? 1 : 0;
  }

  private boolean ask(LocalDate today, Instant hour) throws Unavailable {
    var all = letters.now();
    boolean first = reminding.remind(new Reminding.Round(ID, hour, today, 1, all));
    if (first) {
      LOG.atInfo().addKeyValue("stations", all.size()).log("asked for the day");
    }
    return first;
  }

  @Override
  public Optional<Instant> next() throws Unavailable {
    var now = clock.instant();
    var today = today(now);
    boolean isLeft = done(now).isBefore(hour(today));
    var soonest = isLeft ? hour(today) : hour(today.plusDays(1));
    return Optional.of(courtesy.calm(soonest.isAfter(now) ? soonest : now, zone()));
  }

  private Instant done(Instant now) throws Unavailable {
    return Objects.requireNonNull(reminding.done(List.of(ID), now).get(ID), "entered");
  }

  private LocalDate today(Instant now) {
    return now.atZone(zone()).toLocalDate();
  }

  private Instant hour(LocalDate day) {
    return day.atTime(courtesy.days()).atZone(zone()).toInstant();
  }

  private ZoneId zone() {
    return clock.getZone();
  }

  @Override
  public void close() {
    rounds.close();
  }
}
