package org.lanshao.directory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The people of a directory, by id and account, and who has whose work in hand. Immutable. */
final class People {
  private final List<Person> everybody;
  private final List<Person> working;
  private final Map<PersonId, PersonId> heirs;
  private final Map<PersonId, Person> idToPerson;
  private final Map<Account, Person> accountToPerson = new HashMap<>();

  /**
   * These, also those who left.
   *
   * @throws IllegalArgumentException when an id or account is there twice
   */
  People(List<Person> everybody, Map<PersonId, PersonId> heirs) {
    this.everybody = List.copyOf(everybody);
    this.working = this.everybody.stream().filter(person -> !person.left()).toList();
    this.heirs = Map.copyOf(heirs);
    this.idToPerson = Index.of(this.everybody, Person::id);
    this.everybody.forEach(this::enterAccounts);
  }

  /** Also those who left. */
  List<Person> everybody() {
    return everybody;
  }

  /** As {@link Directory#people}. */
  List<Person> working() {
    return working;
  }

  /** Who has the work of whom, as it was given away last. */
  Map<PersonId, PersonId> heirs() {
    return heirs;
  }

  /** As {@link Directory#person}. */
  Optional<Person> person(PersonId id) {
    return Optional.ofNullable(idToPerson.get(id));
  }

  /** As {@link Directory#known}. */
  Optional<Person> known(String kind, String account) {
    return Optional.ofNullable(accountToPerson.get(Account.of(kind, account)));
  }

  /** As {@link Directory#heir}. */
  Optional<PersonId> heir(PersonId left) {
    if (person(left).filter(person -> !person.left()).isPresent()) {
      return Optional.empty();
    }
    var seen = new HashSet<PersonId>();
    var next = Optional.ofNullable(heirs.get(left));
    while (next.filter(seen::add).flatMap(this::person).filter(Person::left).isPresent()) {
      next = next.flatMap(heir -> Optional.ofNullable(heirs.get(heir)));
    }
    return next.filter(heir -> !heir.equals(left));
  }

  /** As {@link Directory#predecessors}. */
  List<PersonId> predecessors(PersonId heir) {
    return sorted(heirs.keySet().stream().filter(left -> heir(left).equals(Optional.of(heir))));
  }

  /** As {@link Directory#givers}. */
  List<PersonId> givers(PersonId to) {
    return sorted(heirs.keySet().stream().filter(from -> to.equals(heirs.get(from))));
  }

  private static List<PersonId> sorted(Stream<PersonId> ids) {
    return ids.sorted(Comparator.comparing(PersonId::text)).toList();
  }

  private void enterAccounts(Person person) {
    enterAccount(Account.of("sandbox", person.id().text()), person);
    person.accounts().forEach((kind, account) -> enterAccount(Account.of(kind, account), person));
  }

  private void enterAccount(Account account, Person person) {
    var before = account.name().isEmpty() ? null : accountToPerson.put(account, person);
    if (before != null && !before.equals(person)) {
      throw new IllegalArgumentException(before + " and " + person + " have the same account");
    }
  }

  /** An account on a kind of channel, in lower case. */
  private record Account(String kind, String name) {
    static Account of(String kind, String name) {
      return new Account(kind, name.toLowerCase(Locale.ROOT));
    }
  }
}
