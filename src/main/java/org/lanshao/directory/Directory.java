package org.lanshao.directory;

import java.util.List;
import java.util.Optional;

/** Areas, people and groups: an immutable snapshot. */
public final class Directory {
  private final List<Area> areas;
  private final List<Person> people;
  private final List<Group> groups;

  /** A snapshot of these. */
  public Directory(List<Area> areas, List<Person> people, List<Group> groups) {
    this.areas = List.copyOf(areas);
    this.people = List.copyOf(people);
    this.groups = List.copyOf(groups);
  }

  /** Everybody. */
  public List<Person> people() {
    return people;
  }

  /** All groups. */
  public List<Group> groups() {
    return groups;
  }

  /** The area of this code, or empty. */
  public Optional<Area> area(AreaCode code) {
    return areas.stream().filter(a -> a.code().equals(code)).findFirst();
  }

  /** An area and all that it lies in, from the narrowest to the city; empty for an unknown code. */
  public List<Area> path(AreaCode code) {
    var path = new java.util.ArrayList<Area>();
    var next = area(code);
    while (next.isPresent()) {
      path.add(next.get());
      next = next.get().parent().flatMap(this::area);
    }
    return path;
  }

  /** The person of this id, or empty. */
  public Optional<Person> person(PersonId id) {
    return people.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  /** Who has this account on channels of this kind, ignoring case; or empty. */
  public Optional<Person> speaker(String kind, String account) {
    return people.stream()
        .filter(p -> account.equalsIgnoreCase(p.accounts().getOrDefault(kind, "")))
        .findFirst();
  }

  /** The group of this id, or empty. */
  public Optional<Group> group(GroupId id) {
    return groups.stream().filter(g -> g.id().equals(id)).findFirst();
  }

  /**
   * What a place name means to somebody of {@code near}: the full name, the name without its
   * suffix, or an alias. Of several with one name, the one in the speaker's own county; if that
   * does not decide, all of them.
   */
  public Found find(String name, AreaCode near) {
    var same = areas.stream().filter(a -> a.name().equals(name.strip())).toList();
    return switch (same.size()) {
      case 0 -> new Found.Nothing();
      case 1 -> new Found.One(same.getFirst());
      default -> new Found.Several(same);
    };
  }

  /** A name that tells it from others of the same name: 太平镇（罗定市）; else its plain name. */
  public String fullName(Area area) {
    return area.name();
  }
}
