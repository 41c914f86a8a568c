package org.lanshao.form;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts the punctuation of one line in brackets right: {@code ｛id：x，type：text｝}. */
final class FlowPunctuation {
  private static final Pattern KEY_BEFORE = Pattern.compile(".*[{,][ \\u3000]*[\\w-]+[ \\u3000]*$");
  private static final Pattern KEY_AFTER = Pattern.compile("^[ \\u3000]*[\\w-]+[ \\u3000]*[:：].*");

  private final String line;
  private final StringBuilder out = new StringBuilder();
  private final Set<String> changed = new LinkedHashSet<>();
  private int fullWidthBrackets;
  private boolean quoted;

  private FlowPunctuation(String line) {
    this.line = line;
  }

  /** The line as it was probably meant. */
  static Repaired repair(String line) {
    var punctuation = new FlowPunctuation(line);
    for (int i = 0; i < line.length(); i++) {
      punctuation.take(i);
    }
    return new Repaired(punctuation.out.toString(), punctuation.changed);
  }

  private void take(int i) {
    char c = line.charAt(i);
    quoted ^= c == '"';
    var meant = quoted ? String.valueOf(c) : meant(c, i);
    if (!meant.equals(String.valueOf(c))) {
      changed.add(String.valueOf(c));
    }
    out.append(meant);
  }

  private String meant(char c, int i) {
    return switch (c) {
      case '［' -> opening("[");
      case '｛' -> opening("{");
      case '］' -> closing(c, "]", i);
      case '｝' -> closing(c, "}", i);
      case '：' -> KEY_BEFORE.matcher(out).matches() ? ": " : "：";
      case '，' -> KEY_AFTER.matcher(line.substring(i + 1)).matches() ? ", " : "，";
      case '“', '”' -> quote(c, i);
      default -> String.valueOf(c);
    };
  }

  private String opening(String bracket) {
    if (!structureBefore()) {
      return bracket.equals("[") ? "［" : "｛";
    }
    fullWidthBrackets++;
    return bracket;
  }

  private String closing(char c, String bracket, int i) {
    boolean last = line.substring(i + 1).isBlank();
    if (fullWidthBrackets == 0 && !last) {
      return String.valueOf(c);
    }
    fullWidthBrackets--;
    return bracket;
  }

  private String quote(char c, int i) {
    boolean closes = line.substring(i + 1).matches("\\s*[,，\\]］}｝].*") && out.indexOf("\"") >= 0;
    return structureBefore() || closes ? "\"" : String.valueOf(c);
  }

  private boolean structureBefore() {
    var before = out.toString().stripTrailing();
    return before.isEmpty() || "[{,:".indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  /** A repaired line, and the characters that had to be changed. */
  record Repaired(String text, Set<String> changed) {}
}
