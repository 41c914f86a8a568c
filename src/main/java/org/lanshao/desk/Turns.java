package org.lanshao.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lanshao.desk.alert.Emergencies;
import org.lanshao.desk.alert.FirstSay;
import org.lanshao.desk.notice.NoticeIntake;
import org.lanshao.desk.notice.NoticeLook;
import org.lanshao.desk.notice.NoticeRoom;
import org.lanshao.desk.people.Staff;
import org.lanshao.desk.talk.Coming;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Definitions;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Effect;
import org.lanshao.desk.talk.Failures;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Listening;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Speech;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.desk.talk.Talk;
import org.lanshao.desk.talk.Unheard;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Input;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.form.Media;
import org.lanshao.form.Point;
import org.lanshao.message.ChannelName;
import org.lanshao.message.ChannelTraits;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Inbound;
import org.lanshao.message.Reply;
import org.lanshao.turn.Facts;
import org.lanshao.turn.MediaRows.Settlement;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one turn: who speaks, what it means, and all that it writes as one value. */
final class Turns {
  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  private final TurnWriting writing;
  private final TurnLooks looks;
  private final NoticeIntake warnings;
  private final Listening listening;
  private final Routing routing;
  private final Buttons buttons;
  private final Staff staff;
  private final Emergencies emergencies;
  private final Definitions definitions;
  private final Directory directory;
  private final Function<ChannelName, ChannelTraits> channels;
  private final Surroundings surroundings;
  private final Clock clock;
  private final Supplier<UUID> ids;

  Turns(TurnParts parts) {
    this.surroundings = parts.surroundings();
    var notices = new NoticeRoom(parts.facts(), surroundings);
    this.writing = new TurnWriting(parts);
    this.looks = new TurnLooks(writing, new NoticeLook(notices), parts);
    this.warnings = new NoticeIntake(notices);
    this.listening = parts.listening();
    this.routing = parts.routing();
    this.buttons = new Buttons(routing);
    this.staff = parts.staff();
    this.emergencies = parts.emergencies();
    this.definitions = parts.definitions();
    this.directory = surroundings.directory();
    this.channels = surroundings.channels();
    this.clock = surroundings.clock();
    this.ids = surroundings.ids();
  }

  static Turns of(Facts facts, Shelf shelf, Surroundings surroundings) {
    return new Turns(TurnParts.of(facts, shelf, surroundings));
  }

  /** Takes the turns that due timers cause. */
  TurnLooks looks() {
    return looks;
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
      return Optional.of(writing.own(inbound, talk, warnings.take(document)));
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
      case Content.Listed listed when speaker.isEmpty() && !listed.isNew() -> Optional.empty();
      case Content.Entered() when talk.greeted().filter(today::equals).isPresent() ->
          Optional.empty();
      default -> Optional.of(guarded(new Coming(inbound, speaker, talk, today), inResponse));
    };
  }

  /** A turn that throws is still a turn: its input, a code, no change but to an alert. */
  private Taken guarded(Coming coming, Predicate<Reply> inResponse) throws Unavailable {
    var first = emergencies.first(coming);
    try {
      return writing.turn(coming, course(coming, first), "", inResponse);
    } catch (RuntimeException e) {
      String code = ids.get().toString().substring(24);
      Failures.log(code, e);
      Reply sorry =
          Reply.of(surroundings.words(coming).say(DeskWords.FAILED, Map.of("code", code)));
      Reply said = first.raised() || first.isWhole() ? first.reply() : sorry;
      return writing.turn(coming, new Course(first, Decision.say(said)), code, inResponse);
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
    var answered = decide(coming.inbound().content(), coming, speaker);
    var sighted = emergencies.sighted(coming, answered.events());
    var decision =
        sighted.isEmpty()
            ? answered
            : routing.route(listening.heard(sighted.get(), coming, speaker));
    var more = decision.isUnclear() ? emergencies.more(coming) : Optional.<FirstSay>empty();
    return more.map(said -> new Course(said, Decision.say(said.reply())))
        .orElse(new Course(first, decision));
  }

  /** A pressed card shows what was chosen; who has only read of an alert may still take over. */
  private Reply shown(Reply reply, FirstSay first, Coming coming, Heard heard) {
    return first.seen().isEmpty() ? buttons.shown(coming.inbound().content(), reply, heard) : reply;
  }

  private Decision decide(Content content, Coming coming, Person speaker) throws Unavailable {
    var heard = listening.heard(Coming.words(content), coming, speaker);
    return switch (content) {
      case Content.Several(List<Content> items) -> decide(items, coming, speaker);
      case Content.Text text -> buttons.typed(text, heard);
      case Content.Pressed(Reply.Choice choice) -> buttons.press(choice, heard);
      case Content.Joined() -> welcome(heard);
      case Content.Entered() -> welcome(heard);
      case Content.Left() -> staff.told(Optional.empty(), coming);
      case Content.Listed listed -> staff.told(Optional.of(listed), coming);
      case Content.Due() -> Decision.nothing();
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

  /**
   * What follows from several things in one message, one after the other; what is said last counts,
   * behind what is said to those before that changed nothing. Of several changes of people, duty
   * and groups, too, the last one counts.
   */
  private Decision decide(List<Content> items, Coming coming, Person speaker) throws Unavailable {
    var events = new ArrayList<Event>();
    var effects = new ArrayList<Effect>();
    Reply reply = Reply.NONE;
    Coming now = coming;
    for (Content item : items) {
      Decision next = decide(item, now, speaker);
      events.addAll(next.events());
      if (Effect.only(Effect.Do.class, next.effects()).findAny().isPresent()) {
        effects.removeIf(Effect.Do.class::isInstance);
      }
      effects.addAll(next.effects());
      reply = next.events().isEmpty() ? Speech.join(reply, next.reply()) : next.reply();
      now = now.in(now.talk().after(next.events(), Optional.empty(), definitions));
    }
    return new Decision(events, reply).with(effects, effect -> effect);
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
    var unheard = Unheard.say(said);
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
}
