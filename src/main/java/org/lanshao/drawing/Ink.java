package org.lanshao.drawing;

import java.util.Locale;

/** Writes the parts of an SVG picture. For one thread. */
final class Ink {
  private static final String FONT =
      "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif";

  private final StringBuilder out = new StringBuilder();

  /** A box with round corners. */
  void box(Box box, double round, String fill, String edge) {
    line(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" stroke=\"%s\"/>"
            .formatted(
                n(box.x()), n(box.y()), n(box.width()), n(box.height()), n(round), fill, edge));
  }

  /** A text that begins at a place; {@code y} is its base line. */
  void text(String text, double x, double y, Pen pen) {
    line(
        "<text x=\"%s\" y=\"%s\" font-size=\"%s\" font-weight=\"%s\" fill=\"%s\">%s</text>"
            .formatted(
                n(x), n(y), n(pen.size()), pen.bold() ? "600" : "400", pen.color(), escaped(text)));
  }

  /** A way; with a head where it ends. */
  void way(String path, String color, boolean head) {
    line(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>"
            .formatted(path, color, head ? " marker-end=\"url(#head)\"" : ""));
  }

  /** The whole picture. */
  String picture(double width, double height, String title) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$s %2$s" width="%1$s" \
        height="%2$s" font-family="%3$s" role="img">
        <title>%4$s</title>
        <defs><marker id="head" markerWidth="8" markerHeight="8" refX="6" refY="4" orient="auto" \
        markerUnits="userSpaceOnUse"><path d="M0,0 L8,4 L0,8 z" fill="%5$s"/></marker></defs>
        <rect width="%1$s" height="%2$s" fill="#ffffff"/>
        %6$s</svg>
        """
        .formatted(n(width), n(height), FONT, escaped(title), Picture.LINE, out);
  }

  /** A number as short as can be: 12, 12.5. */
  static String n(double number) {
    var text = String.format(Locale.ROOT, "%.1f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String escaped(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(point);
              }
            });
    return out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  /** Where something stands. */
  record Box(double x, double y, double width, double height) {}

  /** How a text is written. */
  record Pen(double size, String color, boolean bold) {}
}
