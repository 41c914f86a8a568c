package org.lanshao.register;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lanshao.directory.AreaCode;

/**
 * A household on file; private.
 *
 * @param number its own for ever
 * @param fields what is on file; what is not is left out. The area and the head are always there
 * @param clients its people that are on file; it may have more
 */
public record Household(
    FileNumber number, Map<HouseholdField, String> fields, List<Client> clients) {
  /** Stands in the place of the name of somebody who was forgotten. */
  public static final String NOBODY = "某某";

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException without area or head
   */
  public Household {
    fields = Map.copyOf(fields);
    clients = List.copyOf(clients);
    if (!fields.containsKey(HouseholdField.AREA) || !fields.containsKey(HouseholdField.HEAD)) {
      throw new IllegalArgumentException("a household without area or head");
    }
  }

  /** What is on file; empty text for nothing. */
  public String get(HouseholdField field) {
    return fields.getOrDefault(field, "");
  }

  /** Where it is: mostly a village. */
  public AreaCode area() {
    return new AreaCode(get(HouseholdField.AREA));
  }

  /** The name of its head. */
  public String head() {
    return get(HouseholdField.HEAD);
  }

  /** Whether all who lived here were forgotten; its number is kept for what was counted. */
  public boolean isVacant() {
    return clients.isEmpty() && head().equals(NOBODY);
  }

  /** Other names by which it is called. */
  public List<String> aliases() {
    return names(get(HouseholdField.ALIASES));
  }

  private static List<String> names(String text) {
    return Arrays.stream(text.split(";")).filter(name -> !name.isBlank()).toList();
  }

  /** How many people belong to it: what is on file, else how many are listed; or 0. */
  public int size() {
    return number(HouseholdField.SIZE).orElse(clients.size());
  }

  /** After how many days it must be visited again; empty when that is not set. */
  public Optional<Integer> every() {
    return number(HouseholdField.EVERY);
  }

  private Optional<Integer> number(HouseholdField field) {
    return get(field).matches("\\d{1,6}") ? Optional.of(Integer.parseInt(get(field))) : none();
  }

  private static Optional<Integer> none() {
    return Optional.empty();
  }

  /** The same with another text in a field; an empty one takes it away. */
  public Household with(HouseholdField field, String text) {
    var next = new HashMap<>(fields);
    if (text.isEmpty()) {
      next.remove(field);
    } else {
      next.put(field, text);
    }
    return new Household(number, next, clients);
  }

  /** The same with other people. */
  public Household with(List<Client> people) {
    return new Household(number, fields, people);
  }

  /** The same with one of its people changed. */
  public Household with(FileNumber client, UnaryOperator<Client> change) {
    return with(
        clients.stream()
            .map(one -> one.number().equals(client) ? change.apply(one) : one)
            .toList());
  }

  /** The number alone. */
  @Override
  public String toString() {
    return "Household[" + number + "]";
  }
}
