package org.lanshao.directory;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.form.Point;

/**
 * Areas, people and groups: an immutable snapshot, safe to share between threads. Every lookup but
 * {@link #find} is one step in a map, for they are made in each turn.
 */
public final class Directory {
  private final long version;
  private final Atlas atlas;
  private final List<Person> everybody;
  private final List<Person> people;
  private final List<Group> groups;
  private final Duty duty;
  private final Map<String, Proposal> numberToProposal;
  private final Map<PersonId, PersonId> heirs;
  private final Map<PersonId, Person> idToPerson;
  private final Map<Account, Person> accountToPerson = new HashMap<>();
  private final Map<GroupId, Group> idToGroup;
  private final Map<Heard, Group> heardToGroup = new HashMap<>();

  /**
   * A snapshot of these.
   *
   * @throws IllegalArgumentException when areas lie in a circle, or a code, id or account is there
   *     twice; {@link DirectoryReader} reports these as mistakes of their files before
   */
  public Directory(List<Area> areas, List<Person> people, List<Group> groups) {
    this(new Parts(0, new Atlas(areas), people, groups, Duty.NONE, Map.of(), Map.of()));
  }

  /** What a directory is made of; changed one part after the other. */
  record Parts(
      long version,
      Atlas atlas,
      List<Person> people,
      List<Group> groups,
      Duty duty,
      Map<String, Proposal> proposals,
      Map<PersonId, PersonId> heirs) {}

  private Directory(Parts parts) {
    version = parts.version();
    atlas = parts.atlas();
    everybody = List.copyOf(parts.people());
    people = everybody.stream().filter(person -> !person.left()).toList();
    groups = List.copyOf(parts.groups());
    duty = parts.duty();
    numberToProposal = Collections.unmodifiableMap(new LinkedHashMap<>(parts.proposals()));
    heirs = Map.copyOf(parts.heirs());
    idToPerson = Index.of(everybody, Person::id);
    everybody.forEach(this::enterAccounts);
    idToGroup = Index.of(groups, Group::id);
    groups.stream()
        .filter(group -> !group.hear().isEmpty())
        .forEach(group -> heardToGroup.put(new Heard(group.channel(), group.hear()), group));
  }

  /**
   * The directory after a change.
   *
   * @throws IllegalArgumentException as the constructor
   */
  public Directory after(Change change) {
    var edited = new Edited(parts());
    change.edits().forEach(edited::apply);
    return new Directory(edited.parts(change));
  }

  /** The same, the days of duty rosters handing over at this hour; also after every change. */
  public Directory changingOver(LocalTime hour) {
    return new Directory(
        new Parts(
            version, atlas, everybody, groups, duty.changingOver(hour), numberToProposal, heirs));
  }

  /** The fewest edits that make it. */
  public List<Edit> edits() {
    return Stream.<Stream<? extends Edit>>of(
            areas().stream().map(Edit.PutArea::new),
            everybody.stream().map(person -> new Edit.PutPerson(person, Optional.empty())),
            groups.stream().map(Edit.PutGroup::new),
            duty.edits(),
            heirs.entrySet().stream()
                .sorted(Comparator.comparing(heir -> heir.getKey().text()))
                .map(heir -> new Edit.HandOver(heir.getKey(), heir.getValue())),
            numberToProposal.values().stream().map(Edit.Propose::new))
        .<Edit>flatMap(edits -> edits)
        .toList();
  }

  private Parts parts() {
    return new Parts(version, atlas, everybody, groups, duty, numberToProposal, heirs);
  }

  /** How many changes made it; 0 for one that was not changed since its files were read. */
  public long version() {
    return version;
  }

  /** Every area, in the order of the file. */
  public List<Area> areas() {
    return atlas.areas();
  }

  /** Everybody who works here. */
  public List<Person> people() {
    return people;
  }

  /** Those who left. */
  public List<Person> former() {
    return everybody.stream().filter(Person::left).toList();
  }

  /** Rosters and shifts. */
  public Duty duty() {
    return duty;
  }

  /** What was proposed in the last days, the oldest first; also what is decided or too old. */
  public List<Proposal> proposals() {
    return List.copyOf(numberToProposal.values());
  }

  /** The proposal of this number, or empty. */
  public Optional<Proposal> proposal(String number) {
    return Optional.ofNullable(numberToProposal.get(number));
  }

  /**
   * Who has the work of somebody who left in hand: whom it was given to, or if they left too, whom
   * theirs was given to. Empty when it was given to nobody, and for somebody who works here.
   */
  public Optional<PersonId> heir(PersonId left) {
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

  /** The person of this id if they work here, else whoever has their work in hand; or empty. */
  public Optional<Person> atWork(PersonId id) {
    return person(id)
        .filter(person -> !person.left())
        .or(() -> heir(id).flatMap(this::person).filter(heir -> !heir.left()));
  }

  /** Those who left and whose work is in the hands of this person, in the order of their ids. */
  public List<PersonId> predecessors(PersonId heir) {
    return heirs.keySet().stream()
        .filter(left -> heir(left).equals(Optional.of(heir)))
        .sorted(Comparator.comparing(PersonId::text))
        .toList();
  }

  /** Those who left or moved and gave what they had in hand to this person last, by their ids. */
  public List<PersonId> givers(PersonId to) {
    return heirs.entrySet().stream()
        .filter(given -> given.getValue().equals(to))
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(PersonId::text))
        .toList();
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
    return atlas.path(code);
  }

