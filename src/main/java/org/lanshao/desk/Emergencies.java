package org.lanshao.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanshao.alert.Access;
import org.lanshao.alert.Alarm;
import org.lanshao.alert.Alert;
import org.lanshao.alert.AlertEvent;
import org.lanshao.alert.Begun;
import org.lanshao.alert.By;
import org.lanshao.alert.Certainty;
import org.lanshao.alert.FirstWords;
import org.lanshao.alert.Known;
import org.lanshao.alert.Plans;
import org.lanshao.alert.Reporter;
import org.lanshao.alert.Roster;
import org.lanshao.alert.Sighting;
import org.lanshao.dialogue.Event;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Wording;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Prefix;
import org.lanshao.turn.AlertChanges;
import org.lanshao.turn.Facts;
import org.lanshao.turn.KeptAlert;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.TimerMove;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises alerts from the raw text of messages, before forms and readers, and looks at those that
 * are due. What it needs for that is only the words of danger, the directory and the plan; a fault
 * in anything else costs what would have been understood, never the alert.
 */
final class Emergencies {
  private static final Logger LOG = LoggerFactory.getLogger(Emergencies.class);

  /** No channel of the settings can be called so: their names have no colon. */
  private static final ChannelName OWN = new ChannelName("alert:");

  private static final String NUMBERS = "E";
  private static final String PRACTICE_NUMBERS = "EX";
  private static final Duration HOUR = Duration.ofHours(1);

  /** After a look that failed. */
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final Set<String> YES =
      Set.of("1", "是", "系", "是的", "系呀", "立即上报", "上报", "报", "y", "yes");
  private static final Set<String> NO = Set.of("2", "不是", "唔系", "否", "没有", "误按", "n", "no");

  private final Facts facts;
  private final Raising raising;
  private final FirstWords danger;
  private final Directory directory;
  private final Wording wording;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final Roster roster;
  private final AlertText text;
  private final Addresses addresses;
  private final Replies replies;
  private final AlertCommands commands;

  Emergencies(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.facts = facts;
    this.raising = surroundings.raising();
    this.danger = new FirstWords(raising.danger());
    this.directory = surroundings.directory();
    this.wording = surroundings.wording();
    this.clock = surroundings.clock();
    this.ids = surroundings.ids();
    this.roster = new DirectoryRoster(surroundings);
    this.text = new AlertText(shelf, surroundings);
    this.addresses = new Addresses(surroundings);
    this.replies = new Replies(surroundings);
    this.commands =
        new AlertCommands(facts, directory, new Access(roster), text, addresses, replies);
  }

  /** The conversation in which the looks at an alert are turns. */
  static ConversationId conversation(String number) {
    return new ConversationId(OWN, new Chat.Private(), number);
  }

  /** Whether these are turns of an alert. */
  static boolean isOwn(ConversationId conversation) {
    return conversation.channel().equals(OWN);
  }

  /** Whether this is the number of practice. */
  static boolean isPractice(String number) {
    return number.startsWith(PRACTICE_NUMBERS);
  }

  /** Whether a message begins with a word that raises. */
  boolean raises(Content content) {
    return said(content).map(danger::alarm).filter(Alarm.RAISE::equals).isPresent();
  }

  /** What a message means for alerts. It is found out even if something in the way of it fails. */
  FirstSay first(Turns.Coming coming) throws Unavailable {
    try {
      return unguarded(coming);
    } catch (RuntimeException e) {
      Turns.logFailure("alert", e);
      return raises(coming.inbound().content())
          ? raise(coming, said(coming.inbound().content()).orElse(""), Certainty.CERTAIN, false)
          : FirstSay.NOTHING;
    }
  }

