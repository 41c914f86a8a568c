package org.lanshao.desk.matter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.desk.talk.Addresses;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Effect;
import org.lanshao.desk.talk.Replies;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Role;
import org.lanshao.form.Form;
import org.lanshao.form.Type;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Reply;
import org.lanshao.record.Matter;
import org.lanshao.turn.Facts;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewOutgoing.Terms;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.TimerMove;
import org.lanshao.turn.Timers.Due;
import org.lanshao.turn.Unavailable;

/**
 * Reminds of matters on the mornings on which that is due: whoever has one in hand on its day; some
 * days after, and then again and again until somebody follows it, also whoever is next above. A
 * timer stands for one such morning of one owner. It is written with the version of the matter that
 * makes it due and is looked at in a conversation of its own, so that all of a morning is one
 * message.
 */
public final class Reminders {
  /** No channel of the settings can be called so: their names have no colon. */
  private static final ChannelName OWN = new ChannelName("care:");

  private final Facts facts;
  private final Shelf shelf;
  private final Surroundings surroundings;
  private final Directory directory;
  private final Clock clock;
  private final Addresses addresses;
  private final Replies replies;

  /** By the matters that are open and when it may speak first. */
  public Reminders(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.surroundings = surroundings;
    this.directory = surroundings.directory();
    this.clock = surroundings.clock();
    this.addresses = new Addresses(surroundings);
    this.replies = new Replies(surroundings);
  }

  /** Whether looks at reminders are turns of this conversation. */
  public static boolean isOwn(ConversationId conversation) {
    return conversation.channel().equals(OWN);
  }

  /** The timers of the next mornings on which these versions of matters are told. */
  public List<NewTimer> timers(List<Matter> versions) {
    return versions.stream().flatMap(matter -> timer(matter).stream()).toList();
  }

  private Optional<NewTimer> timer(Matter matter) {
    return matter.care().due().filter(day -> matter.isOpen()).map(day -> timer(matter, day));
  }

  private NewTimer timer(Matter matter, LocalDate due) {
    var owner = matter.care().owner();
    var morning = next(due);
    var id = UUID.nameUUIDFromBytes(("care " + owner + " " + morning).getBytes(UTF_8));
    var conversation = new ConversationId(OWN, new Chat.Private(), owner.text());
    var since = morning.atStartOfDay(clock.getZone()).toInstant();
    return new NewTimer(id, NewTimer.Kind.CARE, conversation, at(morning), since);
  }

  /** The first morning that is still to come, of those on which a matter due that day is told. */
  private LocalDate next(LocalDate due) {
    var courtesy = surroundings.courtesy();
    var day = due;
    while (!at(day).isAfter(clock.instant())) {
      day = day.plusDays(day.equals(due) ? courtesy.overdue() : courtesy.again());
    }
    return day;
  }

  private Instant at(LocalDate day) {
    var courtesy = surroundings.courtesy();
    var time = day.atTime(courtesy.reminders()).atZone(clock.getZone()).toInstant();
    return courtesy.calm(time, clock.getZone());
  }

  /** Whether a matter due that day is told on this morning. */
  private boolean isTold(LocalDate due, LocalDate morning) {
    return surroundings.courtesy().isTold(ChronoUnit.DAYS.between(due, morning));
  }

  /** What follows from mornings of one owner that have come; only moves when nothing is said. */
  public Decision look(List<Due> dues) throws Unavailable {
    var now = clock.instant();
    var calm = surroundings.courtesy().calm(now, clock.getZone());
    if (calm.isAfter(now)) {
      return Decision.nothing().with(later(dues, calm), Effect.Move::new);
    }
    var owner = new PersonId(dues.getFirst().conversation().account());
    var mornings =
        dues.stream()
            .map(due -> due.since().atZone(clock.getZone()).toLocalDate())
            .collect(Collectors.toSet());
    var all = facts.matters().ofOwner(owner);
    var due =
        all.stream()
            .filter(matter -> isTold(matter, mornings))
            .sorted(Comparator.comparing((Matter m) -> m.care().due().orElseThrow()))
            .toList();
    var once = "care:" + owner + ":" + mornings.stream().max(LocalDate::compareTo).orElseThrow();
    // All of them: the days may have been set otherwise since their timers were.
    return Decision.nothing()
        .with(messages(owner, due, once), Effect.Send::new)
        .with(timers(all), Effect.Wake::new)
        .with(dues.stream().map(TimerMove::done).toList(), Effect.Move::new);
  }