  /** The area of this kind that this one is or lies in; empty if none, or for an unknown code. */
  public Optional<Area> around(AreaCode code, Area.Kind kind) {
    return atlas.around(code, kind);
  }

  /** Whether {@code inner} is {@code outer} or lies in it; false for unknown codes. */
  public boolean within(AreaCode inner, AreaCode outer) {
    return atlas.within(inner, outer);
  }

  /** The person of this id, also one who left; or empty. */
  public Optional<Person> person(PersonId id) {
    return Optional.ofNullable(idToPerson.get(id));
  }

  /**
   * Who has this account on channels of this kind, ignoring case; or empty. On the kind {@code
   * sandbox} everybody's account is their id. Nobody who left.
   */
  public Optional<Person> speaker(String kind, String account) {
    return known(kind, account).filter(person -> !person.left());
  }

  /** Who has this account, also somebody who left; or empty. */
  public Optional<Person> known(String kind, String account) {
    return Optional.ofNullable(accountToPerson.get(Account.of(kind, account)));
  }

  /**
   * The account of a person on channels of this kind, as written in the file; empty if they have
   * none or left. On the kind {@code sandbox} it is their id where nothing else is known.
   */
  public Optional<String> account(PersonId id, String kind) {
    return person(id).filter(person -> !person.left()).flatMap(person -> person.account(kind));
  }

  /**
   * The area that is in somebody's charge: their town for workers, heads and officers of a town,
   * else their own area.
   */
  public AreaCode charge(Person person) {
    return switch (person.role()) {
      case WORKER, HEAD, TOWN ->
          around(person.area(), Area.Kind.TOWN).map(Area::code).orElse(person.area());
      case COUNTY, CITY, SUPERVISOR, ADMIN, AUDITOR -> person.area();
    };
  }

  /** Everybody of this role who has an area in their charge, in the order of the directory. */
  public List<Person> holders(Role role, AreaCode area) {
    return people.stream()
        .filter(person -> person.role() == role && within(area, charge(person)))
        .toList();
  }

  /**
   * Who answers for an area at this moment: whoever has duty at its station; where nobody has, its
   * head, the officers of the town, then the same in the county and in the city.
   *
   * @param area mostly a town; a village is looked after by its town
   */
  public OnDuty onDuty(AreaCode area, ZonedDateTime now) {
    for (OnDuty.Why why : OnDuty.Why.values()) {
      var found = answering(why, area, now);
      if (!found.isEmpty()) {
        return new OnDuty(why, found);
      }
    }
    return new OnDuty(OnDuty.Why.NOBODY, List.of());
  }

  private List<Person> answering(OnDuty.Why why, AreaCode area, ZonedDateTime now) {
    return switch (why) {
      case STATION -> onDutyIn(around(area, Area.Kind.TOWN).map(Area::code), now, true);
      case HEAD -> holders(Role.HEAD, area);
      case TOWN -> holders(Role.TOWN, area);
      case COUNTY_DUTY -> onDutyIn(around(area, Area.Kind.COUNTY).map(Area::code), now, false);
      case COUNTY -> holders(Role.COUNTY, area);
      case CITY_DUTY -> onDutyIn(around(area, Area.Kind.CITY).map(Area::code), now, false);
      case CITY -> holders(Role.CITY, area);
      case ADMIN -> holders(Role.ADMIN, area);
      case NOBODY -> List.of();
    };
  }

  /** In a station also those whose duty is in one of its villages. */
  private List<Person> onDutyIn(Optional<AreaCode> area, ZonedDateTime now, boolean inside) {
    return area.stream()
        .flatMap(own -> duty.on(at -> inside ? within(at, own) : at.equals(own), now).stream())
        .flatMap(id -> person(id).stream())
        .filter(person -> !person.left())
        .toList();
  }

  /** Whether a group around this area is written to, but nobody hears what is said in it. */
  public boolean hasUnheard(AreaCode area) {
    return groups.stream()
        .filter(group -> within(area, group.area()))
        .anyMatch(group -> !group.isHeard());
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
    var meant = atlas.names().meant(name, near);
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
    return atlas.names().endOfNameAt(text, at);
  }

  /**
   * A name that tells it from others of the same name: 太平镇（罗定市）, 新村（罗定市太平镇）; else its plain name.
   * {@link #find} takes it back to this area, from wherever it is said.
   */
  public String fullName(Area area) {
    if (atlas.names().sharing(area).size() < 2) {
      return area.name();
    }
    var around = path(area.code()).stream().skip(1).filter(outer -> outer.parent().isPresent());
    var outer = new StringBuilder();
    around.map(Area::name).forEach(name -> outer.insert(0, name));
    return outer.isEmpty() ? area.name() : area.name() + "（" + outer + "）";
  }

  /** The towns and streets nearest to a point, nearest first; none where no place is known. */
  public List<Area> nearest(Point point, int most) {
    return areas().stream()
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

  /** An account on a kind of channel, in lower case. */
  private record Account(String kind, String name) {
    static Account of(String kind, String name) {
      return new Account(kind, name.toLowerCase(Locale.ROOT));
    }
  }

  /** A chat id on a channel. */
  private record Heard(String channel, String chat) {}
}
