package org.lanshao.notice;

import java.util.Comparator;
import java.util.Optional;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;

/**
 * Who is asked to confirm: a station, or somebody who works there.
 *
 * @param person empty for the station itself
 */
public record Unit(AreaCode station, Optional<PersonId> person) implements Comparable<Unit> {
  private static final Comparator<Unit> ORDER =
      Comparator.comparing((Unit unit) -> unit.station().text())
          .thenComparing(unit -> unit.person().map(PersonId::text).orElse(""));

  /** A station. */
  public static Unit of(AreaCode station) {
    return new Unit(station, Optional.empty());
  }

  /** Somebody. */
  public static Unit of(AreaCode station, PersonId person) {
    return new Unit(station, Optional.of(person));
  }

  /** Short and unique, fit for a database key: {@code s.445381101} or {@code p.p01}. */
  public String key() {
    return person.map(id -> "p." + id).orElse("s." + station);
  }

  @Override
  public int compareTo(Unit other) {
    return ORDER.compare(this, other);
  }
}
