package org.lanshao.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lanshao.desk.filing.Pending;
import org.lanshao.desk.people.Handing;
import org.lanshao.desk.talk.Coming;
import org.lanshao.desk.talk.Courtesy;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Draft;
import org.lanshao.desk.talk.Effect;
import org.lanshao.desk.talk.Loose;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.desk.talk.Talk;
import org.lanshao.dialogue.Context;
import org.lanshao.dialogue.Event;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Person;
import org.lanshao.directory.Shift;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Reply;
import org.lanshao.people.Outcome.Deed;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.TimerMove;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Unavailable;

/** Sets a timer to every draft that is begun or taken up, and looks when it is due. */
final class Watching {
  private final Pending pending;
  private final Handing handing;
  private final SilenceClock silences;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final Courtesy courtesy;

  Watching(Pending pending, Handing handing, Surroundings surroundings) {
    this.pending = pending;
    this.handing = handing;
    this.clock = surroundings.clock();
    this.ids = surroundings.ids();
    this.courtesy = surroundings.courtesy();
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

  /** The timers of the shifts that begin: they end by themselves. */
  List<NewTimer> shifts(Deed deed, ConversationId conversation) {
    var timers = new ArrayList<NewTimer>();
    for (Edit edit : deed.edits()) {
      if (edit instanceof Edit.Begin(Shift shift)) {
        var due = courtesy.calm(shift.until(), clock.getZone());
        timers.add(new NewTimer(ids.get(), NewTimer.Kind.DUTY, conversation, due, shift.from()));
      }
    }
    return timers;
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

  /** These timers looked at at once, in a turn of their own: this one belongs to another. */
  List<TimerMove> next(List<Timers.Due> dues) {
    return dues.stream()
        .map(due -> TimerMove.to(new TimerMove.Next(clock.instant(), due.since(), due.step()), due))
        .toList();
  }

  /** These timers looked at again later: this look failed. */
  List<TimerMove> later(List<Timers.Due> dues) {
    return dues.stream()
        .map(due -> TimerMove.to(silences.below(due, clock.instant()), due))
        .toList();
  }

  /** What follows from timers that are due, all in one message. */
  Decision look(List<Timers.Due> dues, Coming coming, Instant heard, Context context)
      throws Unavailable {
    var sight =
        new Watch.Sight(
            coming.talk(), coming.inbound().chat(), heard, clock.instant(), silences, context);
    var decision = new Watch(sight).look(of(NewTimer.Kind.DRAFT, dues));
    var records = of(NewTimer.Kind.PENDING, dues);
    var handovers = of(NewTimer.Kind.HANDOVER, dues);
    var shifts = of(NewTimer.Kind.DUTY, dues);
    if (!(records.isEmpty() && handovers.isEmpty() && shifts.isEmpty())) {
      Person person = coming.speaker().orElseThrow();
      var said = new ArrayList<String>();
      if (!records.isEmpty()) {
        pending.reminder(person.id(), records, context.wording()).ifPresent(said::add);
      }
      var handed = handing.look(handovers, shifts, person, context.wording());
      said.addAll(handed.said());
      var done =
          Stream.of(records, handovers, shifts).flatMap(List::stream).map(TimerMove::done).toList();
      Reply others = said.isEmpty() ? Reply.NONE : Reply.of(String.join("\n", said));
      decision =
          new Decision(handed.events(), others)
              .with(done, Effect.Move::new)
              .with(handed.matters(), Effect.Keep::new)
              .then(decision);
    }
    var loose = of(NewTimer.Kind.LOOSE, dues);
    return loose.isEmpty() ? decision : decision.then(unclaimed(loose, coming.talk(), context));
  }

  /** The end of pictures and files that nobody claimed, or another look later. */
  private Decision unclaimed(List<Timers.Due> dues, Talk talk, Context context) {
    var loose = talk.drafts().loose();
    var expired = Placing.expired(loose, clock.instant(), context.wording());
    var moves =
        dues.stream()
            .map(
                due ->
                    loose.isEmpty() || expired.isPresent()
                        ? TimerMove.done(due)
                        : TimerMove.to(new TimerMove.Next(end(loose), loose.at(), 0), due))
            .toList();
    return expired.orElseGet(Decision::nothing).with(moves, Effect.Move::new);
  }

  /** The timer of pictures and files that came while nothing was loose. */
  List<NewTimer> loose(Talk before, Talk next, ConversationId conversation) {
    var loose = next.drafts().loose();
    return before.drafts().loose().isEmpty() && !loose.isEmpty()
        ? List.of(
            new NewTimer(ids.get(), NewTimer.Kind.LOOSE, conversation, end(loose), clock.instant()))
        : List.of();
  }

  private Instant end(Loose loose) {
    return silences.courtesy().calm(loose.at().plus(Placing.PATIENCE), clock.getZone());
  }

  private static List<Timers.Due> of(NewTimer.Kind kind, List<Timers.Due> dues) {
    return dues.stream().filter(due -> due.kind() == kind).toList();
  }
}
