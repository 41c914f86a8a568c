package org.lanshao.command;

import org.lanshao.count.Scope;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;

/** Whose records somebody may count. */
public final class Permission {
  private final Directory directory;

  /** By the areas of this directory. */
  public Permission(Directory directory) {
    this.directory = directory;
  }

  /** What is counted when no area is named: the widest that the asker may see. */
  Scope.One widest(Person asker) {
    return switch (asker.role()) {
      case WORKER -> new Scope.ByPerson(asker.id());
      case HEAD, TOWN -> new Scope.InArea(town(asker));
      case COUNTY, CITY, SUPERVISOR, ADMIN, AUDITOR -> new Scope.InArea(asker.area());
    };
  }

  /** Whether the asker may count the records of an area. */
  public boolean allows(Person asker, AreaCode area) {
    return switch (widest(asker)) {
      case Scope.ByPerson own -> false;
      case Scope.InArea(AreaCode widest) -> directory.within(area, widest);
    };
  }

  /**
   * The area whose matters somebody may follow: their station's town, or all that they are in
   * charge of.
   */
  public AreaCode station(Person asker) {
    return switch (asker.role()) {
      case WORKER, HEAD, TOWN -> town(asker);
      case COUNTY, CITY, SUPERVISOR, ADMIN, AUDITOR -> asker.area();
    };
  }

  private AreaCode town(Person asker) {
    return directory.around(asker.area(), Area.Kind.TOWN).map(Area::code).orElse(asker.area());
  }
}
