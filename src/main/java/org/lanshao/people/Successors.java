package org.lanshao.people;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;

/** Who can take over the work of somebody who leaves. */
final class Successors {
  private Successors() {}

  /** The people of their area, and those in the charge of whoever names one. */
  static List<Person> of(Directory directory, Person naming, Person leaving) {
    var area = directory.charge(leaving);
    return directory.people().stream()
        .filter(
            person ->
                directory.within(person.area(), area)
                    || directory.within(person.area(), directory.charge(naming)))
        .toList();
  }

  /** The first of those nearest above. */
  static Optional<Person> above(Directory directory, Person leaving) {
    return Stream.of(Role.HEAD, Role.TOWN, Role.COUNTY, Role.CITY)
        .flatMap(role -> directory.holders(role, leaving.area()).stream())
        .filter(person -> !person.id().equals(leaving.id()))
        .findFirst();
  }
}
