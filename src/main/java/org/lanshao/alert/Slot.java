package org.lanshao.alert;

import java.util.Locale;
import org.lanshao.directory.Area;

/** Whom a wave tells, by their place in the work; the files name it by its word. */
public enum Slot {
  /** The heads of the station. */
  HEAD(Area.Kind.TOWN),
  /** Who is on duty at the station now. */
  DUTY(Area.Kind.TOWN),
  /** The officers of the town. */
  TOWN(Area.Kind.TOWN),
  /** The coordinators of the county. */
  COUNTY(Area.Kind.COUNTY),
  /** The coordinators of the city. */
  CITY(Area.Kind.CITY);

  private final Area.Kind level;

  Slot(Area.Kind level) {
    this.level = level;
  }

  /** The level of area that they work for. */
  public Area.Kind level() {
    return level;
  }

  /** Whether they belong to the station itself. */
  public boolean isOfStation() {
    return this == HEAD || this == DUTY;
  }

  /** The word for it in files: {@code head}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