  private boolean isTold(Matter matter, Set<LocalDate> mornings) {
    return matter
        .care()
        .due()
        .filter(day -> mornings.stream().anyMatch(morning -> isTold(day, morning)))
        .isPresent();
  }

  /** These timers looked at again when it is calm, or soon: this look failed. */
  public static List<TimerMove> later(List<Due> dues, Instant at) {
    return dues.stream()
        .map(due -> TimerMove.to(new TimerMove.Next(at, due.since(), due.step()), due))
        .toList();
  }

  private List<NewOutgoing> messages(PersonId owner, List<Matter> due, String once) {
    var rows = new ArrayList<NewOutgoing>();
    var hands = directory.atWork(owner).filter(person -> addresses.of(person.id()).isPresent());
    if (!due.isEmpty()) {
      hands.ifPresent(person -> rows.addAll(send(person, CareWords.DUE_BEGIN, "", due, once)));
    }
    var left =
        due.stream().filter(m -> hands.isEmpty() || m.overdue(LocalDate.now(clock)) > 0).toList();
    var name = directory.atWork(owner).or(() -> directory.person(owner)).map(Person::name);
    above(left, hands.map(Person::id))
        .forEach(
            (id, matters) -> {
              var phrase = hands.isEmpty() ? CareWords.LEFT_BY_NOBODY : CareWords.LEFT_BEGIN;
              var person = directory.person(id).orElseThrow();
              rows.addAll(send(person, phrase, name.orElse(""), matters, once));
            });
    return rows;
  }

  /** Who is next above where each matter lies and can be written to, with their matters. */
  private Map<PersonId, List<Matter>> above(List<Matter> left, Optional<PersonId> owner) {
    var told = new TreeMap<PersonId, List<Matter>>(Comparator.comparing(PersonId::text));
    for (Matter matter : left) {
      Stream.of(Role.HEAD, Role.TOWN, Role.COUNTY, Role.CITY, Role.ADMIN)
          .map(role -> directory.holders(role, matter.area()))
          .map(all -> all.stream().map(Person::id).filter(id -> isWritable(id, owner)).toList())
          .filter(all -> !all.isEmpty())
          .findFirst()
          .orElse(List.of())
          .forEach(id -> told.computeIfAbsent(id, i -> new ArrayList<>()).add(matter));
    }
    return new LinkedHashMap<>(told);
  }

  private boolean isWritable(PersonId id, Optional<PersonId> owner) {
    return !owner.equals(Optional.of(id)) && addresses.of(id).isPresent();
  }

  private List<NewOutgoing> send(
      Person to, CareWords begin, String name, List<Matter> matters, String once) {
    var wording = surroundings.wording().in(to.language());
    var forms = shelf.current(to.language());
    var lines = new CareLines(forms, wording, surroundings, to);
    var count = Integer.toString(matters.size());
    var said = new ArrayList<String>();
    said.add(
        wording.say(
            begin,
            begin == CareWords.LEFT_BEGIN
                ? Map.of("name", name, "count", count)
                : Map.of("count", count)));
    said.addAll(CareLines.first(matters.stream().map(lines::line).toList(), wording));
    if (begin == CareWords.DUE_BEGIN) {
      var first = matters.getFirst();
      var slots = Map.of("example", example(first, forms), "number", first.number());
      said.add(wording.say(CareWords.DUE_END, slots));
    }
    var part = new Reply.Part(String.join("\n", said), List.of());
    return addresses.of(to.id()).stream()
        .flatMap(
            address ->
                replies
                    .to(address, part, once + ":p." + to.id(), clock.instant(), Terms.NOTICE)
                    .stream())
        .toList();
  }

  /** What somebody says who followed it: 个案跟进 G8. */
  private static String example(Matter matter, List<Form> forms) {
    return forms.stream()
            .filter(
                form ->
                    form.questions().stream()
                        .anyMatch(q -> q.type().equals(new Type.Matter(matter.letter()))))
            .map(form -> form.start().getFirst())
            .findFirst()
            .orElse("明细")
        + " "
        + matter.number();
  }
}
