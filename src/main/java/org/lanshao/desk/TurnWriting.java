package org.lanshao.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lanshao.dialogue.Event;
import org.lanshao.directory.Person;
import org.lanshao.form.Media;
import org.lanshao.message.ChannelName;
import org.lanshao.message.ChannelTraits;
import org.lanshao.message.Content;
import org.lanshao.message.Inbound;
import org.lanshao.message.Reply;
import org.lanshao.people.Outcome.Deed;
import org.lanshao.turn.Changes;
import org.lanshao.turn.ChangesBuilder;
import org.lanshao.turn.EventJson;
import org.lanshao.turn.InputJson;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewTurn;
import org.lanshao.turn.ReplyJson;
import org.lanshao.turn.Unavailable;

/** Writes one turn: all that follows from what was decided, as one value. */
final class TurnWriting {
  private final Filings filings;
  private final Pending pending;
  private final Watching watching;
  private final Emergencies emergencies;
  private final Reminders reminders;
  private final Homeward homeward;
  private final ReportWatch reports;
  private final Listening listening;
  private final Asides asides;
  private final Buttons buttons;
  private final Replies replies;
  private final Deeds deeds;
  private final DutyForms duties;
  private final Enrolling enrolling;
  private final CampaignFollowing campaigns;
  private final Definitions definitions;
  private final Surroundings surroundings;
  private final Function<ChannelName, ChannelTraits> channels;
  private final Clock clock;

  TurnWriting(TurnParts parts) {
    this.surroundings = parts.surroundings();
    this.filings = parts.filings();
    this.pending = parts.pending();
    this.watching = parts.watching();
    this.emergencies = parts.emergencies();
    this.reminders = parts.reminders();
    this.homeward = parts.homeward();
    this.reports = new ReportWatch(parts.facts(), surroundings);
    this.listening = parts.listening();
    this.asides = parts.routing().asides();
    this.buttons = new Buttons(parts.routing());
    this.replies = new Replies(surroundings);
    this.deeds = new Deeds(surroundings);
    this.duties = new DutyForms(surroundings);
    this.enrolling = new Enrolling(surroundings);
    this.campaigns = new CampaignFollowing(parts.facts(), surroundings);
    this.definitions = parts.definitions();
    this.channels = surroundings.channels();
    this.clock = surroundings.clock();
  }

  /**
   * A turn that somebody speaks in, or that is taken for timers of their own.
   *
   * @param error the code of a fault; empty if there was none
   * @param inResponse whether a reply can be given in the response to the message
   */
  Taken turn(Coming coming, Course course, String error, Predicate<Reply> inResponse)
      throws Unavailable {
    var decision = course.decision();
    var filed = filings.of(coming, decision);
    var timed = watching.timed(filed.events());
    var greeted =
        greets(coming.inbound().content())
            ? Optional.of(coming.today())
            : Optional.<LocalDate>empty();
    Talk next = coming.talk().after(timed, greeted, definitions);
    var plain = new Reply(filed.reply().parts(), decision.reply().pressed());
    boolean practice = isPractice(coming, course, next);
    Reply marked = practice ? Practising.mark(plain, surroundings.words(coming)) : plain;
    Reply said = course.first().isQuestion() ? marked : bound(marked, coming, next);
    var alerted = emergencies.finish().finish(course.first(), coming, timed, next, said);
    var work = alerted.work().moved(decision.moves());
    var matters = new ArrayList<>(decision.matters());
    matters.addAll(alerted.matters());
    var notices = new ArrayList<>(filed.notices());
    notices.addAll(decision.outgoing());
    return write(
        coming,
        new Filings.Filed(timed, filed.filings(), notices, alerted.reply(), matters),
        work,
        decision,
        next.following(work.follows()),
        error,
        inResponse);
  }

  /** A turn that nobody speaks in: what is due of alerts, notices and reminders. */
  Taken own(Inbound inbound, Talk talk, AlertWork work, Decision decision) throws Unavailable {
    var coming = new Coming(inbound, Optional.empty(), talk, LocalDate.now(clock));
    var said = new Filings.Filed(List.of(), List.of(), List.of(), decision.reply());
    Talk next = talk.after(List.of(), Optional.empty(), definitions);
    return write(coming, said, work, decision, next, "", reply -> true);
  }