  private FirstSay unguarded(Turns.Coming coming) throws Unavailable {
    var said = said(coming.inbound().content());
    var open = open(coming.talk());
    if (said.isEmpty()) {
      return open.isPresent() ? attach(open.get(), coming) : FirstSay.NOTHING;
    }
    String words = said.get();
    var pressed = AlertWord.read(words).filter(AlertWord.Said::isAnswer);
    if (pressed.isPresent()) {
      return pressed(pressed.get(), open, coming);
    }
    if (coming.speaker().isPresent()) {
      var command = commands.decide(words, coming.speaker().get(), by(coming));
      if (command.isPresent()) {
        return command.get();
      }
    }
    var practice = Prefix.after("演练", words).filter(rest -> !rest.isEmpty());
    if (practice.isPresent() && coming.speaker().isPresent()) {
      return practice(practice.get(), coming);
    }
    if (open.isPresent() && open.get().alert() instanceof Alert.Asked) {
      return answer(open.get(), words, coming);
    }
    return switch (danger.alarm(words)) {
      case RAISE ->
          open.isPresent() && asksTheRest(open.get(), coming)
              ? added(open.get(), words, coming)
              : raise(coming, words, certainty(coming), false);
      case ASK -> ask(open, words, coming);
      case NONE -> FirstSay.NOTHING;
    };
  }

  private static Optional<String> said(Content content) {
    return switch (content) {
      case Content.Text(String words) -> Optional.of(words);
      case Content.Pressed(Reply.Choice choice) when choice.question().isEmpty() ->
          Optional.of(choice.say());
      case Content.Several(List<Content> items) ->
          items.stream()
              .flatMap(item -> said(item).stream())
              .reduce((before, after) -> before + "\n" + after);
      default -> Optional.empty(); // the answer to a question, or no words
    };
  }

  private Optional<KeptAlert> open(Talk talk) throws Unavailable {
    var number = talk.alert();
    var kept = number.isEmpty() ? Optional.<KeptAlert>empty() : facts.alert(number.get());
    return kept.filter(one -> !(one.alert() instanceof Alert.Closed));
  }

  private static boolean asksTheRest(KeptAlert alert, Turns.Coming coming) {
    return coming
        .talk()
        .drafts()
        .inHand()
        .flatMap(Draft::number)
        .filter(alert.alert().number()::equals)
        .isPresent();
  }

  private static Certainty certainty(Turns.Coming coming) {
    return coming.speaker().isPresent() ? Certainty.CERTAIN : Certainty.UNVERIFIED;
  }

  private FirstSay practice(String words, Turns.Coming coming) throws Unavailable {
    return danger.alarm(words) == Alarm.NONE
        ? FirstSay.say(Reply.of(words(coming).say(AlertWords.PRACTICE_ONLY)))
        : raise(coming, words, Certainty.CERTAIN, true);
  }

  /** Words of danger from who has raised one are more of the same; from others they are asked. */
  private FirstSay ask(Optional<KeptAlert> open, String words, Turns.Coming coming)
      throws Unavailable {
    if (open.isPresent()) {
      return asksTheRest(open.get(), coming) ? FirstSay.NOTHING : added(open.get(), words, coming);
    }
    if (coming.speaker().isEmpty() && isTooMany(coming)) {
      return FirstSay.say(tooMany());
    }
    var certainty = coming.speaker().isPresent() ? Certainty.SUSPECTED : Certainty.UNVERIFIED;
    var page = new AlertPage(began(coming, words, certainty, false, true));
    return FirstSay.of(page, List.of(), question(page.alert(), coming));
  }

  private Reply question(Alert alert, Turns.Coming coming) {
    var said = words(coming);
    var yes = said.say(AlertWords.ASK_YES);
    var no = said.say(AlertWords.ASK_NO);
    var text =
        this.text.callFirst(alert.core().known(), said)
            + "\n"
            + said.say(AlertWords.ASK)
            + "1 "
            + yes
            + " 2 "
            + no;
    var choices =
        List.of(
            new Reply.Choice(yes, AlertWord.YES.text() + " " + alert.number()),
            new Reply.Choice(no, AlertWord.NO.text() + " " + alert.number()));
    return new Reply(List.of(new Reply.Part(text, choices)));
  }

  /** A button of the question: it answers that question and no other. */
  private FirstSay pressed(AlertWord.Said said, Optional<KeptAlert> open, Turns.Coming coming) {
    var asked =
        open.filter(kept -> said.number().equals(Optional.of(kept.alert().number())))
            .filter(kept -> kept.alert() instanceof Alert.Asked);
    return asked.isPresent()
        ? answer(asked.get(), said.word() == AlertWord.YES ? "1" : "2", coming)
        : FirstSay.say(Reply.of(words(coming).say(AlertWords.OLD_QUESTION)));
  }

