package org.lanshao.desk.day;

import java.time.LocalDate;
import java.util.List;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.form.Form;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * A station on a day.
 *
 * @param told whether it told of that day
 * @param people who is to tell of it: its heads, or where it has none the officers of its town
 */
record DayStation(Area area, boolean told, List<Person> people) {
  /** Every town where somebody works. */
  static List<DayStation> all(Form form, LocalDate day, Directory directory, Facts facts)
      throws Unavailable {
    var told = facts.stationDays().stations(form.id(), day);
    return directory.areas().stream()
        .filter(one -> one.kind() == Area.Kind.TOWN && isStation(one.code(), directory))
        .map(one -> new DayStation(one, told.contains(one.code()), tellers(one.code(), directory)))
        .toList();
  }

  private static boolean isStation(AreaCode town, Directory directory) {
    return !directory.holders(Role.WORKER, town).isEmpty()
        || !directory.holders(Role.HEAD, town).isEmpty();
  }

  private static List<Person> tellers(AreaCode town, Directory directory) {
    var heads = directory.holders(Role.HEAD, town);
    return heads.isEmpty() ? directory.holders(Role.TOWN, town) : heads;
  }

  boolean isReachable() {
    return !people.isEmpty();
  }
}
