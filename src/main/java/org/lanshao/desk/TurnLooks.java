package org.lanshao.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lanshao.desk.alert.Emergencies;
import org.lanshao.desk.alert.FirstSay;
import org.lanshao.desk.matter.Reminders;
import org.lanshao.desk.notice.NoticeLook;
import org.lanshao.desk.notice.NoticeSheet;
import org.lanshao.desk.report.ReportWatch;
import org.lanshao.desk.season.Homeward;
import org.lanshao.desk.talk.AlertNumbers;
import org.lanshao.desk.talk.Coming;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Effect;
import org.lanshao.desk.talk.Failures;
import org.lanshao.desk.talk.Listening;
import org.lanshao.desk.talk.Talk;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.message.ChannelName;
import org.lanshao.message.ChannelTraits;
import org.lanshao.message.Content;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Inbound;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.TimerMove;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Unavailable;

/** Takes the turns that due timers of a conversation cause. */
final class TurnLooks {
  private final TurnWriting writing;
  private final Listening listening;
  private final Routing routing;
  private final Watching watching;
  private final Emergencies emergencies;
  private final Reminders reminders;
  private final Homeward homeward;
  private final NoticeLook notices;
  private final ReportWatch reports;
  private final Directory directory;
  private final Function<ChannelName, ChannelTraits> channels;
  private final Clock clock;
  private final Supplier<UUID> ids;

  TurnLooks(TurnWriting writing, NoticeLook notices, TurnParts parts) {
    var surroundings = parts.surroundings();
    this.writing = writing;
    this.listening = parts.listening();
    this.routing = parts.routing();
    this.watching = parts.watching();
    this.emergencies = parts.emergencies();
    this.reminders = parts.reminders();
    this.homeward = parts.homeward();
    this.notices = notices;
    this.reports = new ReportWatch(parts.facts(), surroundings);
    this.directory = surroundings.directory();
    this.channels = surroundings.channels();
    this.clock = surroundings.clock();
    this.ids = surroundings.ids();
  }

  /** A turn, or what becomes of timers without one. */
  record Looked(Optional<Taken> taken, List<TimerMove> moves) {}

  /**
   * What follows from due timers of a conversation.
   *
   * @param heard when its person last said something
   * @return the turn that is taken for them; or only what becomes of them
   */
  Looked look(List<Timers.Due> dues, Talk talk, Instant heard) throws Unavailable {
    try {
      return unguarded(dues, talk, heard);
    } catch (RuntimeException e) {
      Failures.log(ids.get().toString().substring(24), e);
      var id = dues.getFirst().conversation();
      boolean alert = AlertNumbers.isOwn(id) || NoticeSheet.isOwn(id);
      return new Looked(
          Optional.empty(), alert ? emergencies.watching().later(dues) : watching.later(dues));
    }
  }

  private Looked unguarded(List<Timers.Due> dues, Talk talk, Instant heard) throws Unavailable {
    ConversationId id = dues.getFirst().conversation();
    var inbound =
        new Inbound(
            id.channel(),
            dues.getFirst().messageId(),
            id.chat(),
            id.account(),
            new Content.Due(),
            clock.instant());
    if (AlertNumbers.isOwn(id)) {
      return own(inbound, talk, emergencies.watching().look(dues, inbound.receivedAt()));
    }
    if (Reminders.isOwn(id)) {
      return own(inbound, talk, reminders.look(dues));
    }
    if (ReportWatch.isOwn(id)) {
      return new Looked(Optional.empty(), reports.look(dues));
    }
    if (Homeward.isOwn(id)) {
      return own(inbound, talk, homeward.look(dues));
    }
    if (NoticeSheet.isOwn(id)) {
      return own(inbound, talk, notices.look(dues, inbound.receivedAt()));
    }
    var speaker = directory.speaker(channels.apply(id.channel()).kind(), id.account());
    if (speaker.isEmpty()) {
      return new Looked(Optional.empty(), dues.stream().map(TimerMove::done).toList());
    }
    var coming = new Coming(inbound, speaker, talk, LocalDate.now(clock));
    if (dues.stream().anyMatch(due -> due.kind() == NewTimer.Kind.ALERT)) {
      return rest(dues, coming, speaker.get());
    }
    var aside =
        dues.stream()
            .filter(due -> due.kind() == NewTimer.Kind.ASIDE)
            .min(Comparator.comparing(Timers.Due::since));
    if (aside.isPresent()) {
      return goOn(aside.get(), dues, coming, speaker.get());
    }
    var context = routing.speech().context(listening.heard("", coming, speaker.get()));
    var decision = watching.look(dues, coming, heard, context);
    return decision.isSilent()
        ? new Looked(Optional.empty(), decision.moves())
        : new Looked(
            Optional.of(
                writing.turn(coming, new Course(FirstSay.NOTHING, decision), "", reply -> false)),
            List.of());
  }

  /** The form that asks for the rest of an alert opens; all else that is due comes next. */
  private Looked rest(List<Timers.Due> dues, Coming coming, Person speaker) throws Unavailable {
    var others = dues.stream().filter(due -> due.kind() != NewTimer.Kind.ALERT).toList();
    var moves = new ArrayList<>(watching.next(others));
    dues.stream()
        .filter(due -> due.kind() == NewTimer.Kind.ALERT)
        .map(TimerMove::done)
        .forEach(moves::add);
    var alert = emergencies.aside().last(speaker.id());
    if (alert.isEmpty()) {
      return new Looked(Optional.empty(), moves);
    }
    var heard = listening.heard(emergencies.aside().words(alert.get()), coming, speaker);
    var opened = routing.rest(heard, alert.get());
    var decision = opened.with(moves, Effect.Move::new);
    var course = new Course(FirstSay.NOTHING, decision);
    return new Looked(Optional.of(writing.turn(coming, course, "", reply -> false)), List.of());
  }

  /** What was said in a group is answered here; all else that is due comes next. */
  private Looked goOn(Timers.Due due, List<Timers.Due> dues, Coming coming, Person speaker)
      throws Unavailable {
    var moves = new ArrayList<>(watching.next(dues.stream().filter(d -> !d.equals(due)).toList()));
    moves.add(TimerMove.done(due));
    var words = routing.asides().words(due, speaker);
    var answer =
        words.isEmpty()
            ? Optional.<Decision>empty()
            : routing.aside(listening.heard(words.get(), coming, speaker));
    if (answer.isEmpty()) {
      return new Looked(Optional.empty(), moves);
    }
    var course = new Course(FirstSay.NOTHING, answer.get().with(moves, Effect.Move::new));
    return new Looked(Optional.of(writing.turn(coming, course, "", reply -> false)), List.of());
  }

  /** A look at an alert, a notice, or what is to be followed: a turn in a talk of its own. */
  private Looked own(Inbound inbound, Talk talk, Decision decision) throws Unavailable {
    return decision.isSilent()
        ? new Looked(Optional.empty(), decision.moves())
        : new Looked(Optional.of(writing.own(inbound, talk, decision)), List.of());
  }
}