  private FirstSay answer(KeptAlert asked, String words, Turns.Coming coming) {
    var page = new AlertPage(asked);
    var answer = Folding.tight(words);
    var before = asked.alert().core().known().words().getLast();
    if (NO.contains(answer)) {
      page.add(new AlertEvent.Dismissed(by(coming)));
      var dismissed = Reply.of(words(coming).say(AlertWords.DISMISSED));
      return coming.speaker().isEmpty()
          ? FirstSay.of(page, List.of(), dismissed)
          : FirstSay.route(page, dismissed, before);
    }
    boolean yes = YES.contains(answer);
    if (!yes && danger.alarm(words) == Alarm.NONE) {
      return FirstSay.of(page, List.of(), question(asked.alert(), coming));
    }
    if (!yes) {
      page.add(
          new AlertEvent.Learned(by(coming), seen(asked.alert().core().known(), words, coming)));
    }
    page.add(new AlertEvent.Confirmed(by(coming), certainty(coming)));
    return FirstSay.raise(page, form(coming, yes ? before : before + " " + words));
  }

  /** The form for the rest opens in private, for people whom the directory knows. */
  private Optional<String> form(Turns.Coming coming, String words) {
    boolean here = coming.speaker().isPresent() && coming.inbound().chat() instanceof Chat.Private;
    return here ? Optional.of(danger.rest(words)) : Optional.empty();
  }

  private FirstSay raise(Turns.Coming coming, String words, Certainty certainty, boolean practice)
      throws Unavailable {
    if (coming.speaker().isEmpty() && isTooMany(coming)) {
      return FirstSay.say(tooMany());
    }
    var page = new AlertPage(began(coming, words, certainty, practice, false));
    return FirstSay.raise(page, form(coming, words));
  }

  private boolean isTooMany(Turns.Coming coming) throws Unavailable {
    var since = clock.instant().minus(HOUR);
    var limit = raising.plans().unverified();
    var conversation = Optional.of(coming.inbound().conversation());
    return facts.strangers(conversation, since) >= limit.one()
        || facts.strangers(Optional.empty(), since) >= limit.all();
  }

  private Reply tooMany() {
    LOG.atWarn().addKeyValue("code", "alert-limit").log("an alert of somebody unknown is refused");
    return Reply.of(wording.say(AlertWords.STRANGER_LIMIT));
  }

  private AlertEvent.Began began(
      Turns.Coming coming, String words, Certainty certainty, boolean practice, boolean asked)
      throws Unavailable {
    var by = by(coming);
    var known = seen(nothing(coming), words, coming);
    var around = directory.path(known.area()).stream().map(Area::code).toList();
    var plan = raising.plans().plan(new Plans.Case(known, certainty, around));
    var number = practice ? PRACTICE_NUMBERS : NUMBERS;
    var begun =
        new Begun(
            number + facts.nextNumber(number),
            new Reporter(coming.speaker().map(Person::id), coming.inbound().conversation()),
            by.at(),
            practice ? plan.ofStation() : plan,
            practice);
    return new AlertEvent.Began(by, begun, certainty, known, asked);
  }

  /** Before anything is read: the reporter's own station, or the city for somebody unknown. */
  private Known nothing(Turns.Coming coming) {
    var own =
        coming
            .speaker()
            .map(Person::area)
            .map(area -> directory.around(area, Area.Kind.TOWN).map(Area::code).orElse(area));
    var widest =
        directory.areas().stream()
            .filter(area -> area.parent().isEmpty())
            .map(Area::code)
            .findFirst();
    var area = own.or(() -> widest).orElse(new AreaCode(""));
    return new Known(
        List.of(), Optional.empty(), area, false, false, List.of(), List.of(), List.of());
  }

