package org.lanshao.desk.talk;

import java.util.List;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.season.Seasons;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Seasons with what was declared about them, everywhere and in one place. */
public record LocalSeasons(Facts facts, Surroundings surroundings) {
  /** All that was declared, each for its own area. */
  public Seasons all() throws Unavailable {
    return surroundings.reminders().seasons().with(facts.reminders().declared());
  }

  /** As they are in an area: what its county declared stands over what the city did. */
  public Seasons in(AreaCode area) throws Unavailable {
    return all().there(path(area, surroundings.directory()));
  }

  /** An area and all that it lies in. */
  public static List<AreaCode> path(AreaCode area, Directory directory) {
    return directory.path(area).stream().map(Area::code).toList();
  }
}
