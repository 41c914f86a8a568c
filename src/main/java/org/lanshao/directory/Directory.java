package org.lanshao.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lanshao.form.Point;

/**
 * Areas, people and groups: an immutable snapshot, safe to share between threads. Every lookup but
 * {@link #find} is one step in a map, for they are made in each turn.
 */
public final class Directory {
  private final List<Area> areas;
  private final List<Person> people;
  private final List<Group> groups;
  private final Map<AreaCode, List<Area>> codeToPath = new HashMap<>();
  private final Map<PersonId, Person> idToPerson;
  private final Map<Account, Person> accountToPerson = new HashMap<>();
  private final Map<GroupId, Group> idToGroup;
  private final Map<Heard, Group> heardToGroup = new HashMap<>();
  private final PlaceNames names;

  /**
   * A snapshot of these.
   *
   * @throws IllegalArgumentException when areas lie in a circle, or a code, id or account is there
   *     twice; {@link DirectoryReader} reports these as mistakes of their files before
   */
  public Directory(List<Area> areas, List<Person> people, List<Group> groups) {
    this.areas = List.copyOf(areas);
    this.people = List.copyOf(people);
    this.groups = List.copyOf(groups);
    var codeToArea = index(this.areas, Area::code);
    this.areas.forEach(area -> codeToPath.put(area.code(), pathOf(area, codeToArea)));
    idToPerson = index(this.people, Person::id);
    this.people.forEach(this::enterAccounts);
    idToGroup = index(this.groups, Group::id);
    this.groups.stream()
        .filter(group -> !group.hear().isEmpty())
        .forEach(group -> heardToGroup.put(new Heard(group.channel(), group.hear()), group));
    names = new PlaceNames(this);
  }

  /** Every area, in the order of the file. */
  public List<Area> areas() {
    return areas;
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
    return path(code).stream().findFirst();
  }

  /** An area and all that it lies in, from the narrowest to the city; empty for an unknown code. */
  public List<Area> path(AreaCode code) {
    return codeToPath.getOrDefault(code, List.of());
  }

  /** The area of this kind that this one is or lies in; empty if none, or for an unknown code. */
  public Optional<Area> around(AreaCode code, Area.Kind kind) {
    return path(code).stream().filter(area -> area.kind() == kind).findFirst();
  }

  /** Whether {@code inner} is {@code outer} or lies in it; false for unknown codes. */
  public boolean within(AreaCode inner, AreaCode outer) {
    return path(inner).stream().anyMatch(area -> area.code().equals(outer));
  }

  /** The person of this id, or empty. */
  public Optional<Person> person(PersonId id) {
    return Optional.ofNullable(idToPerson.get(id));
  }

  /**
   * Who has this account on channels of this kind, ignoring case; or empty. On the kind {@code
   * sandbox} everybody's account is their id.
   */
  public Optional<Person> speaker(String kind, String account) {
    return Optional.ofNullable(accountToPerson.get(Account.of(kind, account)));
  }

  /**
   * The account of a person on channels of this kind, as written in the file; empty if they have
   * none. On the kind {@code sandbox} everybody's account is their id.
   */
  public Optional<String> account(PersonId id, String kind) {
    return kind.equals("sandbox")
        ? person(id).map(person -> person.id().text())
        : person(id)
            .flatMap(person -> Optional.ofNullable(person.accounts().get(kind)))
            .filter(account -> !account.isEmpty());
  }

  /** The group of this id, or empty. */
  public Optional<Group> group(GroupId id) {
    return Optional.ofNullable(idToGroup.get(id));
  }

  /**
   * The group whose messages are heard under this chat id on the channel of this name, or empty.
   */
  public Optional<Group> heard(String channel, String chat) {
    return Optional.ofNullable(heardToGroup.get(new Heard(channel, chat)));
  }

  /**
   * What a place name means to somebody of {@code near}: the full name, the name without its
   * suffix, an alias, a name after the names of what it lies in (罗定太平), one with it in brackets
   * (太平镇（罗定市）), or 全市, 本镇 and their kin. Full names go before shortened ones. Of several, the one
   * in the speaker's own county; of several villages, the one in the speaker's own town before
   * that; if this does not decide, all that are left. It never guesses: 云城 is the district and the
   * street, and 全市 in 罗定市 is that city and 云浮市.
   */
  public Found find(String name, AreaCode near) {
    var meant = names.meant(name, near);
    return switch (meant.size()) {
      case 0 -> new Found.Nothing();
      case 1 -> new Found.One(meant.getFirst());
      default -> new Found.Several(meant);
    };
  }

  /**
   * Where the longest name of an area that stands at a place of a text ends, also a shortened one;
   * the place itself if none stands there. Of a name written after what it lies in (富林镇石巷村) only
   * the first part.
   *
   * @param text with half-width signs
   */
  public int endOfNameAt(String text, int at) {
    return names.endOfNameAt(text, at);
  }

  /**
   * A name that tells it from others of the same name: 太平镇（罗定市）, 新村（罗定市太平镇）; else its plain name.
   * {@link #find} takes it back to this area, from wherever it is said.
   */
  public String fullName(Area area) {
    if (names.sharing(area).size() < 2) {
      return area.name();
    }
    var around = path(area.code()).stream().skip(1).filter(outer -> outer.parent().isPresent());
    var outer = new StringBuilder();
    around.map(Area::name).forEach(name -> outer.insert(0, name));
    return outer.isEmpty() ? area.name() : area.name() + "（" + outer + "）";
  }

  /** The towns and streets nearest to a point, nearest first; none where no place is known. */
  public List<Area> nearest(Point point, int most) {
    return areas.stream()
        .filter(area -> area.kind() == Area.Kind.TOWN && area.point().isPresent())
        .sorted(Comparator.comparingDouble(area -> area.point().orElseThrow().distance(point)))
        .limit(most)
        .toList();
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

  private static <K, V> Map<K, V> index(List<V> values, Function<V, K> key) {
    var index = new HashMap<K, V>();
    for (V value : values) {
      if (index.put(key.apply(value), value) != null) {
        throw new IllegalArgumentException("twice in the directory: " + key.apply(value));
      }
    }
    return index;
  }

  private static List<Area> pathOf(Area area, Map<AreaCode, Area> codeToArea) {
    var path = new ArrayList<Area>();
    Optional<Area> next = Optional.of(area);
    while (next.isPresent()) {
      if (path.contains(next.get())) {
        throw new IllegalArgumentException("an area lies in itself: " + area.code());
      }
      path.add(next.get());
      next = next.get().parent().flatMap(code -> Optional.ofNullable(codeToArea.get(code)));
    }
    return List.copyOf(path);
  }

  /** An account on a kind of channel, in lower case. */
  private record Account(String kind, String name) {
    static Account of(String kind, String name) {
      return new Account(kind, name.toLowerCase(Locale.ROOT));
    }
  }

  /** A chat id on a channel. */
  private record Heard(String channel, String chat) {}
}
