package org.lanshao.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lanshao.directory.AreaCode;

/**
 * Two households that may be one.
 *
 * @param first the one with the lower number
 * @param second the other
 * @param why what they have in common
 */
public record Duplicate(Household first, Household second, Why why) {
  /** What two households have in common, the surest first. */
  public enum Why {
    /** Somebody with the same identity number. */
    ID_NUMBER,
    /** A head of the same name in the same village. */
    HEAD
  }

  /** All pairs inside an area, the surest first, each pair once; in the order of numbers. */
  public static List<Duplicate> find(Register register, Predicate<AreaCode> inside) {
    var households =
        register
            .lived()
            .filter(household -> inside.test(household.area()))
            .sorted(Comparator.comparing(Household::number))
            .toList();
    var found = new LinkedHashMap<String, Duplicate>();
    pairs(households, Why.ID_NUMBER, found);
    pairs(households, Why.HEAD, found);
    return List.copyOf(found.values());
  }

  private static void pairs(List<Household> households, Why why, Map<String, Duplicate> found) {
    var keyToHouseholds = new HashMap<String, List<Household>>();
    for (Household household : households) {
      for (String key : keys(household, why)) {
        var same = keyToHouseholds.computeIfAbsent(key, none -> new ArrayList<>());
        if (!same.isEmpty() && !same.contains(household)) {
          var pair = new Duplicate(same.getFirst(), household, why);
          found.putIfAbsent(pair.first().number() + " " + household.number(), pair);
        }
        same.add(household);
      }
    }
  }

  private static List<String> keys(Household household, Why why) {
    return switch (why) {
      case HEAD -> List.of(household.area() + " " + NameKey.of(household.head()));
      case ID_NUMBER ->
          household.clients().stream()
              .map(client -> client.get(ClientField.ID_NUMBER))
              .filter(id -> !id.isEmpty())
              .toList();
    };
  }

  /** The numbers alone. */
  @Override
  public String toString() {
    return "Duplicate[" + first.number() + " " + second.number() + "]";
  }
}
