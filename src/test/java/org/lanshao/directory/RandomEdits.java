package org.lanshao.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.lanshao.form.Point;

/** Edits of every kind, in any order, that keep a directory in itself right. */
public final class RandomEdits {
  private static final int PEOPLE = 12;
  private static final AreaCode CITY = new AreaCode("445300");

  private RandomEdits() {}

  /** One to three edits that fit this directory. */
  public static List<Edit> next(Random random, Directory directory, Instant at) {
    var edits = new ArrayList<Edit>();
    if (directory.areas().isEmpty()) {
      edits.add(
          new Edit.PutArea(new Area(CITY, "云浮市", Area.Kind.CITY, Optional.empty(), List.of("云浮"))));
    }
    for (int i = 0; i <= random.nextInt(3); i++) {
      edits.add(one(random, at));
    }
    return edits;
  }

  private static Edit one(Random random, Instant at) {
    var person = new PersonId("p" + random.nextInt(PEOPLE));
    return switch (random.nextInt(12)) {
      case 0 -> new Edit.PutArea(area(random));
      case 1 -> new Edit.DropArea(town(random));
      case 2, 3 -> new Edit.PutPerson(person(person, random), Optional.empty());
      case 4 -> new Edit.DropPerson(person);
      case 5 -> new Edit.PutGroup(group(random));
      case 6 -> new Edit.DropGroup(new GroupId("g" + random.nextInt(4)));
      case 7 -> new Edit.HandOver(person, new PersonId("p" + random.nextInt(PEOPLE)));
      case 8 -> roster(random, at);
      case 9 -> new Edit.Begin(shift(person, random, at));
      case 10 ->
          random.nextBoolean()
              ? new Edit.End(person, at)
              : new Edit.Settle("R" + random.nextInt(9), state(random), Optional.of(person));
      default -> new Edit.Propose(proposal(person, random, at));
    };
  }

  private static AreaCode town(Random random) {
    return new AreaCode("44530" + random.nextInt(5));
  }

  private static Area area(Random random) {
    var code = town(random);
    if (code.equals(CITY)) {
      return new Area(CITY, "云浮市", Area.Kind.CITY, Optional.empty(), List.of());
    }
    var point =
        random.nextBoolean()
            ? Optional.of(new Point(22 + random.nextDouble(), 111 + random.nextDouble()))
            : Optional.<Point>empty();
    var town = new Area(code, "镇" + code, Area.Kind.TOWN, Optional.of(CITY), List.of("别名"), point);
    return switch (random.nextInt(3)) {
      case 0 -> town;
      case 1 -> town.with(new Founding(Optional.of(new RoughDay(2017, 7, 0)), Optional.empty()));
      default ->
          town.with(
              new Founding(
                  Optional.of(new RoughDay(2017, 0, 0)),
                  Optional.of(new RoughDay(2022, 4, 1 + random.nextInt(30)))));
    };
  }

  private static Person person(PersonId id, Random random) {
    var roles = Role.values();
    return new Person(
        id,
        "人" + random.nextInt(3),
        roles[random.nextInt(roles.length)],
        town(random),
        random.nextBoolean() ? Map.of("wecom", "Account" + id) : Map.of(),
        "1380000000" + random.nextInt(10),
        "zh",
        random.nextInt(4) == 0,
        agency(random));
  }

  private static Group group(Random random) {
    var id = "g" + random.nextInt(4);
    var agencies = agency(random).map(Set::of).orElse(Set.of());
    return new Group(new GroupId(id), "群" + id, town(random), "sandbox", id, id, agencies);
  }

  private static Optional<Agency> agency(Random random) {
    return Agency.of(List.of("", "三防办", "民政办").get(random.nextInt(3)));
  }

  private static Edit roster(Random random, Instant at) {
    LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate().plusDays(random.nextInt(5) - 2);
    var people = new ArrayList<PersonId>();
    for (int i = 0; i < random.nextInt(3); i++) {
      people.add(new PersonId("p" + i));
    }
    return new Edit.Roster(town(random), day, people);
  }

  private static Shift shift(PersonId person, Random random, Instant at) {
    return new Shift(
        person, town(random), at, at.plus(Duration.ofHours(1 + random.nextInt(20))), false);
  }

  private static Proposal.State state(Random random) {
    var states = Proposal.State.values();
    return states[random.nextInt(states.length)];
  }

  private static Proposal proposal(PersonId person, Random random, Instant at) {
    var kinds = Proposal.Kind.values();
    return new Proposal(
        "R" + random.nextInt(9),
        kinds[random.nextInt(kinds.length)],
        at,
        at.plus(Duration.ofHours(random.nextInt(60))),
        random.nextBoolean() ? Optional.of(person) : Optional.empty(),
        new Proposal.Origin("wecom", "someone"),
        town(random),
        person.text(),
        List.of(new Edit.PutPerson(person(person, random), Optional.of(person(person, random)))),
        random.nextBoolean() ? "382916" : "",
        Proposal.State.OPEN,
        Optional.empty());
  }
}
