package org.lanshao.directory;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Who answers for an area, by {@link OnDuty.Why} in its order. */
record Answering(Directory directory, ZonedDateTime now) {
  /** As {@link Directory#onDuty}. */
  OnDuty of(AreaCode area) {
    for (OnDuty.Why why : OnDuty.Why.values()) {
      var found = people(why, area);
      if (!found.isEmpty()) {
        return new OnDuty(why, found);
      }
    }
    return new OnDuty(OnDuty.Why.NOBODY, List.of());
  }

  private List<Person> people(OnDuty.Why why, AreaCode area) {
    return switch (why) {
      case STATION -> onDutyIn(directory.around(area, Area.Kind.TOWN).map(Area::code), true);
      case HEAD -> directory.holders(Role.HEAD, area);
      case TOWN -> directory.holders(Role.TOWN, area);
      case COUNTY_DUTY -> onDutyIn(directory.around(area, Area.Kind.COUNTY).map(Area::code), false);
      case COUNTY -> directory.holders(Role.COUNTY, area);
      case CITY_DUTY -> onDutyIn(directory.around(area, Area.Kind.CITY).map(Area::code), false);
      case CITY -> directory.holders(Role.CITY, area);
      case ADMIN -> directory.holders(Role.ADMIN, area);
      case NOBODY -> List.of();
    };
  }

  /** In a station also those whose duty is in one of its villages. */
  private List<Person> onDutyIn(Optional<AreaCode> area, boolean inside) {
    return area.stream()
        .flatMap(
            own ->
                directory
                    .duty()
                    .on(at -> inside ? directory.within(at, own) : at.equals(own), now)
                    .stream())
        .flatMap(id -> directory.person(id).stream())
        .filter(person -> !person.left())
        .toList();
  }
}
