package org.lanshao.people;

import java.util.List;
import java.util.stream.Stream;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;

/**
 * Who may change what about whom: always somebody above, within what is in their charge. Heads have
 * their station, officers their town, coordinators their county or city, administrators their area.
 */
final class PeopleRights {
  private final Directory directory;

  PeopleRights(Directory directory) {
    this.directory = directory;
  }

  /** Whether somebody arranges duty and groups of an area. */
  boolean runs(Person actor, AreaCode area) {
    return PeopleWord.ROSTER.isFor(actor.role()) && directory.within(area, directory.charge(actor));
  }

  /** Whether somebody decides about another one, as they stand. */
  boolean manages(Person actor, Person other) {
    return runs(actor, other.area())
        && !actor.id().equals(other.id())
        && rank(actor.role()) > rank(other.role());
  }

  /** Everybody of whom somebody decides. */
  List<Person> managed(Person actor, List<Person> people) {
    return people.stream().filter(other -> manages(actor, other)).toList();
  }

  /**
   * Who is asked about somebody: those nearest above who can be written to, all of the same role;
   * none when there is nobody.
   *
   * @param to where they would work; their own area when nothing of that changes
   * @param kind of the channel through which they are asked
   */
  List<Person> deciders(Person about, AreaCode to, String kind) {
    return Stream.of(Role.HEAD, Role.TOWN, Role.COUNTY, Role.CITY, Role.ADMIN)
        .map(role -> directory.holders(role, about.area()))
        .map(
            holders ->
                holders.stream()
                    .filter(holder -> manages(holder, about) && runs(holder, to))
                    .filter(holder -> directory.account(holder.id(), kind).isPresent())
                    .toList())
        .filter(holders -> !holders.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static int rank(Role role) {
    return switch (role) {
      case WORKER -> 0;
      case HEAD -> 1;
      case TOWN -> 2;
      case COUNTY -> 3;
      case SUPERVISOR, AUDITOR, CITY -> 4;
      case ADMIN -> 5;
    };
  }
}
