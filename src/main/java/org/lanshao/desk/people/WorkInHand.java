package org.lanshao.desk.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.alert.Alert;
import org.lanshao.command.MatterAbout;
import org.lanshao.desk.matter.CareWords;
import org.lanshao.desk.talk.Draft;
import org.lanshao.desk.talk.Drafts;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.desk.talk.Talk;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Form;
import org.lanshao.form.Marks;
import org.lanshao.form.Question;
import org.lanshao.form.Wording;
import org.lanshao.people.OpenWork;
import org.lanshao.people.PeopleWords;
import org.lanshao.record.Matter;
import org.lanshao.record.Revision;
import org.lanshao.turn.Facts;
import org.lanshao.turn.KeptAlert;
import org.lanshao.turn.Unavailable;

/** What somebody has in hand: half filled forms, records returned to them or not complete. */
public final class WorkInHand implements OpenWork {
  /** How many days back incomplete records are looked for. */
  private static final int DAYS = 31;

  private final Facts facts;
  private final Shelf shelf;
  private final Surroundings surroundings;
  private final Clock clock;

  /** By the drafts, records and matters that are kept. */
  public WorkInHand(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.surroundings = surroundings;
    this.clock = surroundings.clock();
  }

  @Override
  public List<String> of(Person person, Reader reader) throws Unavailable {
    var wording = reader.words();
    var lines = new ArrayList<>(records(person, reader));
    for (Drafts drafts : drafts(person)) {
      all(drafts)
          .map(draft -> Map.of("form", draft.session().title()))
          .forEach(slots -> lines.add(wording.say(PeopleWords.WORK_DRAFT, slots)));
    }
    return lines;
  }

  /** The records that must still be worked on, a line each. */
  List<String> records(Person person, Reader reader) throws Unavailable {
    var wording = reader.words();
    var lines = new ArrayList<>(inHand(person, reader));
    for (Revision returned : facts.returned(person.id())) {
      lines.add(wording.say(PeopleWords.WORK_RETURNED, slots(returned, wording)));
    }
    LocalDate today = LocalDate.now(clock);
    for (int i = DAYS; i >= 0; i--) {
      for (Revision standing : facts.filed(person.id(), today.minusDays(i))) {
        if (isPending(standing)) {
          lines.add(wording.say(PeopleWords.WORK_PENDING, slots(standing, wording)));
        }
      }
    }
    return lines;
  }

  /** Alerts that somebody took over, and the matters in their hands, a line each. */
  @Override
  public List<String> inHand(Person person, Reader reader) throws Unavailable {
    var wording = reader.words();
    var lines = new ArrayList<String>();
    for (KeptAlert kept : facts.openAlerts()) {
      if (kept.alert() instanceof Alert.Running running && running.takers().contains(person.id())) {
        var slots = Map.of("number", kept.alert().number());
        lines.add(wording.say(CareWords.ALERT_IN_HAND, slots));
      }
    }
    var abouts =
        new MatterAbout(
            surroundings.directory(), surroundings.register(), shelf.current(), wording);
    for (Matter matter : facts.matters().ofOwner(person.id())) {
      var about = abouts.text(matter, reader.person());
      var slots = Map.of("number", matter.number(), "about", about);
      lines.add(wording.say(CareWords.IN_HAND, slots));
    }
    return lines;
  }

  /** The versions of matters with which those of somebody are in the hands of another. */
  List<Matter> handed(PersonId from, PersonId to) throws Unavailable {
    var made = new Matter.Made("", from, clock.instant(), LocalDate.now(clock));
    return facts.matters().ofOwner(from).stream()
        .map(matter -> matter.with(matter.care().to(to)).next(made))
        .toList();
  }

  private boolean isPending(Revision standing) throws Unavailable {
    boolean open =
        standing.state() == Revision.State.FILED || standing.state() == Revision.State.CORRECTED;
    return open && !missing(standing).isEmpty();
  }

  private List<Question> missing(Revision standing) throws Unavailable {
    var record = standing.record();
    return shelf.form(record.definition()).missing(record.answers());
  }

  private Map<String, String> slots(Revision standing, Wording wording) throws Unavailable {
    Form form = shelf.form(standing.record().definition());
    var labels = Marks.list(missing(standing).stream().map(Question::label), wording);
    return Map.of("number", standing.record().number(), "title", form.title(), "labels", labels);
  }

  /** The drafts of every conversation of a person that has any. */
  List<Drafts> drafts(Person person) throws Unavailable {
    var found = new ArrayList<Drafts>();
    for (var standing : facts.drafting().entrySet()) {
      if (accounts(person).contains(account(standing.getKey()))) {
        found.add(Talk.of(standing.getValue(), shelf).drafts());
      }
    }
    return found;
  }

  static Stream<Draft> all(Drafts drafts) {
    return Stream.concat(drafts.open().stream(), drafts.kept().stream());
  }

  private static Set<String> accounts(Person person) {
    return Stream.concat(Stream.of(person.id().text()), person.accounts().values().stream())
        .map(account -> account.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /** The account in the key of a conversation, {@code channel/account} or {@code …@group}. */
  private static String account(String key) {
    var account = key.substring(key.indexOf('/') + 1);
    int group = account.indexOf('@');
    return (group < 0 ? account : account.substring(0, group)).toLowerCase(Locale.ROOT);
  }
}
