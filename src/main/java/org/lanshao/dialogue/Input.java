package org.lanshao.dialogue;

import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.form.Media;
import org.lanshao.form.Point;

/** What somebody sends beside words. */
public sealed interface Input {
  /** A point in a transcript. */
  Pattern SPOT = Pattern.compile("\\[位置 (\\d{1,2}\\.\\d{1,6}),(\\d{1,3}\\.\\d{1,6})]");

  /** A picture. */
  record Photo(Media media) implements Input {}

  /** A file. */
  record Paper(Media media) implements Input {}

  /** A point on the map. */
  record Spot(Point point) implements Input {}

  /**
   * What a line of a transcript stands for: {@code [照片]}, {@code [文件]}, {@code [位置 22.91,112.04]};
   * empty for words.
   *
   * @param line the whole message
   * @param id for the picture or file
   */
  public static Optional<Input> written(String line, String id) {
    var media = new Media.Sent("rehearsal", id);
    var spot = SPOT.matcher(line);
    if (spot.matches()) {
      double latitude = Double.parseDouble(spot.group(1));
      double longitude = Double.parseDouble(spot.group(2));
      return Point.isOnEarth(latitude, longitude)
          ? Optional.of(new Spot(new Point(latitude, longitude)))
          : Optional.empty();
    }
    return switch (line) {
      case "[照片]" -> Optional.of(new Photo(media));
      case "[文件]" -> Optional.of(new Paper(media));
      default -> Optional.empty();
    };
  }
}
