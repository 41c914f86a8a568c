package org.lanshao.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Makes one household of two that are the same. */
public final class Merging {
  private Merging() {}

  /**
   * The edits that merge: nothing that is on file is lost. Where both have a field the one that
   * stays decides; the other's names become its other names, its people join, each once.
   */
  public static List<RegisterEdit> of(Household from, Household into) {
    var fields = new HashMap<>(from.fields());
    fields.putAll(into.fields());
    var names = new LinkedHashSet<>(into.aliases());
    names.addAll(from.aliases());
    names.add(from.head());
    names.remove(into.head());
    if (!names.isEmpty()) {
      fields.put(HouseholdField.ALIASES, names.stream().collect(Collectors.joining(";")));
    }
    var clients = new ArrayList<>(into.clients());
    from.clients().stream()
        .filter(client -> clients.stream().noneMatch(other -> isSame(client, other)))
        .forEach(clients::add);
    return List.of(
        new RegisterEdit.Put(new Household(into.number(), fields, clients)),
        new RegisterEdit.Merge(from.number(), into.number()));
  }

  /** Whether two are surely one person in one household. */
  static boolean isSame(Client one, Client other) {
    var id = one.get(ClientField.ID_NUMBER);
    var otherId = other.get(ClientField.ID_NUMBER);
    return (id.isEmpty() || otherId.isEmpty())
        ? NameKey.of(one.name()).equals(NameKey.of(other.name()))
        : id.equals(otherId);
  }
}
