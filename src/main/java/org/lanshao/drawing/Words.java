package org.lanshao.drawing;

import java.util.ArrayList;
import java.util.List;

/** Sets text in lines of a width. */
final class Words {
  /** How much of its size a narrow character takes; Chinese ones take all of it. */
  private static final double NARROW = 0.56;

  private static final double SPACE = 0.28;
  private static final int FIRST_WIDE = 0x2E80;

  private Words() {}

  /** How wide a text is, in the unit of its size. */
  static double width(String text, double size) {
    return text.codePoints().mapToDouble(Words::ems).sum() * size;
  }

  private static double ems(int point) {
    if (point == ' ') {
      return SPACE;
    }
    return point >= FIRST_WIDE || (point >= 0x2010 && point <= 0x2026) ? 1 : NARROW;
  }

  /** The text in at most {@code most} lines, the last one cut with … when it does not fit. */
  static List<String> lines(String text, double size, double width, int most) {
    var lines = new ArrayList<String>();
    for (String line : text.strip().split("\n")) {
      wrap(line, size, width, lines);
    }
    if (lines.size() <= most) {
      return lines;
    }
    var kept = new ArrayList<>(lines.subList(0, most));
    var last = kept.removeLast();
    while (width(last + "…", size) > width) {
      last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
    }
    kept.add(last + "…");
    return kept;
  }

  private static void wrap(String text, double size, double width, List<String> lines) {
    var line = new StringBuilder();
    double taken = 0;
    for (int point : text.codePoints().toArray()) {
      double next = ems(point) * size;
      boolean closes = "，。、；：！？）”".indexOf(point) >= 0;
      if (taken + next > width && !line.isEmpty() && !closes) {
        lines.add(line.toString());
        line.setLength(0);
        taken = 0;
      }
      line.appendCodePoint(point);
      taken += next;
    }
    lines.add(line.toString());
  }
}
