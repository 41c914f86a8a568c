package org.lanshao.alert;

import java.util.List;
import java.util.Optional;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.PersonId;

/** Who is to be reached, as things are at this moment. */
public interface Roster {
  /**
   * Who fills a slot for an area.
   *
   * @return empty when there is no such slot here, for an area outside any station; an empty list
   *     when nobody fills it, as duty where no roster is kept
   */
  Optional<List<PersonId>> people(Slot slot, AreaCode area);

  /** Whether somebody can be written to. */
  boolean hasAddress(PersonId person);

  /** The groups of the area of this level around an area that can be written to. */
  List<GroupId> groups(Area.Kind level, AreaCode area);
}
