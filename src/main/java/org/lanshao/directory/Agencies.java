package org.lanshao.directory;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The agencies that people and groups of a directory are of. */
public record Agencies(Directory directory) {
  /** All of them, in the order of their names. */
  public SortedSet<Agency> all() {
    var all = new TreeSet<>(Comparator.comparing(Agency::name));
    directory.people().forEach(person -> person.agency().ifPresent(all::add));
    directory.groups().forEach(group -> all.addAll(group.agencies()));
    return Collections.unmodifiableSortedSet(all);
  }

  /** The one that somebody calls so, by its whole name before a part of it; or empty. */
  public Optional<Agency> called(String name) {
    return called(name, all());
  }

  /** The same among these. */
  public static Optional<Agency> called(String name, Collection<Agency> among) {
    return among.stream()
        .filter(agency -> agency.name().equals(name))
        .findFirst()
        .or(() -> among.stream().filter(agency -> agency.isCalled(name)).findFirst());
  }

  /** Who is of an agency of a town and works there, in the order of their ids. */
  public List<Person> officers(AreaCode town, Agency agency) {
    return directory.people().stream()
        .filter(person -> person.agency().equals(Optional.of(agency)))
        .filter(person -> directory.charge(person).equals(town))
        .sorted(Comparator.comparing((Person person) -> person.id().text()))
        .toList();
  }
}
