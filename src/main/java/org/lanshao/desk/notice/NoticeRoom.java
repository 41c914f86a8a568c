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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lanshao.alert.Chase;
import org.lanshao.alert.Slot;
import org.lanshao.desk.talk.Addresses;
import org.lanshao.desk.talk.DirectoryRoster;
import org.lanshao.desk.talk.Replies;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Agencies;
import org.lanshao.directory.Agency;
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
import org.lanshao.notice.Content;
import org.lanshao.notice.Item;
import org.lanshao.notice.Notice;
import org.lanshao.notice.Policy;
import org.lanshao.notice.Status;
import org.lanshao.notice.Unit;
import org.lanshao.notice.Unit.Who;
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

  /** The own groups of a station that can be written to. */
  List<Group> groups(AreaCode station) {
    return groups(station, Group::isOwn);
  }

  /** The groups of agencies of a town that can be written to. */
  List<Group> joint(AreaCode town) {
    return groups(town, group -> !group.isOwn());
  }

  /** The groups in which it can confirm that can be written to; of somebody none. */
  List<Group> groups(Unit unit) {
    return switch (unit.who()) {
      case Who.Team() -> groups(unit.station());
      case Who.Office(Agency agency) ->
          groups(unit.station(), group -> group.agencies().contains(agency));
      case Who.One one -> List.of();
    };
  }

  private List<Group> groups(AreaCode area, Predicate<Group> wanted) {
    return directory().groups().stream()
        .filter(group -> group.area().equals(area) && wanted.test(group))
        .filter(addresses::isWritable)
        .toList();
  }

  /** Who can be written to and confirms for it. */
  List<PersonId> people(Unit unit) {
    return switch (unit.who()) {
      case Who.Team() -> confirmers(unit.station());
      case Who.Office(Agency agency) ->
          reachable(agencies().officers(unit.station(), agency).stream().map(Person::id).toList());
      case Who.One(PersonId person) -> reachable(List.of(person));
    };
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
    return units(directory, directory.charge(person), person.id());
  }

  /** For whom somebody can confirm who was written to at this station. */
  List<Unit> units(AreaCode station, PersonId person) {
    return units(directory(), station, person);
  }

  private static List<Unit> units(Directory directory, AreaCode station, PersonId person) {
    var agency = directory.person(person).flatMap(Person::agency);
    var together = agency.map(own -> Unit.of(station, own)).orElseGet(() -> Unit.of(station));
    return List.of(together, Unit.of(station, person));
  }

  /**
   * Who is asked when a notice goes to a station: of its agencies all, whether it has them or not.
   */
  List<Unit> asked(Content content, AreaCode station) {
    var staff =
        switch (content.asks()) {
          case NONE -> Stream.<Unit>empty();
          case STATION -> Stream.of(Unit.of(station));
          case WORKER -> workers(station).stream().map(person -> Unit.of(station, person));
        };
    var offices = content.agencies().stream().map(agency -> Unit.of(station, agency));
    return Stream.concat(staff, content.asks() == Asks.NONE ? Stream.<Unit>empty() : offices)
        .toList();
  }

  /** The agencies that there are. */
  Agencies agencies() {
    return new Agencies(directory());
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

  /** How people call who is asked: a person by their name too. */
  String name(Unit unit) {
    return name(unit.station())
        + switch (unit.who()) {
          case Who.Team() -> "";
          case Who.Office(Agency agency) -> agency.name();
          case Who.One(PersonId id) -> directory().person(id).map(p -> " " + p.name()).orElse("");
        };
  }

  /** Somebody's name and telephone number; the name alone where none is known. */
  String withPhone(PersonId id) {
    Optional<Person> person = directory().person(id);
    return person.map(one -> (one.name() + " " + one.phone()).strip()).orElse(id.text());
  }
}
