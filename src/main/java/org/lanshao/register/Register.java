package org.lanshao.register;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lanshao.directory.AreaCode;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * All that is on file: an immutable snapshot, safe to share between threads. A change makes the
 * next one from it without copying what stays, and every lookup is one step in a map.
 */
public final class Register {
  /** Nobody is on file. */
  public static final Register EMPTY =
      new Register(
          0,
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty());

  private final long version;
  private final PMap<FileNumber, Household> households;
  private final PMap<AreaCode, Integer> areaToHouseholds;
  private final PMap<FileNumber, FileNumber> mergedInto;
  private final PMap<String, PSet<FileNumber>> nameToHouseholds;

  private Register(
      long version,
      PMap<FileNumber, Household> households,
      PMap<AreaCode, Integer> areaToHouseholds,
      PMap<FileNumber, FileNumber> mergedInto,
      PMap<String, PSet<FileNumber>> nameToHouseholds) {
    this.version = version;
    this.households = households;
    this.areaToHouseholds = areaToHouseholds;
    this.mergedInto = mergedInto;
    this.nameToHouseholds = nameToHouseholds;
  }

  /** The register after a change. */
  public Register after(RegisterChange change) {
    var next = this;
    for (RegisterEdit edit : change.edits()) {
      next =
          switch (edit) {
            case RegisterEdit.Put(Household household) -> next.put(household);
            case RegisterEdit.Merge(FileNumber from, FileNumber into) -> next.merge(from, into);
          };
    }
    return new Register(
        change.version(),
        next.households,
        next.areaToHouseholds,
        next.mergedInto,
        next.nameToHouseholds);
  }

  private Register put(Household household) {
    var names = forget(household.number());
    for (String name : names(household)) {
      names = names.plus(name, at(names, name).plus(household.number()));
    }
    var areas = leaving(household.number());
    return new Register(
        version,
        households.plus(household.number(), household),
        areas.plus(household.area(), areas.getOrDefault(household.area(), 0) + 1),
        mergedInto.minus(household.number()),
        names);
  }

  private Register merge(FileNumber from, FileNumber into) {
    return new Register(
        version, households.minus(from), leaving(from), mergedInto.plus(from, into), forget(from));
  }

  /** How many households lie in each area without this one. */
  private PMap<AreaCode, Integer> leaving(FileNumber number) {
    var before = households.get(number);
    if (before == null) {
      return areaToHouseholds;
    }
    int left = areaToHouseholds.getOrDefault(before.area(), 1) - 1;
    return left == 0
        ? areaToHouseholds.minus(before.area())
        : areaToHouseholds.plus(before.area(), left);
  }

  private PMap<String, PSet<FileNumber>> forget(FileNumber number) {
    var names = nameToHouseholds;
    var before = households.get(number);
    if (before != null) {
      for (String name : names(before)) {
        var left = at(names, name).minus(number);
        names = left.isEmpty() ? names.minus(name) : names.plus(name, left);
      }
    }
    return names;
  }

  private static PSet<FileNumber> at(PMap<String, PSet<FileNumber>> names, String name) {
    return names.getOrDefault(name, HashTreePSet.empty());
  }

  /** Every name by which a household is found: its head's, its other names, its people's. */
  private static List<String> names(Household household) {
    return Stream.of(
            Stream.of(household.head()),
            household.aliases().stream(),
            household.clients().stream().map(Client::name))
        .flatMap(names -> names)
        .filter(name -> !name.isEmpty())
        .map(NameKey::of)
        .distinct()
        .toList();
  }

  /** How many changes made it; 0 when there never was one. */
  public long version() {
    return version;
  }

  /** Whether no household is on file. */
  public boolean isEmpty() {
    return households.isEmpty();
  }

  /** Every household. */
  public Collection<Household> households() {
    return households.values();
  }

  /** Every household that somebody lives in, as far as is on file. */
  public Stream<Household> lived() {
    return households.values().stream().filter(household -> !household.isVacant());
  }

  /** Every area in which a household is on file. */
  public Set<AreaCode> areas() {
    return areaToHouseholds.keySet();
  }

  /** The household of this number, also of one that was merged into it; or empty. */
  public Optional<Household> household(FileNumber number) {
    var next = number;
    for (int steps = mergedInto.size(); steps >= 0; steps--) {
      var into = mergedInto.get(next);
      if (into == null) {
        return Optional.ofNullable(households.get(next));
      }
      next = into;
    }
    return Optional.empty();
  }

  /**
   * The households of a name: of the head, another name, or somebody in it; in the order of their
   * numbers.
   *
   * @param inside whether an area is one in which they are sought
   */
  public List<Household> named(String name, Predicate<AreaCode> inside) {
    return nameToHouseholds.getOrDefault(NameKey.of(name), HashTreePSet.empty()).stream()
        .sorted()
        .map(households::get)
        .filter(household -> inside.test(household.area()))
        .toList();
  }

  /** Whether somebody is on file by exactly this name, wherever that is. */
  public boolean knows(String name) {
    return nameToHouseholds.containsKey(NameKey.of(name));
  }
}
