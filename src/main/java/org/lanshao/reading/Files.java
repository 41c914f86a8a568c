package org.lanshao.reading;

import java.util.List;
import java.util.Optional;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.Value;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.OnFile;

/** Looks names up in the register; who is not there is taken as typed. */
final class Files {
  private final Hearing hearing;

  Files(Hearing hearing) {
    this.hearing = hearing;
  }

  /**
   * Every household that is meant.
   *
   * @param village whether its place must be known: it is the one on file then
   */
  List<Value> households(Optional<Value.Place> place, String name, boolean village) {
    return switch (OnFile.household(
        name, place.map(Files::code), hearing.near(), hearing.register(), hearing.directory())) {
      case OnFile.One(Household one) -> List.of(value(one, place, village));
      case OnFile.Several(List<Household> several) ->
          several.stream().map(one -> value(one, Optional.empty(), true)).toList();
      case OnFile.Nothing() -> List.of(new Value.Household(place, name));
    };
  }

  private Value value(Household one, Optional<Value.Place> said, boolean village) {
    var place = village ? place(one.area()).or(() -> said) : said;
    return new Value.Household(place, one.head(), Optional.of(one.number().text()));
  }

  /** Everybody who is meant; by a number whoever has it. */
  List<Value> people(Optional<Value.Place> place, String name) {
    var found =
        OnFile.people(
            name, place.map(Files::code), hearing.near(), hearing.register(), hearing.directory());
    return found.isEmpty()
        ? List.of(new Value.Person(place, name))
        : found.stream().map(one -> value(one, place, found.size() > 1)).toList();
  }

  /** Of several each with where they live, which tells them apart. */
  private Value value(OnFile.Member one, Optional<Value.Place> said, boolean several) {
    var place = several ? place(one.household().area()).or(() -> said) : said;
    var number = one.client().number().text();
    return new Value.Person(place, one.client().name(), Optional.of(number));
  }

  /** Where a household on file is; empty for one that is not, or whose area is no more. */
  Optional<Value.Place> place(Value.Household household) {
    return household
        .number()
        .map(FileNumber::new)
        .flatMap(hearing.register()::household)
        .flatMap(one -> place(one.area()));
  }

  /** A place of the directory; empty for an area that is no more. */
  Optional<Value.Place> place(AreaCode code) {
    var directory = hearing.directory();
    return directory
        .area(code)
        .map(area -> new Value.Place(area.code().text(), directory.fullName(area)));
  }

  private static AreaCode code(Value.Place place) {
    return new AreaCode(place.code());
  }
}
