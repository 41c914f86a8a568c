package org.lanshao.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or sign of an expression.
 *
 * @param text what it means; without its quotes for a quoted text
 * @param position of its first character, from 1
 */
record ExprToken(Kind kind, String text, int position) {
  enum Kind {
    WORD,
    NUMBER,
    QUOTED,
    SIGN,
    UNKNOWN,
    END
  }

  private static final Pattern ONE =
      Pattern.compile(
          "\\s*(?:(?<word>[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)?)"
              + "|(?<number>\\p{Nd}+(?:\\.\\p{Nd}+)?)"
              + "|\"(?<double>[^\"]*)\"|'(?<single>[^']*)'"
              + "|(?<sign>==|!=|<=|>=|<>|&&|\\|\\||[=<>()+*,-])|(?<unknown>\\S))");

  /** The tokens of a text, ended by {@link Kind#END}. Full-width signs are taken for plain ones. */
  static List<ExprToken> of(String text) {
    var tokens = new ArrayList<ExprToken>();
    Matcher matcher = ONE.matcher(plain(text));
    int end = 0;
    while (matcher.find(end)) {
      tokens.add(token(matcher));
      end = matcher.end();
    }
    tokens.add(new ExprToken(Kind.END, "", text.length() + 1));
    return tokens;
  }

  private static ExprToken token(Matcher found) {
    for (var group : List.of("word", "number", "double", "single", "sign", "unknown")) {
      if (found.group(group) != null) {
        int quote = kind(group) == Kind.QUOTED ? 0 : 1;
        return new ExprToken(kind(group), found.group(group), found.start(group) + quote);
      }
    }
    throw new IllegalStateException("the pattern found nothing");
  }

  private static Kind kind(String group) {
    return switch (group) {
      case "word" -> Kind.WORD;
      case "number" -> Kind.NUMBER;
      case "sign" -> Kind.SIGN;
      case "unknown" -> Kind.UNKNOWN;
      default -> Kind.QUOTED;
    };
  }

  /** Each character as a plain keyboard has it, one for one, so that positions stay. */
  private static String plain(String text) {
    var out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      out.setCharAt(i, plain(out.charAt(i)));
    }
    return out.toString().replace("≤", "<=").replace("≥", ">=").replace("≠", "!=");
  }

  private static char plain(char c) {
    return switch (c) {
      case '“', '”' -> '"';
      case '‘', '’' -> '\'';
      case '×' -> '*';
      case '　' -> ' ';
      default -> c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
    };
  }

  boolean is(String sign) {
    return kind != Kind.QUOTED && text.equals(sign);
  }
}
