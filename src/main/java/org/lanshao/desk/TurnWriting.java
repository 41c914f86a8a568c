package org.lanshao.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lanshao.desk.alert.Emergencies;
import org.lanshao.desk.campaign.CampaignFollowing;
import org.lanshao.desk.day.DayNudges;
import org.lanshao.desk.filing.Filings;
import org.lanshao.desk.filing.Pending;
import org.lanshao.desk.matter.Reminders;
import org.lanshao.desk.people.Deeds;
import org.lanshao.desk.people.DutyForms;
import org.lanshao.desk.register.Enrolling;
import org.lanshao.desk.report.ReportWatch;
import org.lanshao.desk.season.Homeward;
import org.lanshao.desk.talk.Asides;
import org.lanshao.desk.talk.Coming;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Definitions;
import org.lanshao.desk.talk.Draft;
import org.lanshao.desk.talk.Effect;
import org.lanshao.desk.talk.Listening;
import org.lanshao.desk.talk.Replies;
import org.lanshao.desk.talk.SentMedia;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.desk.talk.Talk;
import org.lanshao.dialogue.Event;
import org.lanshao.directory.Person;
import org.lanshao.form.Media;
import org.lanshao.message.ChannelName;
import org.lanshao.message.ChannelTraits;
import org.lanshao.message.Content;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Inbound;
import org.lanshao.message.Reply;
import org.lanshao.people.Outcome.Deed;
import org.lanshao.record.Matter;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Changes.Filing;
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
    this.enrolling = parts.enrolling();
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
    var effects = new ArrayList<>(alerted.decision().effects());
    effects.addAll(decision.effects());
    if (!filed.filings().isEmpty()) {
      effects.addAll(ofRecords(filed.filings(), effects, coming));
    }
    return write(
        coming,
        new Filings.Filed(timed, filed.filings(), filed.notices(), alerted.decision().reply()),
        effects,
        next.following(alerted.follows()),
        error,
        inResponse);
  }

  /** A turn that nobody speaks in: what is due of alerts, notices and reminders. */
  Taken own(Inbound inbound, Talk talk, Decision decision) throws Unavailable {
    var coming = new Coming(inbound, Optional.empty(), talk, LocalDate.now(clock));
    var said = Filings.Filed.nothing(List.of(), decision.reply());
    Talk next = talk.after(List.of(), Optional.empty(), definitions);
    return write(coming, said, decision.effects(), next, "", reply -> true);
  }

  /** What records do to duty and the register, unless the turn does something to them anyway. */
  private List<Effect> ofRecords(List<Filing> filings, List<Effect> done, Coming coming) {
    var effects = new ArrayList<Effect>();
    if (Effect.only(Effect.Do.class, done).findAny().isEmpty()) {
      duties.deed(filings).map(Effect.Do::new).ifPresent(effects::add);
    }
    if (Effect.only(Effect.File.class, done).findAny().isEmpty()) {
      enrolling.change(filings, coming).map(Effect.File::new).ifPresent(effects::add);
    }
    return effects;
  }

  private Taken write(
      Coming coming,
      Filings.Filed filed,
      List<Effect> effects,
      Talk next,
      String error,
      Predicate<Reply> inResponse)
      throws Unavailable {
    Reply reply = Discretion.reply(filed.reply(), coming, effects, surroundings.words(coming));
    var changes =
        Changes.of(row(coming, filed.events(), reply, next, error))
            .filings(filed.filings())
            .outgoing(discreet(filed.notices()))
            .media(SentMedia.of(filed.events(), id(coming), next.seq(), clock.instant()))
            .dropped(dropped(coming, filed));
    addTimers(coming, filed, next, changes);
    if (!filed.filings().isEmpty()) {
      addFilings(filed.filings(), id(coming), changes);
    }
    for (Effect effect : effects) {
      add(effect, coming, next, changes);
    }
    boolean byOutbox = !inResponse.test(reply);
    if (byOutbox) {
      var rows = replies.outgoing(coming.inbound(), reply, next.seq(), clock.instant());
      changes.outgoing(discreet(rows));
    }
    return new Taken(changes.build(), next, reply, byOutbox);
  }

  private void add(Effect effect, Coming coming, Talk next, ChangesBuilder changes)
      throws Unavailable {
    switch (effect) {
      case Effect.Send(var row) -> changes.outgoing(discreet(List.of(row)));
      case Effect.SendAgain(long number) -> changes.again(List.of(number));
      case Effect.End(var cause) -> changes.ended(List.of(cause));
      case Effect.Wake(var timer) -> changes.timers(List.of(timer));
      case Effect.Move(var move) -> changes.moves(List.of(move));
      case Effect.Keep(var version) ->
          changes.matters(List.of(version)).timers(reminders.timers(List.of(version)));
      case Effect.File(var change) -> changes.register(change).campaigns(campaigns.found(change));
      case Effect.Do(var deed) -> add(deed, coming, next, changes);
      case Effect.Declare(var declaration) -> changes.season(declaration);
      case Effect.Lead(var led) -> changes.campaigns(led);
      case Effect.Notify(var told) ->
          changes
              .notices(told)
              .timers(homeward.timers(told))
              .campaigns(campaigns.led(told, id(coming)));
      case Effect.Alarm(var alerts) ->
          changes
              .alerts(alerts)
              .media(SentMedia.of(alerts, id(coming), next.seq(), clock.instant()));
      case Effect.GoOn(var aside) -> changes.timers(List.of(asides.timer(aside, coming)));
    }
  }

  private static ConversationId id(Coming coming) {
    return coming.inbound().conversation();
  }

  private static List<NewOutgoing> discreet(List<NewOutgoing> rows) {
    return rows.isEmpty() ? rows : rows.stream().map(Discretion::outgoing).toList();
  }

  private void add(Deed deed, Coming coming, Talk next, ChangesBuilder changes) {
    changes
        .directory(deeds.change(deed, coming))
        .ended(deeds.ended(deed))
        .outgoing(discreet(deeds.notices(deed, coming, next.seq())))
        .timers(deeds.handovers(deed, coming.inbound()))
        .timers(watching.shifts(deed, id(coming)));
  }

  private void addTimers(Coming coming, Filings.Filed filed, Talk next, ChangesBuilder changes) {
    var conversation = id(coming);
    changes
        .timers(watching.timers(filed.events(), next, conversation))
        .timers(watching.loose(coming.talk(), next, conversation));
  }

  private void addFilings(List<Filing> filings, ConversationId conversation, ChangesBuilder changes)
      throws Unavailable {
    changes
        .ended(DayNudges.ended(filings))
        .timers(pending.timers(filings, conversation))
        .timers(reminders.timers(versions(filings)))
        .timers(reports.timers(filings));
  }

  private static List<Matter> versions(List<Filing> filings) {
    return filings.stream().flatMap(filing -> filing.matters().stream()).toList();
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
        && (coming.talk().isPractice(coming.words())
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
