package org.lanshao.desk.talk;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.lanshao.alert.Roster;
import org.lanshao.alert.Slot;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Group;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.OnDuty;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Role;

/** Who is to be reached, by the roles, areas and duty of the directory. */
public final class DirectoryRoster implements Roster {
  private final Directory directory;
  private final Addresses addresses;
  private final Clock clock;

  /** By the directory and the time of these surroundings. */
  public DirectoryRoster(Surroundings surroundings) {
    this.directory = surroundings.directory();
    this.addresses = new Addresses(surroundings);
    this.clock = surroundings.clock();
  }

  @Override
  public Optional<List<PersonId>> people(Slot slot, AreaCode area) {
    return switch (slot) {
      case HEAD -> holders(Role.HEAD, slot, area);
      case TOWN -> holders(Role.TOWN, slot, area);
      case COUNTY -> holders(Role.COUNTY, slot, area);
      case CITY -> holders(Role.CITY, slot, area);
      case DUTY -> duty(area);
    };
  }

  /** Those of the role who have the area in their charge. */
  private Optional<List<PersonId>> holders(Role role, Slot slot, AreaCode area) {
    return directory.around(area, slot.level()).map(level -> ids(directory.holders(role, area)));
  }

  /** Who has duty at the station now: nobody, whether no roster is kept or it has a gap. */
  private Optional<List<PersonId>> duty(AreaCode area) {
    var onDuty = directory.onDuty(area, ZonedDateTime.now(clock));
    var people = onDuty.why() == OnDuty.Why.STATION ? onDuty.people() : List.<Person>of();
    return directory.around(area, Slot.DUTY.level()).map(station -> ids(people));
  }

  private static List<PersonId> ids(List<Person> people) {
    return people.stream().map(Person::id).toList();
  }

  @Override
  public boolean hasAddress(PersonId person) {
    return addresses.of(person).isPresent();
  }

  @Override
  public List<GroupId> groups(Area.Kind level, AreaCode area) {
    var around = directory.around(area, level);
    return directory.groups().stream()
        .filter(group -> around.filter(one -> one.code().equals(group.area())).isPresent())
        .filter(Group::isOwn)
        .filter(addresses::isWritable)
        .map(Group::id)
        .toList();
  }
}
