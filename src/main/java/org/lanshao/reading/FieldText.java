package org.lanshao.reading;

import java.util.ArrayList;
import java.util.List;

/** The words that name fields and give their values, with the places at which they may part. */
final class FieldText {
  /** What stands between a field and its new value, or before a value alone; longest first. */
  private static final List<String> LINKS =
      List.of(
          "应该是", "应该系", "应该係", "实际是", "实际系", "改成", "改为", "改做", "改到", "应为", "应是", "应系", "变成", "为",
          "是", "系", "係", "有", "到", "=");

  private static final String PARTING = " ,;。.\n";
  private static final String JOINING = " :,、\n";

  private final String text;
  private final String folded;
  private final FieldNames names;

  FieldText(String text, FieldNames names) {
    this.text = Folding.keep(text);
    this.folded = fold(this.text);
    this.names = names;
  }

  /** Half-width and lower case, each character in its place. */
  static String fold(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char half = c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c;
      out.append(
          half != '\n' && (Character.isWhitespace(half) || Character.isSpaceChar(half))
              ? ' '
              : Character.toLowerCase(half));
    }
    return out.toString();
  }

  int length() {
    return text.length();
  }

  String from(int start, int end) {
    return text.substring(start, end).strip();
  }

  java.util.Optional<FieldNames.Name> nameAt(int place) {
    return names.at(folded, place);
  }

  /** The first place from here on that is neither space nor punctuation. */
  int skipParting(int from) {
    int at = from;
    while (at < length() && (isParting(at) || folded.charAt(at) == '、')) {
      at++;
    }
    return at;
  }

  /** The first place from here on where a value can begin: after 改成, 是 and their kin. */
  int skipLink(int from) {
    int at = skipJoining(from);
    for (String link : LINKS) {
      if (folded.startsWith(link, at)) {
        int after = skipJoining(at + link.length());
        return after < length() ? after : from;
      }
    }
    return at;
  }

  private int skipJoining(int from) {
    int at = from;
    while (at < length() && JOINING.indexOf(folded.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** Where what begins here may end, the farthest first: not behind the next name set apart. */
  List<Integer> ends(int from) {
    var ends = new ArrayList<Integer>();
    int at = from + 1;
    while (at < length() && !(isParting(at - 1) && nameAt(at).isPresent())) {
      if ((isParting(at) && !isParting(at - 1)) || nameAt(at).isPresent()) {
        ends.addFirst(at);
      }
      at++;
    }
    ends.addFirst(Math.min(at, length()));
    return ends;
  }

  /** Where the word that begins here ends. */
  int wordEnd(int from) {
    int at = from;
    while (at < length() && !isParting(at)) {
      at++;
    }
    return Math.max(at, Math.min(from + 1, length()));
  }

  private boolean isParting(int at) {
    boolean point = folded.charAt(at) == '.' && at + 1 < length();
    return !(point && Character.isDigit(folded.charAt(at + 1)))
        && PARTING.indexOf(folded.charAt(at)) >= 0;
  }
}
