package org.lanshao.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.directory.Area;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Proposal;
import org.lanshao.turn.Unavailable;

/** 调站, 离职 and 返岗: where people work, and whether they do. */
final class Moves {
  private static final String HAND_TO = "(?:移?交给|移?交給|交接给|交接給|接手人[:：]?)";

  private final Previews previews;
  private final OpenWork work;

  Moves(Previews previews, OpenWork work) {
    this.previews = previews;
    this.work = work;
  }

  /** 调站 陈小雨 连滩镇. */
  Outcome move(Said said, String rest) throws Unavailable {
    var names = names(said);
    if (rest.isEmpty()) {
      return said.reply(PeopleWords.MOVE_HOW);
    }
    var halves = rest.split(HAND_TO, 2);
    var who = who(said, halves[0], said.directory().people());
    if (!(who instanceof Sought.One(Person person, String more))) {
      return ((Sought.Not) who).outcome();
    }
    var heir = heir(said, person, halves, PeopleWord.MOVE);
    if (heir instanceof Heir.Not(Outcome outcome)) {
      return outcome;
    }
    return switch (names.place(more)) {
      case Names.Which.Nothing<Area>(String word) ->
          word.isBlank()
              ? said.reply(PeopleWords.MOVE_HOW)
              : said.reply(PeopleWords.NO_PLACE, Map.of("name", word));
      case Names.Which.Several<Area>(String name, List<Area> all, String over) ->
          whichPlace(said, name, all, PeopleWord.MOVE.word() + " " + person.id() + " ");
      case Names.Which.One<Area>(Area area, String over) ->
          moved(said, person, area, ((Heir.Is) heir).person());
    };
  }

  private Outcome moved(Said said, Person person, Area to, Optional<Person> heir)
      throws Unavailable {
    var slots =
        Map.of(
            "name", person.name(),
            "from", names(said).where(person.area()),
            "to", said.directory().fullName(to));
    if (person.area().equals(to.code())) {
      return said.reply(PeopleWords.MOVE_SAME, slots);
    }
    var next = person.in(to.code());
    if (!fits(person, to)) {
      return said.reply(PeopleWords.MOVE_NOT_STATION, slots);
    }
    if (!new PeopleRights(said.directory()).runs(said.speaker(), to.code())) {
      return said.reply(PeopleWords.BEYOND_YOU, Map.of("area", slots.get("to")));
    }
    var edits = new ArrayList<Edit>();
    edits.add(new Edit.PutPerson(next, Optional.of(person)));
    var text = new StringBuilder(said.say(PeopleWords.MOVE_PREVIEW, slots));
    var items = work.inHand(person, reader(said));
    if (!items.isEmpty()) {
      var command = String.join(" ", PeopleWord.MOVE.word(), person.name(), slots.get("to"));
      text.append(listed(said, items)).append(handed(said, heir, command));
      heir.ifPresent(one -> edits.add(new Edit.HandOver(person.id(), one.id())));
    }
    return previews.show(
        said,
        new Previews.Plan(Proposal.Kind.MOVE, to.code(), person.id().text(), edits),
        text.toString());
  }

  private static String listed(Said said, List<String> items) {
    var slots = Map.of("count", Integer.toString(items.size()), "lines", String.join("\n", items));
    return "\n" + said.say(PeopleWords.LEAVE_WORK, slots);
  }

  /** Who gets it, and the command that names somebody else. */
  private static String handed(Said said, Optional<Person> heir, String command) {
    return "\n"
        + heir.map(to -> Map.of("command", command, "heir", names(said).full(to)))
            .map(slots -> said.say(PeopleWords.LEAVE_HEIR, slots))
            .orElseGet(() -> said.say(PeopleWords.LEAVE_NO_HEIR, Map.of("command", command)));
  }

  /** Who takes over what somebody has in hand, or what to say instead. */
  private sealed interface Heir {
    record Is(Optional<Person> person) implements Heir {}

    record Not(Outcome outcome) implements Heir {}
  }

  /** Who is named behind 交给; where nobody is, those next above, else whoever asks. */
  private static Heir heir(Said said, Person person, String[] halves, PeopleWord word) {
    if (halves.length == 1) {
      return new Heir.Is(heir(said.directory(), person, Optional.of(said.speaker())));
    }
    var heirs =
        names(said).people(halves[1], Successors.of(said.directory(), said.speaker(), person));
    return switch (heirs.isEmpty()
        ? new Names.Which.Nothing<Person>(halves[1].strip())
        : heirs.getFirst()) {
      case Names.Which.Nothing<Person>(String name) ->
          new Heir.Not(said.reply(PeopleWords.NOBODY, Map.of("name", name)));
      case Names.Which.Several<Person>(String name, List<Person> all, String over) ->
          new Heir.Not(
              whichPerson(said, name, all, (word.word() + " " + halves[0].strip() + " 交给 ")));
      case Names.Which.One<Person>(Person heir, String over) ->
          heir.equals(person)
              ? new Heir.Not(said.reply(PeopleWords.LEAVE_TO_SELF, Map.of("name", person.name())))
              : new Heir.Is(Optional.of(heir));
    };
  }

  /** People of a town stay in towns, coordinators of a county in counties. */
  static boolean fits(Person person, Area to) {
    return switch (person.role()) {
      case WORKER, HEAD, TOWN -> to.kind().compareTo(Area.Kind.TOWN) >= 0;
      case COUNTY -> to.kind() == Area.Kind.COUNTY;
      case CITY -> to.kind() == Area.Kind.CITY;
      case SUPERVISOR, ADMIN, AUDITOR -> to.kind().compareTo(Area.Kind.TOWN) < 0;
    };
  }

