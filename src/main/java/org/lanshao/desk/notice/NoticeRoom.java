package org.lanshao.desk.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanshao.alert.Chase;
import org.lanshao.alert.Slot;
import org.lanshao.desk.talk.Addresses;
import org.lanshao.desk.talk.DirectoryRoster;
import org.lanshao.desk.talk.Replies;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Group;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Role;
import org.lanshao.form.Wording;
import org.lanshao.message.ChannelName;
import org.lanshao.notice.Asks;
import org.lanshao.notice.Item;
import org.lanshao.notice.Notice;
import org.lanshao.notice.Policy;
import org.lanshao.notice.Status;
import org.lanshao.notice.Unit;
import org.lanshao.turn.Facts;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Notices;
import org.lanshao.turn.Outgoing;
import org.lanshao.turn.Unavailable;

/** What all that deals with notices shares: who belongs to a station, and where it is reached. */
public final class NoticeRoom {
  private final Facts facts;
  private final Surroundings surroundings;
  private final DirectoryRoster roster;
  private final Addresses addresses;
  private final Replies replies;

  /** By what is kept and what surrounds it. */
  public NoticeRoom(Facts facts, Surroundings surroundings) {
    this.facts = facts;
    this.surroundings = surroundings;
    this.roster = new DirectoryRoster(surroundings);
    this.addresses = new Addresses(surroundings);
    this.replies = new Replies(surroundings);
  }

  Facts facts() {
    return facts;
  }

  Notices notices() {
    return facts.notices();
  }

  Directory directory() {
    return surroundings.directory();
  }

  Wording wording() {
    return surroundings.wording();
  }

  /** The wording for somebody. */
  Wording words(PersonId person) {
    var language = directory().person(person).map(Person::language).orElse("zh");
    return wording().in(language);
  }

  /** What is in the charge of somebody of the directory. */
  AreaCode charge(PersonId person) {
    return directory().charge(directory().person(person).orElseThrow());
  }

  /** Who has this account; empty when nobody is known to. */
  Optional<Person> speaker(ChannelName channel, String account) {
    return directory().speaker(surroundings.channels().apply(channel).kind(), account);
  }

  Addresses addresses() {
    return addresses;
  }

  Replies replies() {
    return replies;
  }

  UUID id() {
    return surroundings.ids().get();
  }

  ZonedDateTime local(Instant at) {
    return at.atZone(surroundings.clock().getZone());
  }

  Instant now() {
    return surroundings.clock().instant();
  }

  /** When notices may go out. */
  Policy policy() {
    var courtesy = surroundings.courtesy();
    return new Policy(courtesy.quietFrom(), courtesy.quietTo(), Policy.USUAL.interval());
  }

  /** How those are reminded who do not confirm. */
  Chase chase() {
    return surroundings.raising().plans().chase();
  }

  /** How long each of these waits for its turn, after what waits before them. */
  List<Duration> waits(List<Outgoing.Line> before, List<NewOutgoing> rows) {
    return surroundings.foresight().waits(before, rows);
  }

  /** From when on what happened to notices matters to new ones. */
  Instant since(Instant now) {
    return now.minus(policy().interval()).minus(Duration.ofMinutes(1));
  }

  /** Whether the channel shows choices as the buttons of a card. */
  boolean hasCards(ChannelName channel) {
    return surroundings.channels().apply(channel).capabilities().cards().isPresent();
  }

  /** The stations in these areas: towns, each once, in the order of the directory. */
  Set<AreaCode> stations(Set<AreaCode> areas) {
    var stations = new LinkedHashSet<AreaCode>();
    directory().areas().stream()
        .filter(area -> area.kind() == Area.Kind.TOWN)
        .map(Area::code)
        .filter(town -> areas.stream().anyMatch(area -> touches(town, area)))
        .forEach(stations::add);
    return stations;
  }

  /** Whether these are stations, or parts of one: none is an area that has several. */
  boolean areStations(Set<AreaCode> areas) {
    return areas.stream().allMatch(area -> directory().around(area, Area.Kind.TOWN).isPresent());
  }

  /** What a notice says of a station. */
  List<Item> items(Notice notice, AreaCode station) {
    return notice.items(area -> touches(station, area));
  }

  private boolean touches(AreaCode station, AreaCode area) {
    return directory().within(station, area) || directory().within(area, station);
  }

  /** The groups of a station that can be written to. */
  List<Group> groups(AreaCode station) {
    return directory().groups().stream()
        .filter(group -> group.area().equals(station))
        .filter(addresses::isWritable)
        .toList();
  }

  /**
   * Who confirms for a station: its heads and who is on duty; where there is neither, everybody.
   */
  List<PersonId> confirmers(AreaCode station) {
    var people = new LinkedHashSet<PersonId>();
    List.of(Slot.HEAD, Slot.DUTY)
        .forEach(slot -> roster.people(slot, station).ifPresent(people::addAll));
    var reachable = reachable(List.copyOf(people));
    return reachable.isEmpty() ? reachable(workers(station)) : reachable;
  }

  /** Everybody who works at a station; for an area above, who is in charge of it. */
  List<PersonId> workers(AreaCode station) {
    return directory().people().stream()
        .filter(person -> person.role() != Role.ADMIN && person.role() != Role.AUDITOR)
        .filter(person -> person.role() != Role.TOWN && person.role() != Role.SUPERVISOR)
        .filter(person -> station(person).equals(station))
        .map(Person::id)
        .sorted(Comparator.comparing(PersonId::text))
        .toList();
  }

  private List<PersonId> reachable(List<PersonId> people) {
    return people.stream().filter(roster::hasAddress).toList();
  }

  /** Whom a reminder names besides the station itself: who fills a place above it. */
  List<PersonId> above(Slot slot, AreaCode station) {
    return slot.isOfStation()
        ? List.of()
        : roster.people(slot, station).map(this::reachable).orElse(List.of());
  }

  /** The station that somebody belongs to. */
  AreaCode station(Person person) {
    return directory().charge(person);
  }

  /** For whom somebody can confirm. */
  List<Unit> units(Person person) {
    return units(directory(), person);
  }

  /** For whom somebody can confirm, by this directory. */
  public static List<Unit> units(Directory directory, Person person) {
    return units(directory.charge(person), person.id());
  }

  /** For whom somebody can confirm who belongs to this station. */
  static List<Unit> units(AreaCode station, PersonId person) {
    return List.of(Unit.of(station), Unit.of(station, person));
  }

  /** Who is asked when a notice goes to a station. */
  List<Unit> asked(Asks asks, AreaCode station) {
    return switch (asks) {
      case NONE -> List.of();
      case STATION -> List.of(Unit.of(station));
      case WORKER -> workers(station).stream().map(person -> Unit.of(station, person)).toList();
    };
  }

  /** The next number of a notice; practice has numbers of its own. */
  String number(Status status) throws Unavailable {
    var begin = NoticeNumber.begin(status.isPractice());
    return begin + facts().nextNumber(begin);
  }

  /** How people call an area. */
  String name(AreaCode area) {
    return directory().area(area).map(directory()::fullName).orElse(area.text());
  }

  /** Somebody's name and telephone number; the name alone where none is known. */
  String withPhone(PersonId id) {
    Optional<Person> person = directory().person(id);
    return person.map(one -> (one.name() + " " + one.phone()).strip()).orElse(id.text());
  }
}
