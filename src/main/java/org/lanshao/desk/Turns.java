package org.lanshao.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lanshao.command.CommandWords;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Input;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.form.Media;
import org.lanshao.form.Point;
import org.lanshao.form.Wording;
import org.lanshao.message.ChannelName;
import org.lanshao.message.ChannelTraits;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Inbound;
import org.lanshao.message.Reply;
import org.lanshao.people.Outcome.Deed;
import org.lanshao.turn.Changes;
import org.lanshao.turn.EventJson;
import org.lanshao.turn.Facts;
import org.lanshao.turn.InputJson;
import org.lanshao.turn.MediaRows.Settlement;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.NewTurn;
import org.lanshao.turn.ReplyJson;
import org.lanshao.turn.TimerMove;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one turn: who speaks, what it means, and all that it writes as one value. */
final class Turns {
  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  private final Listening listening;
  private final Routing routing;
  private final Buttons buttons;
  private final Filings filings;
  private final Replies replies;
  private final Pending pending;
  private final Watching watching;
  private final Staff staff;
  private final Deeds deeds;
  private final DutyForms duties;
  private final Enrolling enrolling;
  private final Emergencies emergencies;
  private final Reminders reminders;
  private final Definitions definitions;
  private final Directory directory;
  private final Function<ChannelName, ChannelTraits> channels;
  private final Wording wording;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final NoticeLook noticeLook;
  private final NoticeIntake warnings;

  private Turns(
      Listening listening,
      Routing routing,
      Filings filings,
      Pending pending,
      Watching watching,
      Staff staff,
      Emergencies emergencies,
      Reminders reminders,
      Definitions definitions,
      NoticeRoom notices,
      Surroundings surroundings) {
    this.noticeLook = new NoticeLook(notices);
    this.warnings = new NoticeIntake(notices);
    this.listening = listening;
    this.routing = routing;
    this.buttons = new Buttons(routing);
    this.filings = filings;
    this.definitions = definitions;
    this.directory = surroundings.directory();
    this.channels = surroundings.channels();
    this.wording = surroundings.wording();
    this.clock = surroundings.clock();
    this.ids = surroundings.ids();
    this.replies = new Replies(surroundings);
    this.pending = pending;
    this.watching = watching;
    this.staff = staff;
    this.deeds = new Deeds(surroundings);
    this.duties = new DutyForms(surroundings);
    this.enrolling = new Enrolling(surroundings);
    this.emergencies = emergencies;
    this.reminders = reminders;
  }

  static Turns of(Facts facts, Shelf shelf, Surroundings surroundings) {
    var commands = new CommandDesk(facts, shelf, surroundings);
    var work = new WorkInHand(facts, shelf, surroundings.clock());
    var staff = new Staff(facts, work, surroundings);
    var routing = new Routing(shelf, commands, staff, facts, surroundings);
    var listening = new Listening(facts, shelf, surroundings.directory());
    var pending = new Pending(facts, shelf, surroundings);
    var filings = new Filings(facts, shelf, pending, routing, listening, surroundings);
    var watching = new Watching(pending, new Handing(work, surroundings.directory()), surroundings);
    var emergencies = new Emergencies(facts, shelf, surroundings);
    var reminders = new Reminders(facts, shelf, surroundings);
    return new Turns(
        listening,
        routing,
        filings,
        pending,
        watching,
        staff,
        emergencies,
        reminders,
        shelf,
        new NoticeRoom(facts, surroundings),
        surroundings);
  }

  /** Whether a message raises an alert, whatever else is wrong. */
  boolean raises(Inbound inbound) {
    return emergencies.raises(inbound.content());
  }

  /** Those who were told of an alert get what came with it and is kept now. */
  List<NewOutgoing> kept(ConversationId conversation, Media.Sent sent, Settlement.Kept kept)
      throws Unavailable {
    return emergencies.media().kept(conversation, sent, kept);
  }

