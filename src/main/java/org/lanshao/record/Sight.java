package org.lanshao.record;

import java.util.Optional;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.form.Answers;
import org.lanshao.form.Value;
import org.lanshao.record.Seen.Naming;

/**
 * How much of records somebody gets to see, of those that their area lets them see at all. The one
 * place that decides it: whatever lists or exports records asks here.
 */
public enum Sight {
  /** All but what nobody is shown: of an id number only its end. */
  FULL,
  /** Names by their surname, telephone numbers by both ends, no free texts. */
  MASKED,
  /** Numbers alone: nobody and nothing is named. */
  NUMBERS;

  /** Stands for words that are not shown. */
  private static final String HIDDEN = "***";

  /** In groups nobody is named. In private those see names who do or answer for the work itself. */
  public static Sight of(Role role, boolean group) {
    if (group) {
      return NUMBERS;
    }
    return switch (role) {
      case WORKER, HEAD, COUNTY, CITY -> FULL;
      case TOWN, SUPERVISOR, ADMIN, AUDITOR -> MASKED;
    };
  }

  /** What somebody gets to see, in a group or in private. */
  public static Sight of(Person asker, boolean group) {
    return of(asker.role(), group);
  }

  /** An answer as it may be shown; empty where nothing of it may be. */
  Optional<Value> shown(Value value, Naming naming) {
    return switch (this) {
      case FULL -> Optional.of(value);
      case MASKED -> Optional.of(masked(value, naming));
      case NUMBERS -> Optional.empty();
    };
  }

  /** A name: 陈小雨 is 陈*; the whole of it with all its letters where everything is shown. */
  public String name(String name) {
    return this == FULL ? name : surname(name);
  }

  private static String surname(String name) {
    return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
  }

  private static Value masked(Value value, Naming naming) {
    return switch (value) {
      case Value.Text text -> new Value.Text(HIDDEN);
      case Value.Person person ->
          new Value.Person(person.village(), naming.masked(person.name(), person.number()));
      case Value.Household home ->
          new Value.Household(home.village(), naming.masked(home.name(), home.number()));
      case Value.Phone phone -> phone; // told by its ends to everybody
      case Value.IdNumber id -> new Value.Text(HIDDEN);
      case Value.Matter matter ->
          new Value.Matter(
              matter.number(),
              matter.place(),
              naming.masked(matter.name(), Optional.empty()),
              HIDDEN);
      case Value.Location(var point, var place) -> new Value.Location(Optional.empty(), place);
      case Value.Group(var items) ->
          new Value.Group(items.stream().map(item -> masked(item, naming)).toList());
      case Value.Whole ignored -> value;
      case Value.Decimal ignored -> value;
      case Value.YesNo ignored -> value;
      case Value.One ignored -> value;
      case Value.Many ignored -> value;
      case Value.Place ignored -> value;
      case Value.Date ignored -> value;
      case Value.Time ignored -> value;
      case Value.DateTime ignored -> value;
      case Value.Photos ignored -> value;
      case Value.File ignored -> value;
    };
  }

  private static Answers masked(Answers answers, Naming naming) {
    var masked = Answers.NONE;
    for (var answer : answers.byQuestion().entrySet()) {
      masked = masked.with(answer.getKey(), masked(answer.getValue(), naming));
    }
    return masked;
  }
}
