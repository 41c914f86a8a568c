package org.lanshao.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.lanshao.desk.talk.Courtesy;
import org.lanshao.form.Silence;
import org.lanshao.turn.TimerMove.Next;
import org.lanshao.turn.Timers.Due;

/** When a draft that nobody goes on with is looked at, and what is due then. */
record SilenceClock(Courtesy courtesy, ZoneId zone) {
  /** In a timer of a draft that is put aside, where another's step counts its reminders. */
  private static final int ASIDE = -1;

  /** After a reminder a person may have gone on and fallen silent again: look at least so often. */
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  /** What is due. */
  sealed interface Act {
    /** Nothing yet. */
    record Wait(Next next) implements Act {}

    /** A reminder. */
    record Nudge(Next next) implements Act {}

    /** The end of the silence, as the form says. */
    record End() implements Act {}
  }

  /** The first look at a draft that was begun or taken up just now. */
  Instant first(Silence silence, Instant now) {
    return moments(silence, now).getFirst();
  }

  /**
   * What is due for the draft in hand. Of several reminders that are due only one is sent, and none
   * when the end is due as well.
   *
   * @param heard when its person last said something
   */
  Act inHand(Silence silence, Instant heard, Due due, Instant now) {
    var moments = moments(silence, heard);
    int passed = (int) moments.stream().filter(moment -> !moment.isAfter(now)).count();
    if (passed == moments.size()) {
      return new Act.End();
    }
    int done = heard.equals(due.since()) ? Math.max(due.step(), 0) : 0;
    int step = Math.max(done, passed);
    Instant next = moments.get(step);
    Instant again = step == 0 ? next : earlier(next, courtesy.calm(now.plus(LOOK_AGAIN), zone));
    var look = new Next(again, heard, step);
    return passed > done ? new Act.Nudge(look) : new Act.Wait(look);
  }

  /** What is due for a draft that is put aside. */
  Act aside(Due due, Instant now) {
    if (due.step() != ASIDE) {
      return new Act.Wait(putAside(now));
    }
    Instant end = due.since().plus(courtesy.keepDrafts());
    return now.isBefore(end)
        ? new Act.Wait(new Next(courtesy.calm(end, zone), due.since(), ASIDE))
        : new Act.End();
  }

  /** The next look at a draft that is put aside now. */
  Next putAside(Instant now) {
    return new Next(courtesy.calm(now.plus(courtesy.keepDrafts()), zone), now, ASIDE);
  }

  /** The next look at a draft that waits below another. */
  Next below(Due due, Instant now) {
    return new Next(courtesy.calm(now.plus(LOOK_AGAIN), zone), due.since(), due.step());
  }

  /** The reminders and the end, each out of the quiet hours. */
  private List<Instant> moments(Silence silence, Instant since) {
    return java.util.stream.Stream.concat(
            silence.nudges().stream(), java.util.stream.Stream.of(silence.end()))
        .map(after -> courtesy.calm(since.plus(after), zone))
        .toList();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
