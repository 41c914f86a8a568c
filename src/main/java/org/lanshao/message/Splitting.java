package org.lanshao.message;

import java.util.ArrayList;
import java.util.List;

/** Cuts a long text into messages that a platform takes whole. Pure. */
public final class Splitting {
  private Splitting() {}

  /** How many bytes of UTF-8 a text takes. */
  public static int bytes(String text) {
    int bytes = 0;
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      bytes += bytes(point);
      at += Character.charCount(point);
    }
    return bytes;
  }

  /**
   * The text in parts of at most {@code maxBytes} bytes of UTF-8, in order. It is cut at the last
   * line end that fits, which is then left out, and where there is none between two code points;
   * parts without a visible character are left out.
   *
   * @param maxBytes at least 4, so that any code point fits
   */
  public static List<String> parts(String text, int maxBytes) {
    if (maxBytes < 4) {
      throw new IllegalArgumentException("a code point takes up to 4 bytes");
    }
    var parts = new ArrayList<String>();
    int from = 0;
    while (from < text.length()) {
      int to = fitting(text, from, maxBytes);
      int lineEnd = to == text.length() ? -1 : text.lastIndexOf('\n', to);
      int cut = lineEnd > from ? lineEnd : to;
      String part = text.substring(from, cut);
      if (!part.isBlank()) {
        parts.add(part);
      }
      from = cut < text.length() && text.charAt(cut) == '\n' ? cut + 1 : cut;
    }
    return List.copyOf(parts);
  }

  /** Where the longest piece from here ends that is not too long. */
  private static int fitting(String text, int from, int maxBytes) {
    int left = maxBytes;
    int at = from;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      left -= bytes(point);
      if (left < 0) {
        return at;
      }
      at += Character.charCount(point);
    }
    return at;
  }

  private static int bytes(int point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
}