  private Taken write(
      Coming coming,
      Filings.Filed filed,
      AlertWork alert,
      Decision decision,
      Talk next,
      String error,
      Predicate<Reply> inResponse)
      throws Unavailable {
    boolean alarms = alert.changes().step().isPresent();
    Reply reply =
        Discretion.reply(
            filed.reply(), coming, alarms, decision.names(), surroundings.words(coming));
    var changes =
        Changes.of(row(coming, filed.events(), reply, next, error))
            .filings(filed.filings())
            .outgoing(discreet(filed.notices()))
            .ended(DayCommands.ended(filed.filings()))
            .matters(filed.matters())
            .again(decision.again())
            .dropped(dropped(coming, filed));
    add(alert, changes);
    add(decision.notices(), changes);
    changes.timers(homeward.timers(decision.notices()));
    addTimers(coming, filed, next, changes);
    decision
        .aside()
        .map(aside -> asides.timer(aside, coming))
        .ifPresent(timer -> changes.timers(List.of(timer)));
    addMedia(coming, filed, alert, next, changes);
    decision
        .deed()
        .or(() -> duties.deed(filed.filings()))
        .ifPresent(deed -> add(deed, coming, next, changes));
    var register = decision.filed().or(() -> enrolling.change(filed.filings(), coming));
    register.ifPresent(changes::register);
    changes.campaigns(campaigns.after(decision, register, coming.inbound().conversation()));
    decision.season().ifPresent(changes::season);
    boolean byOutbox = !inResponse.test(reply);
    if (byOutbox) {
      var rows = replies.outgoing(coming.inbound(), reply, next.seq(), clock.instant());
      changes.outgoing(discreet(rows));
    }
    return new Taken(changes.build(), next, reply, byOutbox);
  }

  private static List<NewOutgoing> discreet(List<NewOutgoing> rows) {
    return rows.stream().map(Discretion::outgoing).toList();
  }

  private static void add(AlertWork work, ChangesBuilder changes) {
    changes
        .alerts(work.changes())
        .outgoing(discreet(work.outgoing()))
        .timers(work.timers())
        .moves(work.moves())
        .ended(work.ended());
  }

  private static void add(NoticeWork work, ChangesBuilder changes) {
    changes
        .notices(work.changes())
        .outgoing(discreet(work.outgoing()))
        .timers(work.timers())
        .moves(work.moves())
        .ended(work.ended());
  }

  private void add(Deed deed, Coming coming, Talk next, ChangesBuilder changes) {
    changes
        .directory(deeds.change(deed, coming))
        .ended(deeds.ended(deed))
        .outgoing(discreet(deeds.notices(deed, coming, next.seq())))
        .timers(deeds.handovers(deed, coming.inbound()))
        .timers(watching.shifts(deed, coming.inbound().conversation()));
  }

  private void addTimers(Coming coming, Filings.Filed filed, Talk next, ChangesBuilder changes)
      throws Unavailable {
    var conversation = coming.inbound().conversation();
    changes
        .timers(watching.timers(filed.events(), next, conversation))
        .timers(pending.timers(filed.filings(), conversation))
        .timers(reminders.timers(filed.versions()))
        .timers(reports.timers(filed.filings()))
        .timers(watching.loose(coming.talk(), next, conversation));
  }

  private void addMedia(
      Coming coming, Filings.Filed filed, AlertWork alert, Talk next, ChangesBuilder changes) {
    var conversation = coming.inbound().conversation();
    Instant now = clock.instant();
    changes
        .media(SentMedia.of(filed.events(), conversation, next.seq(), now))
        .media(SentMedia.of(alert.changes(), conversation, next.seq(), now));
  }

  private static List<Media.Sent> dropped(Coming coming, Filings.Filed filed) {
    return filed.events().contains(new Event.Dropped())
        ? coming.talk().drafts().loose().sent()
        : List.of();
  }

  /**
   * An alert marks its own practice; the form that asks for its rest is not taken for another's.
   */
  private static boolean isPractice(Coming coming, Course course, Talk next) {
    var before = coming.talk().drafts().inHand();
    boolean goesOn = next.drafts().inHand().filter(Draft::isPractice).isPresent();
    return course.first().isNothing()
        && (Practising.isAbout(coming.words(), coming.talk())
            || (goesOn && before.flatMap(Draft::alert).isEmpty()));
  }

  /** Where choices become buttons, they know which question they answer. */
  private Reply bound(Reply reply, Coming coming, Talk next) throws Unavailable {
    var capabilities = channels.apply(coming.inbound().channel()).capabilities();
    if (coming.speaker().isEmpty() || capabilities.cards().isEmpty()) {
      return reply;
    }
    return buttons.bind(reply, listening.heard("", coming.in(next), coming.speaker().get()));
  }

  private static boolean greets(Content content) {
    return content instanceof Content.Entered || content instanceof Content.Joined;
  }

  private static NewTurn row(
      Coming coming, List<Event> events, Reply reply, Talk next, String error) {
    Inbound inbound = coming.inbound();
    return new NewTurn(
        inbound.conversation(),
        next.seq(),
        inbound.messageId(),
        inbound.receivedAt(),
        coming.speaker().map(Person::id),
        InputJson.write(inbound.content()),
        EventJson.write(events),
        ReplyJson.write(reply),
        next.draftFrom(),
        next.greeted(),
        error,
        next.snapshot());
  }
}
