package org.lanshao.desk.register;

import org.lanshao.command.Permission;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;

/** Whose households somebody may look at and change: those of their area, never as an auditor. */
public final class FileRights {
  private final Directory directory;

  /** By the areas of this directory. */
  public FileRights(Directory directory) {
    this.directory = directory;
  }

  /** The widest area that somebody may ask about. */
  AreaCode widest(Person asker) {
    return new Permission(directory).station(asker);
  }

  /** Whether somebody may look at households of an area. */
  public boolean sees(Person asker, AreaCode area) {
    return asker.role() != Role.AUDITOR && directory.within(area, widest(asker));
  }

  /**
   * Whether names and words on file are shown whole: to who does or answers for the work itself.
   */
  boolean seesNames(Person asker) {
    return switch (asker.role()) {
      case WORKER, HEAD, TOWN, COUNTY, CITY -> true;
      case SUPERVISOR, ADMIN, AUDITOR -> false;
    };
  }

  /** Who looks after households may call them: others see a masked number. */
  boolean seesPhones(Person asker) {
    return switch (asker.role()) {
      case WORKER, HEAD, TOWN -> true;
      case COUNTY, CITY, SUPERVISOR, ADMIN, AUDITOR -> false;
    };
  }

  boolean changes(Person asker) {
    return switch (asker.role()) {
      case WORKER, HEAD, TOWN, COUNTY, CITY, ADMIN -> true;
      case SUPERVISOR, AUDITOR -> false;
    };
  }

  /** Also who may have a list with whole names. */
  boolean leads(Person asker) {
    return switch (asker.role()) {
      case HEAD, TOWN, COUNTY, CITY -> true;
      case WORKER, SUPERVISOR, ADMIN, AUDITOR -> false;
    };
  }
}
