package org.lanshao.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanshao.dialogue.Context;
import org.lanshao.dialogue.Event;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Reply;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.TimerMove;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Unavailable;

/** Sets a timer to every draft that is begun or taken up, and looks when it is due. */
final class Watching {
  private final Pending pending;
  private final SilenceClock silences;
  private final Clock clock;
  private final Supplier<UUID> ids;

  Watching(Pending pending, Surroundings surroundings) {
    this.pending = pending;
    this.clock = surroundings.clock();
    this.ids = surroundings.ids();
    this.silences = new SilenceClock(surroundings.courtesy(), clock.getZone());
  }

  /** These events, each draft that comes in hand with its timer. */
  List<Event> timed(List<Event> events) {
    var timed = new ArrayList<Event>();
    for (Event event : events) {
      timed.add(event);
      if (event instanceof Event.Started || event instanceof Event.Resumed) {
        timed.add(new Event.Timed(ids.get(), clock.instant()));
      }
    }
    return timed;
  }

  /** The timers that these events set; none for a draft that was over in the same turn. */
  List<NewTimer> timers(List<Event> events, Talk next, ConversationId conversation) {
    var timers = new ArrayList<NewTimer>();
    for (Event event : events) {
      if (event instanceof Event.Timed timed) {
        watched(timed, next)
            .map(draft -> silences.first(draft.session().form().silence(), timed.at()))
            .map(d -> new NewTimer(timed.timer(), NewTimer.Kind.DRAFT, conversation, d, timed.at()))
            .ifPresent(timers::add);
      }
    }
    return timers;
  }

  private static Optional<Draft> watched(Event.Timed timed, Talk talk) {
    return talk.drafts().open().stream()
        .filter(draft -> draft.isWatchedBy(timed.timer()))
        .findFirst();
  }

  /** These timers looked at again later: this look failed. */
  List<TimerMove> later(List<Timers.Due> dues) {
    return dues.stream()
        .map(due -> TimerMove.to(silences.below(due, clock.instant()), due))
        .toList();
  }

  /** What follows from timers that are due, all in one message. */
  Decision look(List<Timers.Due> dues, Turns.Coming coming, Instant heard, Context context)
      throws Unavailable {
    var sight =
        new Watch.Sight(
            coming.talk(), coming.inbound().chat(), heard, clock.instant(), silences, context);
    var drafts = new Watch(sight).look(of(NewTimer.Kind.DRAFT, dues));
    var records = of(NewTimer.Kind.PENDING, dues);
    if (records.isEmpty()) {
      return drafts;
    }
    var reminder = pending.reminder(coming.speaker().orElseThrow().id(), records);
    var moves = new ArrayList<>(drafts.moves());
    records.stream().map(TimerMove::done).forEach(moves::add);
    Reply reply = Speech.join(reminder.map(Reply::of).orElse(Reply.NONE), drafts.reply());
    return new Decision(drafts.events(), reply, moves);
  }

  private static List<Timers.Due> of(NewTimer.Kind kind, List<Timers.Due> dues) {
    return dues.stream().filter(due -> due.kind() == kind).toList();
  }
}
