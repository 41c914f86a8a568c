package org.lanshao.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lanshao.form.Point;

/**
 * A place that work is done in and counted by.
 *
 * @param code unique
 * @param name its full name, such as 太平镇
 * @param kind its level
 * @param parent the area it lies in; empty for the city alone
 * @param aliases other names and spellings
 * @param point about where its middle lies, if the file says so
 * @param founding since when its station works
 */
public record Area(
    AreaCode code,
    String name,
    Kind kind,
    Optional<AreaCode> parent,
    List<String> aliases,
    Optional<Point> point,
    Founding founding) {
  /** An area that nobody knows the place of. */
  public Area(
      AreaCode code, String name, Kind kind, Optional<AreaCode> parent, List<String> aliases) {
    this(code, name, kind, parent, aliases, Optional.empty(), Founding.UNKNOWN);
  }

  /** An area of whose station nobody knows since when it works. */
  public Area(
      AreaCode code,
      String name,
      Kind kind,
      Optional<AreaCode> parent,
      List<String> aliases,
      Optional<Point> point) {
    this(code, name, kind, parent, aliases, point, Founding.UNKNOWN);
  }

  /** The same with a station that works since then. */
  public Area with(Founding other) {
    return new Area(code, name, kind, parent, aliases, point, other);
  }

  /** Copies the aliases. */
  public Area {
    aliases = List.copyOf(aliases);
  }

  /** The level of an area, from the widest to the narrowest. */
  public enum Kind {
    CITY,
    COUNTY,
    TOWN,
    VILLAGE,
    POINT;

    /** The next narrower level; empty for the narrowest. */
    public Optional<Kind> below() {
      return Arrays.stream(values()).filter(kind -> kind.compareTo(this) > 0).findFirst();
    }
  }
}
