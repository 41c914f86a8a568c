package org.lanshao.directory;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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
  private final People people;
  private final Groups groups;
  private final Duty duty;
  private final Map<String, Proposal> numberToProposal;

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
    people = new People(parts.people(), parts.heirs());
    groups = new Groups(parts.groups());
    duty = parts.duty();
    numberToProposal = Collections.unmodifiableMap(new LinkedHashMap<>(parts.proposals()));
  }

  /**
   * The directory after a change.
   *
   * @throws IllegalArgumentException as the constructor
   */
  public Directory after(Change change) {
    var edited = new Edited(parts(duty));
    change.edits().forEach(edited::apply);
    return new Directory(edited.parts(change));
  }

  /** The same, the days of duty rosters handing over at this hour; also after every change. */
  public Directory changingOver(LocalTime hour) {
    return new Directory(parts(duty.changingOver(hour)));
  }

  /** The fewest edits that make it. */
  public List<Edit> edits() {
    return Stream.<Stream<? extends Edit>>of(
            areas().stream().map(Edit.PutArea::new),
            people.everybody().stream().map(person -> new Edit.PutPerson(person, Optional.empty())),
            groups().stream().map(Edit.PutGroup::new),
            duty.edits(),
            people.heirs().entrySet().stream()
                .sorted(Comparator.comparing(heir -> heir.getKey().text()))
                .map(heir -> new Edit.HandOver(heir.getKey(), heir.getValue())),
            numberToProposal.values().stream().map(Edit.Propose::new))
        .<Edit>flatMap(edits -> edits)
        .toList();
  }

  private Parts parts(Duty with) {
    return new Parts(
        version, atlas, people.everybody(), groups.all(), with, numberToProposal, people.heirs());
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
    return people.working();
  }

  /** Those who left. */
  public List<Person> former() {
    return people.everybody().stream().filter(Person::left).toList();
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
    return people.heir(left);
  }

  /** The person of this id if they work here, else whoever has their work in hand; or empty. */
  public Optional<Person> atWork(PersonId id) {
    return person(id)
        .filter(person -> !person.left())
        .or(() -> heir(id).flatMap(this::person).filter(heir -> !heir.left()));
  }

  /** Those who left and whose work is in the hands of this person, in the order of their ids. */
  public List<PersonId> predecessors(PersonId heir) {
    return people.predecessors(heir);
  }

  /** Those who left or moved and gave what they had in hand to this person last, by their ids. */
  public List<PersonId> givers(PersonId to) {
    return people.givers(to);
  }

  /** All groups. */
  public List<Group> groups() {
    return groups.all();
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
    return people.person(id);
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
    return people.known(kind, account);
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
    return people.working().stream()
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
    return new Answering(this, now).of(area);
  }

  /** Whether a group around this area is written to, but nobody hears what is said in it. */
  public boolean hasUnheard(AreaCode area) {
    return groups.all().stream()
        .filter(group -> within(area, group.area()))
        .anyMatch(group -> !group.isHeard());
  }

  /** The group of this id, or empty. */
  public Optional<Group> group(GroupId id) {
    return groups.group(id);
  }

  /**
   * The group whose messages are heard under this chat id on the channel of this name, or empty.
   */
  public Optional<Group> heard(String channel, String chat) {
    return groups.heard(channel, chat);
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
    return atlas.fullName(area);
  }

  /** The towns and streets nearest to a point, nearest first; none where no place is known. */
  public List<Area> nearest(Point point, int most) {
    return atlas.nearest(point, most);
  }
}
