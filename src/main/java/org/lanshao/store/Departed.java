package org.lanshao.store;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.lanshao.directory.Person;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.turn.PeopleHeld.Sought;

/** Households and the directory as they are when somebody is to be forgotten. */
final class Departed {
  /** In the place of a name. */
  static final String NOBODY = Household.NOBODY;

  private Departed() {}

  /**
   * A household without somebody. Where nobody else is on file its area alone is left.
   *
   * @param bare takes their name and numbers out of a text
   */
  static Household of(Household household, Sought sought, UnaryOperator<String> bare) {
    var clients =
        household.clients().stream()
            .filter(client -> !sought.clients().contains(client.number().text()))
            .toList();
    boolean head = sought.names().contains(household.head());
    var fields = new EnumMap<HouseholdField, String>(HouseholdField.class);
    household.fields().forEach((field, text) -> fields.put(field, bare.apply(text)));
    if (head) {
      fields.put(HouseholdField.HEAD, NOBODY);
      fields.keySet().removeAll(Set.of(HouseholdField.ALIASES, HouseholdField.PHONE));
    }
    if (head && clients.isEmpty()) {
      fields.keySet().removeIf(f -> f != HouseholdField.AREA && f != HouseholdField.HEAD);
    }
    return new Household(household.number(), fields, clients);
  }

  /** Somebody who worked here, by the id alone. */
  static Person of(Person person) {
    return new Person(
            person.id(), NOBODY, person.role(), person.area(), Map.of(), "", person.language())
        .left(true);
  }
}
