package org.lanshao.notice;

import java.util.Optional;
import java.util.regex.Pattern;

/** The texts of warnings as plain text: marks of HTML, control signs and what is too long go. */
final class CapText {
  private static final Pattern BREAK = Pattern.compile("(?i)<\\s*(?:br|/p|/div|/li)\\s*/?>");
  private static final Pattern HIDDEN =
      Pattern.compile("(?is)<\\s*(script|style)\\b.*?<\\s*/\\s*\\1\\s*>");
  private static final Pattern MARK = Pattern.compile("<[^<>]{1,500}>");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n]]+");
  private static final Pattern BLANK = Pattern.compile("[ \\u3000]*\\n\\s*");
  private static final int LINE = 120;
  private static final int TEXT = 3000;

  private CapText() {}

  /** One line. */
  static String line(String text) {
    return cut(clean(text).replace('\n', ' '), LINE);
  }

  /** A text and what is to be done, on lines of their own. */
  static String plain(String text, Optional<String> more) {
    return cut((clean(text) + "\n" + clean(more.orElse(""))).strip(), TEXT);
  }

  private static String clean(String text) {
    var shown = HIDDEN.matcher(text).replaceAll("");
    var lines = BREAK.matcher(shown).replaceAll("\n");
    var words = MARK.matcher(lines).replaceAll("").replace("&nbsp;", " ");
    return BLANK.matcher(CONTROL.matcher(words).replaceAll(" ")).replaceAll("\n").strip();
  }

  private static String cut(String text, int most) {
    int length = text.codePointCount(0, text.length());
    return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
