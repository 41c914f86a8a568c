package org.lanshao.record;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Role;

/**
 * How much somebody gets to see of one record, or of what has become of it. Where a form names its
 * readers, they see all of it and others not more than that it is there.
 */
public final class Readership {
  private final Directory directory;

  /** By the areas and people of this directory. */
  public Readership(Directory directory) {
    this.directory = directory;
  }

  /**
   * In private.
   *
   * @param readers as the form names them
   * @param area of the record
   * @param hands in which it is: of its author, and of whoever has it to follow
   */
  public Sight of(Person asker, Set<String> readers, AreaCode area, Set<PersonId> hands) {
    if (hands.stream().anyMatch(hand -> isIn(hand, asker.id()))) {
      return Sight.FULL;
    }
    if (readers.isEmpty()) {
      return Sight.of(asker, false);
    }
    boolean reads = readers.contains(asker.role().word()) && isCharge(asker, area);
    return reads ? Sight.FULL : Sight.NUMBERS;
  }

  /** The same of a record. */
  public Sight of(Person asker, Set<String> readers, Submission record) {
    return of(asker, readers, record.area(), Set.of(record.person()));
  }

  /** The same of what has become of a record. */
  public Sight of(Person asker, Set<String> readers, Matter matter) {
    var hands = new HashSet<>(List.of(matter.person(), matter.care().owner()));
    return of(asker, readers, matter.area(), hands);
  }

  private boolean isIn(PersonId hand, PersonId asker) {
    return hand.equals(asker) || directory.heir(hand).filter(asker::equals).isPresent();
  }

  /** A worker answers for what is in their hands alone; others for their station or area. */
  private boolean isCharge(Person asker, AreaCode area) {
    if (asker.role() == Role.WORKER) {
      return false;
    }
    var charge =
        asker.role() == Role.HEAD
            ? directory.around(asker.area(), Area.Kind.TOWN).map(Area::code)
            : Optional.of(asker.area());
    return charge.filter(own -> directory.within(area, own)).isPresent();
  }
}
