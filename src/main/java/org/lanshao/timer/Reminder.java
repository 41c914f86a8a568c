package org.lanshao.timer;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lanshao.desk.season.ReminderPost;
import org.lanshao.desk.talk.Courtesy;
import org.lanshao.rounds.Rounds;
import org.lanshao.rounds.Work;
import org.lanshao.season.Due;
import org.lanshao.season.Reminders;
import org.lanshao.season.Schedule;
import org.lanshao.season.Seasons;
import org.lanshao.season.Slot;
import org.lanshao.season.Timetable;
import org.lanshao.turn.Reminding;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends routine reminders when their slots have come. How far each schedule is stands in the
 * database, so that a slot has one effect whoever looks, and whoever was down knows what it missed.
 * Nothing goes out in quiet hours.
 */
public final class Reminder implements Work, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reminder.class);

  private final Reminding reminding;
  private final Reminders reminders;
  private final ReminderPost post;
  private final Courtesy courtesy;
  private final Clock clock;
  private final Rounds rounds;

  /**
   * It does nothing until it is started.
   *
   * @param clock by which slots come, in the zone whose days are meant
   */
  public Reminder(
      Reminding reminding, Reminders reminders, ReminderPost post, Courtesy courtesy, Clock clock) {
    this.reminding = reminding;
    this.reminders = reminders;
    this.post = post;
    this.courtesy = courtesy;
    this.clock = clock;
    this.rounds = new Rounds("reminder", 1, this, clock);
  }

  /** Begins to look. */
  public void start() {
    if (!reminders.schedules().isEmpty()) {
      rounds.start();
    }
  }

  /** Looks for due slots now, also when the clock was moved. Any thread may call it. */
  public void wake() {
    rounds.wake();
  }

  /** What is due of a schedule. */
  private record Round(Schedule schedule, Due due) {}

  @Override
  public int begin(int room) throws Unavailable {
    var now = clock.instant();
    if (!courtesy.calm(now, zone()).equals(now)) {
      return 0;
    }
    var timetable = timetable();
    var due = due(timetable, now);
    for (Round round : due) {
      remind(round, timetable.seasons(), now);
    }
    return due.size();
  }

  /** What came first goes first, and of two at the same time the upper one in the file. */
  private List<Round> due(Timetable timetable, Instant now) throws Unavailable {
    var done = done(now);
    var due = new ArrayList<Round>();
    for (Schedule schedule : reminders.schedules()) {
      var slots = timetable.between(schedule, done(done, schedule), now);
      Due.of(slots, at -> courtesy.calm(at, zone()), now)
          .ifPresent(found -> due.add(new Round(schedule, found)));
    }
    due.sort(Comparator.comparing(round -> round.due().last()));
    return due;
  }

  private void remind(Round round, Seasons seasons, Instant now) throws Unavailable {
    Optional<Slot> goes = round.due().goes();
    var letters =
        goes.isPresent() ? post.letters(goes.get(), seasons) : List.<Reminding.Letter>of();
    var day = now.atZone(zone()).toLocalDate();
    boolean first =
        reminding.remind(
            new Reminding.Round(
                round.schedule().id(), round.due().last(), day, reminders.most(), letters));
    if (first) {
      LOG.atInfo()
          .addKeyValue("schedule", round.schedule().id())
          .addKeyValue("slot", round.due().last())
          .addKeyValue("missed", goes.isEmpty())
          .addKeyValue("recipients", letters.size())
          .log("reminder");
    }
  }

  @Override
  public Optional<Instant> next() throws Unavailable {
    var now = clock.instant();
    var done = done(now);
    var timetable = timetable();
    return reminders.schedules().stream()
        .flatMap(schedule -> timetable.next(schedule, done(done, schedule)).stream())
        .map(slot -> courtesy.calm(slot.at().isAfter(now) ? slot.at() : now, zone()))
        .min(Comparator.naturalOrder());
  }

  private Map<String, Instant> done(Instant now) throws Unavailable {
    return reminding.done(reminders.schedules().stream().map(Schedule::id).toList(), now);
  }

  private static Instant done(Map<String, Instant> done, Schedule schedule) {
    return Objects.requireNonNull(done.get(schedule.id()), "entered with the others");
  }

  private Timetable timetable() throws Unavailable {
    return new Timetable(
        reminders.seasons().with(reminding.declared()), reminders.workdays(), zone());
  }

  private ZoneId zone() {
    return clock.getZone();
  }

  @Override
  public void close() {
    rounds.close();
  }
}