  /** What is known with these words; the words alone when they cannot be read. */
  private Known seen(Known before, String words, Turns.Coming coming) {
    var known = before.saying(words);
    try {
      var near = coming.speaker().map(Person::area);
      var sighting = Sighting.of(words, directory, near);
      Set<String> kinds = new LinkedHashSet<>(before.kinds());
      kinds.addAll(danger.kinds(words));
      var town = sighting.place().flatMap(area -> directory.around(area.code(), Area.Kind.TOWN));
      return new Known(
          List.copyOf(kinds),
          sighting.people().or(before::people),
          town.map(Area::code).orElse(before.area()),
          town.isPresent() || before.place(),
          danger.sensitive(List.copyOf(kinds)),
          known.words(),
          before.answers(),
          before.missing());
    } catch (RuntimeException e) {
      Turns.logFailure("alert", e);
      return known;
    }
  }

  /** More words of the reporter: those who act get them. */
  private FirstSay added(KeptAlert open, String words, Turns.Coming coming) {
    var page = new AlertPage(open);
    page.add(new AlertEvent.Learned(by(coming), seen(open.alert().core().known(), words, coming)));
    var post = post(page, by(coming));
    post.tellOthers(AlertWords.UPDATE, Map.of("words", words));
    var slots = Map.of("number", page.number());
    return FirstSay.of(page, post.rows(), Reply.of(words(coming).say(AlertWords.ADDED, slots)));
  }

  /** Words that mean nothing else, from somebody whose alert is open; empty when none is. */
  Optional<FirstSay> more(Turns.Coming coming) throws Unavailable {
    var open = open(coming.talk()).filter(kept -> kept.alert() instanceof Alert.Running);
    var words = said(coming.inbound().content());
    return open.flatMap(kept -> words.map(said -> added(kept, said, coming)));
  }

  private FirstSay attach(KeptAlert open, Turns.Coming coming) {
    var what = Attachment.of(coming.inbound().content());
    if (what.isEmpty()) {
      return FirstSay.NOTHING;
    }
    var page = new AlertPage(open);
    page.add(new AlertEvent.Attached(by(coming), what.get().what(), what.get().reference()));
    var post = post(page, by(coming));
    var said = what.get().said(wording);
    post.tellOthers(AlertWords.UPDATE_SENT, Map.of("what", said));
    var slots = Map.of("number", page.number());
    return FirstSay.of(page, post.rows(), Reply.of(words(coming).say(AlertWords.ADDED, slots)));
  }

  private AlertPost post(AlertPage page, By by) {
    return new AlertPost(page, text, addresses, replies, by);
  }

  /** What is written because of alerts, and what is said at last. */
  record Alerted(AlertWork work, Reply reply) {}

  /**
   * Adds what the form in hand has found out, does what is due, and says it. A fault on the way
   * leaves what was raised, to be looked at in a moment.
   */
  Alerted finish(FirstSay first, Turns.Coming coming, List<Event> events, Talk next, Reply reply)
      throws Unavailable {
    int sure = first.page().map(page -> page.events().size()).orElse(0);
    try {
      return unguarded(first, coming, events, next, reply);
    } catch (RuntimeException e) {
      if (first.page().isEmpty()) {
        throw e;
      }
      Turns.logFailure("alert", e);
      var page = first.page().get().first(sure);
      return new Alerted(work(page, first, List.of(), by(coming)), told(reply, first, coming));
    }
  }

  private Alerted unguarded(
      FirstSay first, Turns.Coming coming, List<Event> events, Talk next, Reply reply)
      throws Unavailable {
    var by = by(coming);
    var rest = rest(coming, events, next);
    var asked = rest.flatMap(Draft::number);
    var page = asked.isEmpty() ? first.page() : page(first, asked.get());
    if (page.isEmpty()) {
      return new Alerted(seen(first), reply);
    }
    var rows = new ArrayList<NewOutgoing>(first.rows());
    if (rest.isPresent() && page.get().alert() instanceof Alert.Running running) {
      rows.addAll(learned(running, rest.get(), page.get(), coming, events));
    }
    look(page.get(), by);
    rows.addAll(AlertPost.of(page.get(), text, addresses, replies, by));
    var said = told(reply, first, coming);
    boolean asks = asked.isPresent() && !first.raised();
    var known = page.get().alert().core().known();
    return new Alerted(work(page.get(), first, rows, by), asks ? first(said, known, coming) : said);
  }

