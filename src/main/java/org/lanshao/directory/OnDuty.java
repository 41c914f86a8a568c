package org.lanshao.directory;

import java.util.List;

/**
 * Who answers for an area at a moment.
 *
 * @param why what makes them answer for it
 * @param people at least one, those who said 到岗 first; none for {@link Why#NOBODY}
 */
public record OnDuty(Why why, List<Person> people) {
  /** Copies the list. */
  public OnDuty {
    people = List.copyOf(people);
  }

  /** What makes somebody answer for an area, in the order in which it is looked for. */
  public enum Why {
    /** They have duty at the station: they said 到岗, or the roster says so. */
    STATION,
    /** Nobody has duty there: its head. */
    HEAD,
    /** Nor has it a head: the officers of the town. */
    TOWN,
    /** They have duty in the county. */
    COUNTY_DUTY,
    /** The coordinators of the county. */
    COUNTY,
    /** They have duty in the city. */
    CITY_DUTY,
    /** The coordinators of the city. */
    CITY,
    /** The administrators. */
    ADMIN,
    /** There is nobody. */
    NOBODY
  }
}
