package org.lanshao.register;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.form.Option;

/**
 * The groups of people in need, those that go first before the others: of several that somebody
 * belongs to, the first is their primary one, so that numbers by category add up. The last one
 * stands for all who belong to none. A station writes the list in {@code lists.yaml}.
 *
 * @param options at least one
 */
public record Categories(List<Option> options) {
  /** Where no list is written. */
  public static final Categories NONE =
      new Categories(List.of(new Option("other", "其他", List.of())));

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException when it is empty
   */
  public Categories {
    options = List.copyOf(options);
    if (options.isEmpty()) {
      throw new IllegalArgumentException("no categories");
    }
  }

  /** The category that somebody calls so; or empty. */
  public Optional<Option> find(String name) {
    var key = NameKey.of(name);
    return options.stream().filter(option -> isCalled(option, key)).findFirst();
  }

  private static boolean isCalled(Option option, String key) {
    return Stream.concat(Stream.of(option.id(), option.label()), option.aliases().stream())
        .anyMatch(name -> NameKey.of(name).equals(key));
  }

  /** What people read of it; its id when it is not in the list any more. */
  public String label(String id) {
    return options.stream()
        .filter(option -> option.id().equals(id))
        .map(Option::label)
        .findFirst()
        .orElse(id);
  }

  /** The one to which somebody is counted on a day. */
  public String primary(Client client, LocalDate day) {
    return first(Stream.of(client), day);
  }

  /** The one to which a household is counted on a day: the first of its people's. */
  public String primary(Household household, LocalDate day) {
    return first(household.clients().stream(), day);
  }

  private String first(Stream<Client> clients, LocalDate day) {
    return clients
        .flatMap(client -> client.tags().stream())
        .filter(tag -> tag.holds(day))
        .map(Tag::category)
        .filter(id -> place(id) >= 0)
        .min(Comparator.comparingInt(this::place))
        .orElseGet(() -> options.getLast().id());
  }

  private int place(String id) {
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }
}
