package org.lanshao.notice;

import java.util.Comparator;
import java.util.Optional;
import org.lanshao.directory.Agency;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;

/** Who is asked to confirm: a station, an agency of its town, or somebody who works there. */
public record Unit(AreaCode station, Who who) implements Comparable<Unit> {
  private static final Comparator<Unit> ORDER =
      Comparator.comparing((Unit unit) -> unit.station().text())
          .thenComparing(unit -> unit.agency().map(Agency::name).orElse(""))
          .thenComparing(Unit::key);

  /** Who of a station or its town. */
  public sealed interface Who {
    /** The station itself. */
    record Team() implements Who {}

    /** An agency of its town. */
    record Office(Agency agency) implements Who {}

    /** Somebody who works there. */
    record One(PersonId person) implements Who {}
  }

  /** A station. */
  public static Unit of(AreaCode station) {
    return new Unit(station, new Who.Team());
  }

  /** An agency of a town. */
  public static Unit of(AreaCode town, Agency agency) {
    return new Unit(town, new Who.Office(agency));
  }

  /** Somebody. */
  public static Unit of(AreaCode station, PersonId person) {
    return new Unit(station, new Who.One(person));
  }

  /** The unit of a key, at its station. */
  public static Unit read(String key, AreaCode station) {
    return switch (key.charAt(0)) {
      case 'p' -> of(station, new PersonId(key.substring(2)));
      case 'a' -> of(station, new Agency(key.substring(key.indexOf('.', 2) + 1)));
      default -> of(station);
    };
  }

  /** Who it is, if it is one person; else empty. */
  public Optional<PersonId> person() {
    return who instanceof Who.One(PersonId person) ? Optional.of(person) : Optional.empty();
  }

  /** Which agency it is; empty if it is none. */
  public Optional<Agency> agency() {
    return who instanceof Who.Office(Agency agency) ? Optional.of(agency) : Optional.empty();
  }

  /** Itself; of a person the station. */
  public Unit team() {
    return person().isPresent() ? of(station) : this;
  }

  /**
   * Short and unique, fit for a database key: {@code s.445381101}, {@code a.445381101.三防办} or
   * {@code p.p01}.
   */
  public String key() {
    return switch (who) {
      case Who.Team() -> "s." + station;
      case Who.Office(Agency agency) -> "a." + station + "." + agency;
      case Who.One(PersonId person) -> "p." + person;
    };
  }

  @Override
  public int compareTo(Unit other) {
    return ORDER.compare(this, other);
  }
}