  /** The turn of a message; empty when nothing has to be said or kept. */
  Optional<Taken> take(Inbound inbound, Talk talk, Predicate<Reply> inResponse) throws Unavailable {
    if (NoticeIntake.isOwn(inbound.conversation())
        && inbound.content() instanceof Content.Text(String document)) {
      return Optional.of(own(inbound, talk, warnings.take(document)));
    }
    var speaker = directory.speaker(channels.apply(inbound.channel()).kind(), inbound.account());
    LocalDate today = LocalDate.now(clock);
    if (inbound.chat() instanceof Chat.Group(String chat)
        && directory.heard(inbound.channel().text(), chat).isEmpty()) {
      // How whoever looks after groups.csv finds out a group's id.
      LOG.atInfo()
          .addKeyValue("channel", inbound.channel())
          .addKeyValue("chat", chat)
          .log("group not in the directory");
    }
    return switch (inbound.content()) {
      case Content.Left() when speaker.isEmpty() -> Optional.empty();
      case Content.Entered() when talk.greeted().filter(today::equals).isPresent() ->
          Optional.empty();
      default -> Optional.of(guarded(new Coming(inbound, speaker, talk, today), inResponse));
    };
  }

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
      logFailure(ids.get().toString().substring(24), e);
      var id = dues.getFirst().conversation();
      boolean alert = AlertNumbers.isOwn(id) || NoticeSheet.isOwn(id);
      return new Looked(
          Optional.empty(), alert ? emergencies.watching().later(dues) : watching.later(dues));
    }
  }

  /** A look at an alert, or at what is to be followed: a turn in a conversation of its own. */
  private Looked own(Inbound inbound, AlertWork work, Talk talk) throws Unavailable {
    if (work.isSilent()) {
      return new Looked(Optional.empty(), work.moves());
    }
    var coming = new Coming(inbound, Optional.empty(), talk, LocalDate.now(clock));
    var nothing = new Filings.Filed(List.of(), List.of(), List.of(), Reply.NONE);
    Talk next = talk.after(List.of(), none(), definitions);
    var taken = write(coming, nothing, work, Decision.say(Reply.NONE), next, "", reply -> true);
    return new Looked(Optional.of(taken), List.of());
  }

  /** A look at a notice, as before. */
  private Looked notice(Inbound inbound, List<Timers.Due> dues, Talk talk) throws Unavailable {
    var work = noticeLook.look(dues, inbound.receivedAt());
    return work.changes().steps().isEmpty()
        ? new Looked(Optional.empty(), work.moves())
        : new Looked(
            Optional.of(own(inbound, talk, Decision.say(Reply.NONE).telling(work))), List.of());
  }

  /** A turn that nobody speaks in. */
  private Taken own(Inbound inbound, Talk talk, Decision decision) throws Unavailable {
    var coming = new Coming(inbound, Optional.empty(), talk, LocalDate.now(clock));
    var said = new Filings.Filed(List.of(), List.of(), List.of(), decision.reply());
    Talk next = talk.after(List.of(), none(), definitions);
    return write(coming, said, AlertWork.NONE, decision, next, "", reply -> true);
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
      return own(inbound, emergencies.watching().look(dues, inbound.receivedAt()), talk);
    }
    if (Reminders.isOwn(id)) {
      return own(inbound, reminders.look(dues), talk);
    }
    if (NoticeSheet.isOwn(id)) {
      return notice(inbound, dues, talk);
    }
    var speaker = directory.speaker(channels.apply(id.channel()).kind(), id.account());
    if (speaker.isEmpty()) {
      return new Looked(Optional.empty(), dues.stream().map(TimerMove::done).toList());
    }
    var coming = new Coming(inbound, speaker, talk, LocalDate.now(clock));
    if (dues.stream().anyMatch(due -> due.kind() == NewTimer.Kind.ALERT)) {
      return rest(dues, coming, speaker.get());
    }
    var context = routing.speech().context(listening.heard("", coming, speaker.get()));
    var decision = watching.look(dues, coming, heard, context);
    return decision.isSilent()
        ? new Looked(Optional.empty(), decision.moves())
        : new Looked(
            Optional.of(turn(coming, new Course(FirstSay.NOTHING, decision), "", reply -> false)),
            List.of());
  }

  /** The form that asks for the rest of an alert opens; all else that is due waits a moment. */
  private Looked rest(List<Timers.Due> dues, Coming coming, Person speaker) throws Unavailable {
    var others = dues.stream().filter(due -> due.kind() != NewTimer.Kind.ALERT).toList();
    var moves = new ArrayList<>(watching.later(others));
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
    var decision = new Decision(opened.events(), opened.reply(), moves);
    var course = new Course(FirstSay.NOTHING, decision);
    return new Looked(Optional.of(turn(coming, course, "", reply -> false)), List.of());
  }

  /** A turn, or what becomes of timers without one. */
  record Looked(Optional<Taken> taken, List<TimerMove> moves) {}

  /** A message with what is known about it. */
  record Coming(Inbound inbound, Optional<Person> speaker, Talk talk, LocalDate today) {
    /** The same in a talk that went on. */
    Coming in(Talk next) {
      return new Coming(inbound, speaker, next, today);
    }

    /** Without what was said. */
    @Override
    public String toString() {
      return inbound.toString();
    }
  }

  /** What a message means for alerts, and what else follows from it. */
  private record Course(FirstSay first, Decision decision) {}

  /** A turn that throws is still a turn: its input, a code, no change but to an alert. */
  private Taken guarded(Coming coming, Predicate<Reply> inResponse) throws Unavailable {
    var first = emergencies.first(coming);
    try {
      return turn(coming, course(coming, first), "", inResponse);
    } catch (RuntimeException e) {
      String code = ids.get().toString().substring(24);
      logFailure(code, e);
      Reply sorry = Reply.of(words(coming).say(DeskWords.FAILED, Map.of("code", code)));
      Reply said = first.raised() || first.isWhole() ? first.reply() : sorry;
      return turn(coming, new Course(first, Decision.say(said)), code, inResponse);
    }
  }

  private Course course(Coming coming, FirstSay first) throws Unavailable {
    if (coming.speaker().isEmpty()) {
      return new Course(
          first, first.isNothing() ? staff.unknown(coming) : Decision.say(first.reply()));
    }
    Person speaker = coming.speaker().get();
    if (first.opens().isPresent()) {
      var alert = first.page().orElseThrow().alert();
      var heard = listening.heard(first.opens().get(), coming, speaker);
      var rest = routing.rest(heard, alert);
      return new Course(first, rest.saying(shown(rest.reply(), first, coming, heard)));
    }
    if (first.routes().isPresent()) {
      var routed = routing.route(listening.heard(first.routes().get(), coming, speaker));
      return new Course(first, routed.after(first.reply()));
    }
    if (first.isWhole()) {
      boolean alone = first.raised() || first.isQuestion();
      var heard = listening.heard("", coming, speaker);
      Reply said = alone ? first.reply() : routing.speech().askAgain(first.reply(), heard);
      return new Course(first, Decision.say(shown(said, first, coming, heard)));
    }
    var decision = decide(coming.inbound().content(), coming, speaker);
    var more = decision.isUnclear() ? emergencies.more(coming) : Optional.<FirstSay>empty();
    return more.map(said -> new Course(said, Decision.say(said.reply())))
        .orElse(new Course(first, decision));
  }

  /** A pressed card shows what was chosen; who has only read of an alert may still take over. */
  private Reply shown(Reply reply, FirstSay first, Coming coming, Heard heard) {
    return first.seen().isEmpty() ? buttons.shown(coming.inbound().content(), reply, heard) : reply;
  }

  private Decision decide(Content content, Coming coming, Person speaker) throws Unavailable {
    var heard = listening.heard(words(content), coming, speaker);
    return switch (content) {
      case Content.Several(List<Content> items) -> decide(items, coming, speaker);
      case Content.Text text -> routing.route(heard);
      case Content.Pressed(Reply.Choice choice) -> buttons.press(choice, heard);
      case Content.Joined() -> welcome(heard);
      case Content.Entered() -> welcome(heard);
      case Content.Left() -> staff.left(coming);
      case Content.Due() -> Decision.say(Reply.NONE);
      case Content.Media(Content.Media.Kind kind, String id) -> {
        var input = input(kind, new Media.Sent(coming.inbound().channel().text(), id));
        yield input.isPresent()
            ? routing.receive(input.get(), heard)
            : aside(DeskWords.ONLY_WORDS, heard);
      }
      case Content.Unusable ignored -> aside(DeskWords.ONLY_WORDS, heard);
      case Content.Location(double latitude, double longitude, String label) ->
          Point.isOnEarth(latitude, longitude)
              ? routing.receive(new Input.Spot(new Point(latitude, longitude)), heard)
              : aside(DeskWords.NO_LOCATION, heard);
    };
  }

  /** The words of a message; empty text for other things. */
  private static String words(Content content) {
    return switch (content) {
      case Content.Text(String text) -> text;
      case Content.Pressed(Reply.Choice choice) -> choice.say();
      default -> ""; // nothing else has words
    };
  }

  /**
   * What follows from several things in one message, one after the other; what is said last counts,
   * behind what is said to those before that changed nothing.
   */
  private Decision decide(List<Content> items, Coming coming, Person speaker) throws Unavailable {
    var events = new ArrayList<Event>();
    Reply reply = Reply.NONE;
    Optional<Deed> deed = Optional.empty();
    Coming now = coming;
    for (Content item : items) {
      Decision next = decide(item, now, speaker);
      events.addAll(next.events());
      deed = next.deed().isPresent() ? next.deed() : deed;
      reply = next.events().isEmpty() ? Speech.join(reply, next.reply()) : next.reply();
      now = now.in(now.talk().after(next.events(), none(), definitions));
    }
    return new Decision(events, reply, List.of(), deed);
  }

  /** What a form can take of it; empty for voices and films. */
  private static Optional<Input> input(Content.Media.Kind kind, Media media) {
    return switch (kind) {
      case IMAGE -> Optional.of(new Input.Photo(media));
      case FILE -> Optional.of(new Input.Paper(media));
      case VOICE, VIDEO -> Optional.empty();
    };
  }

  /** Who has groups that nobody hears is told how to know that an emergency was reported. */
  private Decision welcome(Heard heard) {
    var said = routing.speech().words(heard);
    var hello = said.say(DeskWords.WELCOME, Map.of("name", heard.speaker().name()));
    var unheard = said.say(CommandWords.UNHEARD, Map.of("numbers", "110/119/120"));
    return aside(
        directory.hasUnheard(heard.speaker().area()) ? hello + "\n" + unheard : hello, heard);
  }

  private Decision aside(DeskWords words, Heard heard) {
    return aside(routing.speech().words(heard).say(words), heard);
  }

  private Decision aside(String text, Heard heard) {
    Reply said = Reply.of(text);
    return Decision.say(routing.speech().askAgain(said, heard));
  }

  private Taken turn(Coming coming, Course course, String error, Predicate<Reply> inResponse)
      throws Unavailable {
    var decision = course.decision();
    var filed = filings.of(coming, decision);
    var timed = watching.timed(filed.events());
    var greeted = greets(coming.inbound().content()) ? Optional.of(coming.today()) : none();
    Talk next = coming.talk().after(timed, greeted, definitions);
    var plain = new Reply(filed.reply().parts(), decision.reply().pressed());
    Reply marked = isPractice(coming, course, next) ? Practising.mark(plain, words(coming)) : plain;
    Reply said = course.first().isQuestion() ? marked : bound(marked, coming, next);
    var alerted = emergencies.finish().finish(course.first(), coming, timed, next, said);
    var work = alerted.work().moved(decision.moves());
    var notices = new ArrayList<>(filed.notices());
    notices.addAll(decision.outgoing());
    return write(
        coming,
        new Filings.Filed(timed, filed.filings(), notices, alerted.reply(), decision.matters()),
        work,
        decision,
        next.following(work.follows()),
        error,
        inResponse);
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
    var words = coming.speaker().map(Person::language).map(wording::in).orElse(wording);
    boolean alarms = alert.changes().step().isPresent();
    Reply reply = Discretion.reply(filed.reply(), coming, alarms, words);
    Optional<Deed> deed = decision.deed().or(() -> duties.deed(filed.filings()));
    NoticeWork notices = decision.notices();
    NewTurn row = row(coming, filed.events(), reply, next, error);
    var outgoing = new ArrayList<>(filed.notices());
    outgoing.addAll(alert.outgoing());
    outgoing.addAll(notices.outgoing());
    boolean byOutbox = !inResponse.test(reply);
    if (byOutbox) {
      outgoing.addAll(replies.outgoing(coming.inbound(), reply, next.seq(), clock.instant()));
    }
    var conversation = coming.inbound().conversation();
    var timers = new ArrayList<>(watching.timers(filed.events(), next, conversation));
    timers.addAll(pending.timers(filed.filings(), conversation));
    timers.addAll(alert.timers());
    timers.addAll(reminders.timers(filed.versions()));
    timers.addAll(notices.timers());
    var change = deed.map(done -> deeds.change(done, coming));
    var ended = new ArrayList<>(alert.ended());
    ended.addAll(notices.ended());
    deed.map(deeds::ended).ifPresent(ended::addAll);
    deed.ifPresent(
        done -> {
          outgoing.addAll(deeds.notices(done, coming, next.seq()));
          timers.addAll(deeds.handovers(done, coming.inbound()));
          timers.addAll(watching.shifts(done, conversation));
        });
    timers.addAll(watching.loose(coming.talk(), next, conversation));
    Instant now = clock.instant();
    var media = new ArrayList<>(SentMedia.of(filed.events(), conversation, next.seq(), now));
    media.addAll(SentMedia.of(alert.changes(), conversation, next.seq(), now));
    var dropped =
        filed.events().contains(new Event.Dropped())
            ? coming.talk().drafts().loose().sent()
            : List.<Media.Sent>of();
    var moves = new ArrayList<>(alert.moves());
    moves.addAll(notices.moves());
    var changes =
        new Changes(
            row,
            filed.filings(),
            outgoing.stream().map(Discretion::outgoing).toList(),
            timers,
            moves,
            media,
            ended,
            change,
            decision.again(),
            dropped,
            alert.changes(),
            notices.changes(),
            decision.filed().or(() -> enrolling.change(filed.filings(), coming)),
            filed.matters());
    return new Taken(changes, next, reply, byOutbox);
  }

  /**
   * An alert marks its own practice; the form that asks for its rest is not taken for another's.
   */
  private static boolean isPractice(Coming coming, Course course, Talk next) {
    var before = coming.talk().drafts().inHand();
    boolean goesOn = next.drafts().inHand().filter(Draft::isPractice).isPresent();
    return course.first().isNothing()
        && (Practising.isAbout(words(coming.inbound().content()), coming.talk())
            || (goesOn && before.flatMap(Draft::alert).isEmpty()));
  }

  /** The wording in the language of who speaks. */
  private Wording words(Coming coming) {
    return coming.speaker().map(Person::language).map(wording::in).orElse(wording);
  }

  /** Where choices become buttons, they know which question they answer. */
  private Reply bound(Reply reply, Coming coming, Talk next) throws Unavailable {
    var capabilities = channels.apply(coming.inbound().channel()).capabilities();
    if (coming.speaker().isEmpty() || capabilities.cards().isEmpty()) {
      return reply;
    }
    return buttons.bind(reply, listening.heard("", coming.in(next), coming.speaker().get()));
  }

  private static Optional<LocalDate> none() {
    return Optional.empty();
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

  /** The kind of error and where it was thrown; never its message, which may quote people. */
  static void logFailure(String code, RuntimeException e) {
    var where = e.getStackTrace().length == 0 ? "unknown" : e.getStackTrace()[0].toString();
    LOG.atError()
        .addKeyValue("code", code)
        .addKeyValue("error", e.getClass().getName())
        .addKeyValue("at", where)
        .log("turn failed");
  }
}
