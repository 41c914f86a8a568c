package org.lanshao.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A field that is another than before; private.
 *
 * @param whose the name of the person whose field it is; empty text for the household's own
 * @param what the field's name for people
 * @param before its text; empty for none
 * @param after its text; empty for none
 * @param field the field; empty where it is who belongs to the household, or to what groups
 */
public record Difference(
    String whose, String what, String before, String after, Optional<Field> field) {
  private static final String PEOPLE = "成员";
  private static final String GROUPS = "类别";

  /** Whether it is to what groups somebody belongs: the texts are ids of categories. */
  public boolean isCategories() {
    return field.isEmpty() && what.equals(GROUPS);
  }

  /** What is different in a household; everything where there was none before. */
  public static List<Difference> between(Optional<Household> before, Household after) {
    var found = new ArrayList<Difference>();
    for (var field : HouseholdField.values()) {
      add("", field, before.map(one -> one.get(field)).orElse(""), after.get(field), found);
    }
    var old = before.map(Difference::people).orElse(Map.of());
    var now = people(after);
    var numbers = new LinkedHashSet<>(old.keySet());
    numbers.addAll(now.keySet());
    for (FileNumber number : numbers) {
      person(Optional.ofNullable(old.get(number)), Optional.ofNullable(now.get(number)), found);
    }
    return found;
  }

  private static Map<FileNumber, Client> people(Household household) {
    return household.clients().stream()
        .collect(Collectors.toMap(Client::number, Function.identity(), (one, other) -> one));
  }

  private static void person(
      Optional<Client> before, Optional<Client> after, List<Difference> found) {
    var name = after.or(() -> before).map(Client::name).orElse("");
    if (before.isEmpty() || after.isEmpty()) {
      found.add(
          new Difference(
              "",
              PEOPLE,
              before.map(Client::name).orElse(""),
              after.map(Client::name).orElse(""),
              Optional.empty()));
    }
    if (after.isEmpty()) {
      return;
    }
    Arrays.stream(ClientField.values())
        .filter(field -> field != ClientField.NAME || before.isPresent())
        .forEach(
            field ->
                add(
                    name,
                    field,
                    before.map(one -> one.get(field)).orElse(""),
                    after.get().get(field),
                    found));
    var old = before.map(Difference::groups).orElse("");
    if (!old.equals(groups(after.get()))) {
      found.add(new Difference(name, GROUPS, old, groups(after.get()), Optional.empty()));
    }
  }

  /** The ids of the groups, with the last day of those that ended: dibao, disabled-2022-05-10. */
  private static String groups(Client client) {
    return client.tags().stream()
        .map(tag -> tag.category() + tag.until().map(day -> "-" + day).orElse(""))
        .collect(Collectors.joining(" "));
  }

  private static void add(
      String whose, Field field, String before, String after, List<Difference> found) {
    if (!before.equals(after)) {
      found.add(new Difference(whose, field.label(), before, after, Optional.of(field)));
    }
  }

  /** Without what it is about. */
  @Override
  public String toString() {
    return "Difference[" + what + "]";
  }
}