  /** 离职 陈小雨, 离职 陈小雨 交给 林大山. */
  Outcome leave(Said said, String rest) throws Unavailable {
    if (rest.isEmpty()) {
      return said.reply(PeopleWords.LEAVE_HOW);
    }
    var halves = rest.split(HAND_TO, 2);
    var who = who(said, halves[0], said.directory().people());
    if (!(who instanceof Sought.One(Person person, String more))) {
      return ((Sought.Not) who).outcome();
    }
    return switch (heir(said, person, halves, PeopleWord.LEAVE)) {
      case Heir.Not(Outcome outcome) -> outcome;
      case Heir.Is(Optional<Person> heir) -> leaves(said, person, heir);
    };
  }

  /** Who takes over where nobody was named: those next above, else whoever asks. */
  static Optional<Person> heir(Directory directory, Person person, Optional<Person> otherwise) {
    return Successors.above(directory, person).or(() -> otherwise);
  }

  private static OpenWork.Reader reader(Said said) {
    return new OpenWork.Reader(said.speaker(), said.words());
  }

  private Outcome leaves(Said said, Person person, Optional<Person> heir) throws Unavailable {
    var name = Map.of("name", person.name(), "area", names(said).plainly(person.area()));
    var items = work.of(person, reader(said));
    var text = new StringBuilder(said.say(PeopleWords.LEAVE_PREVIEW, name));
    if (items.isEmpty()) {
      text.append('\n').append(said.say(PeopleWords.LEAVE_NO_WORK, name));
    } else {
      text.append(listed(said, items));
    }
    text.append(handed(said, heir, PeopleWord.LEAVE.word() + " " + person.name()));
    return previews.show(said, plan(person, heir.map(Person::id)), text.toString());
  }

  /** The change of somebody leaving. */
  static Previews.Plan plan(Person person, Optional<PersonId> heir) {
    var edits = new ArrayList<Edit>();
    edits.add(new Edit.PutPerson(person.left(true), Optional.of(person)));
    heir.ifPresent(to -> edits.add(new Edit.HandOver(person.id(), to)));
    return new Previews.Plan(Proposal.Kind.LEAVE, person.area(), person.id().text(), edits);
  }

  /** 返岗 陈小雨. */
  Outcome back(Said said, String rest) throws Unavailable {
    if (rest.isEmpty()) {
      return said.reply(PeopleWords.RETURN_HOW);
    }
    var who = who(said, rest, said.directory().former());
    if (!(who instanceof Sought.One(Person person, String more))) {
      var here = names(said).people(rest, said.directory().people());
      return here.isEmpty() || !(here.getFirst() instanceof Names.Which.One<Person>(var one, var o))
          ? ((Sought.Not) who).outcome()
          : said.reply(PeopleWords.NOT_GONE, Map.of("name", one.name()));
    }
    var slots = Map.of("name", person.name(), "area", names(said).where(person.area()));
    var edits = List.<Edit>of(new Edit.PutPerson(person.left(false), Optional.of(person)));
    return previews.show(
        said,
        new Previews.Plan(Proposal.Kind.RETURN, person.area(), person.id().text(), edits),
        said.say(PeopleWords.RETURN_PREVIEW, slots));
  }

  /** Whom somebody may decide about, found in words; or what to say instead. */
  sealed interface Sought {
    record One(Person person, String rest) implements Sought {}

    record Not(Outcome outcome) implements Sought {}
  }

  /** Names of people beyond the speaker's charge are not told, nor that there are any. */
  static Sought who(Said said, String text, List<Person> all) {
    var rights = new PeopleRights(said.directory());
    var inside = all.stream().filter(p -> rights.runs(said.speaker(), p.area())).toList();
    var found = names(said).people(text, inside);
    if (found.isEmpty()) {
      return new Sought.Not(said.reply(PeopleWords.NOBODY, Map.of("name", text.strip())));
    }
    return switch (found.getFirst()) {
      case Names.Which.One<Person>(Person person, String rest) ->
          rights.manages(said.speaker(), person)
              ? new Sought.One(person, rest)
              : new Sought.Not(said.reply(PeopleWords.ABOVE_YOU, Map.of("name", person.name())));
      case Names.Which.Several<Person>(String name, List<Person> several, String rest) ->
          new Sought.Not(
              whichPerson(
                  said,
                  name,
                  several,
                  PeopleWord.read(said.text(), false).orElseThrow().word().word() + " ",
                  rest));
      case Names.Which.Nothing<Person>(String word) ->
          new Sought.Not(said.reply(PeopleWords.NOBODY, Map.of("name", word)));
    };
  }

  static Outcome whichPerson(Said said, String name, List<Person> all, String before) {
    return whichPerson(said, name, all, before, "");
  }

  private static Outcome whichPerson(
      Said said, String name, List<Person> all, String before, String after) {
    var lines =
        all.stream()
            .map(
                person ->
                    (before + person.id() + " " + after).strip() + "：" + names(said).full(person))
            .collect(Collectors.joining("\n"));
    return said.reply(PeopleWords.WHICH_PERSON, Map.of("name", name, "lines", lines));
  }

  static Outcome whichPlace(Said said, String name, List<Area> all, String before) {
    var lines =
        all.stream()
            .map(area -> before + area.code() + "：" + said.directory().fullName(area))
            .collect(Collectors.joining("\n"));
    return said.reply(PeopleWords.WHICH_PLACE, Map.of("name", name, "lines", lines));
  }

  private static Names names(Said said) {
    return new Names(said.directory(), said.speaker().area());
  }
}
