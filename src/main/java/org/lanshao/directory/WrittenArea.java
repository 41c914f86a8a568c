package org.lanshao.directory;

import java.util.Optional;

/** Finds the area that somebody wrote into a file. */
public final class WrittenArea {
  private WrittenArea() {}

  /** The area of this code or name; empty when there is none, or not one alone. */
  public static Optional<AreaCode> find(String text, Directory directory) {
    var code = new AreaCode(text);
    if (directory.area(code).isPresent()) {
      return Optional.of(code);
    }
    var city = directory.areas().stream().filter(area -> area.parent().isEmpty()).findFirst();
    return city.map(widest -> directory.find(text, widest.code())).orElse(new Found.Nothing())
            instanceof Found.One(Area area)
        ? Optional.of(area.code())
        : Optional.empty();
  }
}