  private static AlertWork seen(FirstSay first) {
    return first.seen().isEmpty()
        ? AlertWork.NONE
        : new AlertWork(
            new AlertChanges(Optional.empty(), first.seen()),
            first.rows(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());
  }

  /** The form that asks for the rest of an alert, as it stands after these events. */
  private static Optional<Draft> rest(Turns.Coming coming, List<Event> events, Talk next) {
    var before = coming.talk().drafts().inHand().filter(draft -> draft.number().isPresent());
    var after = next.drafts().inHand().filter(draft -> draft.number().isPresent());
    return after.or(() -> before.map(draft -> after(draft, events)));
  }

  private static Draft after(Draft draft, List<Event> events) {
    var then = draft;
    for (Event event : events) {
      then = Routing.ends(event) ? then : then.after(event);
    }
    return then;
  }

  private Optional<AlertPage> page(FirstSay first, String number) throws Unavailable {
    return first.page().isPresent() ? first.page() : facts.alert(number).map(AlertPage::new);
  }

  /** Once the form is handed in, those who act get all of it. */
  private List<NewOutgoing> learned(
      Alert.Running running, Draft rest, AlertPage page, Turns.Coming coming, List<Event> events) {
    boolean over = events.stream().anyMatch(Routing::ends);
    var form = new AlertForm(directory, danger, wording);
    var known = form.known(running.core().known(), rest.session(), over);
    if (!known.equals(running.core().known())) {
      page.add(new AlertEvent.Learned(by(coming), known));
    }
    var post = post(page, by(coming));
    if (events.contains(new Event.Submitted())) {
      post.tellOthers(AlertWords.UPDATE, Map.of("words", String.join("\n", known.answers())));
    }
    return post.rows();
  }

  private void look(AlertPage page, By by) throws Unavailable {
    var unsent = unsent(page);
    page.look(roster, people(unsent), groups(unsent), new By(Optional.empty(), by.from(), by.at()));
  }

  /** Whom the last wave has not reached. */
  private List<String> unsent(AlertPage page) throws Unavailable {
    var events = page.before().events();
    int last = events.size();
    while (last > 0 && !(events.get(last - 1) instanceof AlertEvent.Climbed)) {
      last--;
    }
    return last == 0
        ? List.of()
        : facts.unsent("alert:" + page.number() + ":" + last + ":").stream()
            .map(once -> once.split(":")[3])
            .toList();
  }

  private static Set<PersonId> people(List<String> unsent) {
    var people = new HashSet<PersonId>();
    unsent.stream()
        .filter(whom -> whom.startsWith("p."))
        .forEach(whom -> people.add(new PersonId(whom.substring(2))));
    return people;
  }

  private static Set<GroupId> groups(List<String> unsent) {
    var groups = new HashSet<GroupId>();
    unsent.stream()
        .filter(whom -> whom.startsWith("g."))
        .forEach(whom -> groups.add(new GroupId(whom.substring(2))));
    return groups;
  }

  private AlertWork work(AlertPage page, FirstSay first, List<NewOutgoing> rows, By by) {
    var due = page.alert().due();
    boolean anew = due.isPresent() && page.isRetimed();
    var timer =
        due.isEmpty()
            ? Optional.<UUID>empty()
            : anew ? Optional.of(ids.get()) : page.before().timer();
    var timers =
        anew
            ? List.of(
                new NewTimer(
                    timer.orElseThrow(),
                    NewTimer.Kind.ALERT,
                    conversation(page.number()),
                    due.get(),
                    by.at()))
            : List.<NewTimer>of();
    boolean stopped =
        page.before().alert() instanceof Alert.Open && !(page.alert() instanceof Alert.Open);
    return new AlertWork(
        new AlertChanges(page.step(timer), first.seen()),
        rows,
        timers,
        List.of(),
        stopped ? List.of(AlertPost.cause(page.number())) : List.of(),
        Optional.of(page.number()));
  }

  /**
   * A look at an alert that is due, as a turn of its own.
   *
   * @return what it writes; only moves when nothing happens
   */
  AlertWork look(List<Timers.Due> dues, Instant now) throws Unavailable {
    var number = dues.getFirst().conversation().account();
    var kept = facts.alert(number);
    var current = dues.stream().filter(due -> isWatched(kept, due)).findFirst();
    var moves =
        new ArrayList<>(
            dues.stream().filter(due -> !isWatched(kept, due)).map(TimerMove::done).toList());
    if (kept.isEmpty() || current.isEmpty()) {
      return moved(moves);
    }
    var by = new By(Optional.empty(), conversation(number).key(), now);
    var page = new AlertPage(kept.get());
    look(page, by);
    var next = page.alert().due();
    moves.add(
        next.map(due -> TimerMove.to(new TimerMove.Next(due, now, 0), current.get()))
            .orElseGet(() -> TimerMove.done(current.get())));
    if (page.events().isEmpty()) {
      return moved(moves);
    }
    var timer = next.flatMap(due -> kept.get().timer());
    return new AlertWork(
        new AlertChanges(page.step(timer), List.of()),
        AlertPost.of(page, text, addresses, replies, by),
        List.of(),
        moves,
        List.of(),
        Optional.empty());
  }

  private static boolean isWatched(Optional<KeptAlert> kept, Timers.Due due) {
    return kept.flatMap(KeptAlert::timer).filter(due.id()::equals).isPresent();
  }

  private static AlertWork moved(List<TimerMove> moves) {
    return new AlertWork(
        AlertChanges.NONE, List.of(), List.of(), moves, List.of(), Optional.empty());
  }

  /** These timers looked at again soon: this look failed. */
  List<TimerMove> later(List<Timers.Due> dues) {
    Instant soon = clock.instant().plus(SOON);
    return dues.stream()
        .map(due -> TimerMove.to(new TimerMove.Next(soon, due.since(), due.step()), due))
        .toList();
  }

  private By by(Turns.Coming coming) {
    return new By(
        coming.speaker().map(Person::id), coming.inbound().conversation().key(), clock.instant());
  }

  private Wording words(Turns.Coming coming) {
    return coming.speaker().map(Person::language).map(wording::in).orElse(wording);
  }

  /** The reply to its reporter: whom to call first, what was done, and then the rest. */
  private Reply told(Reply reply, FirstSay first, Turns.Coming coming) {
    var said = words(coming);
    var alert = first.page().map(AlertPage::alert);
    if (alert.isEmpty() || !first.raised()) {
      return reply;
    }
    var head = text.callFirst(alert.get().core().known(), said) + "\n" + raised(first, coming);
    return reply.after(head);
  }

  private String raised(FirstSay first, Turns.Coming coming) {
    var said = words(coming);
    var page = first.page().orElseThrow();
    var mark = page.alert().core().begun().practice() ? said.say(AlertWords.MARK_PRACTICE) : "";
    var slots = Map.of("number", page.number());
    if (coming.speaker().isEmpty()) {
      return mark + said.say(AlertWords.STRANGER, slots);
    }
    if (coming.inbound().chat() instanceof Chat.Group) {
      return mark + text.group(page.alert()) + "\n" + said.say(AlertWords.RAISED_GROUP, slots);
    }
    var reader = coming.speaker().get().id();
    var told = page.alert().core().told();
    if (told.isEmpty()) {
      return mark + said.say(AlertWords.RAISED_NOBODY, slots);
    }
    var people =
        told.stream()
            .sorted(Comparator.comparing(PersonId::text))
            .map(person -> text.name(person, reader))
            .toList();
    return mark
        + said.say(
            AlertWords.RAISED, Map.of("number", page.number(), "names", String.join("、", people)));
  }

  /** The first sentence of a reply while a form asks for the rest of an alert. */
  private Reply first(Reply reply, Known known, Turns.Coming coming) {
    var first = text.callFirst(known, words(coming));
    return reply.parts().isEmpty() || reply.parts().getFirst().text().startsWith(first)
        ? reply
        : reply.after(first);
  }
}
