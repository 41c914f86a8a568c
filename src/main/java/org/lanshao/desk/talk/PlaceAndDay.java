package org.lanshao.desk.talk;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Found;

/**
 * A place and a day said in a row without anything between them, in any order: 罗定市昨天.
 *
 * @param area empty where none was named
 */
public record PlaceAndDay(Optional<AreaCode> area, LocalDate day) {
  /**
   * Reads the whole text.
   *
   * @param near whose area is meant where several are called so
   * @param day reads a day; from empty text the one that is meant where none is said
   * @return empty where the text says anything else
   */
  public static Optional<PlaceAndDay> read(
      String text, Directory directory, AreaCode near, Function<String, Optional<LocalDate>> day) {
    for (int cut = 0; cut <= text.length(); cut++) {
      var one = text.substring(0, cut);
      var other = text.substring(cut);
      var read =
          of(one, day.apply(other), directory, near)
              .or(() -> of(other, day.apply(one), directory, near));
      if (read.isPresent()) {
        return read;
      }
    }
    return Optional.empty();
  }

  private static Optional<PlaceAndDay> of(
      String place, Optional<LocalDate> day, Directory directory, AreaCode near) {
    var area = area(place, directory, near);
    return day.filter(found -> place.isEmpty() || area.isPresent())
        .map(found -> new PlaceAndDay(area, found));
  }

  private static Optional<AreaCode> area(String text, Directory directory, AreaCode near) {
    return !text.isEmpty() && directory.find(text, near) instanceof Found.One(Area area)
        ? Optional.of(area.code())
        : Optional.empty();
  }
}
