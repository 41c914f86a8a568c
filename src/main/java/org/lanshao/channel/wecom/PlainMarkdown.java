package org.lanshao.channel.wecom;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Plain text for a place where marked text is expected, as a smart bot's answers are (documents
 * 101031 and 101138): it shows what it says. WeCom documents no sign that takes a mark's meaning
 * away, so each mark becomes its wide form, which looks nearly the same; addresses stay as they
 * are.
 */
final class PlainMarkdown {
  /**
   * An address, or a mark: of a heading or quotation where a line begins, a line that underlines or
   * divides, emphasis, code, the turn from a link's text to its address, what names people or
   * colours.
   */
  private static final Pattern MARK =
      Pattern.compile(
          "(?<address>https?://[^\\s\\p{IsHan}]+)|(?m:^[ \\t]*(?:[#>]+|[-=_]{2,}[ \\t]*$))"
              + "|[*`]+|~~+|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])|\\](?=[(\\[])|<(?=[A-Za-z/!@])");

  /** What the wide forms of ASCII are away from it. */
  private static final int WIDE = 0xFEE0;

  private PlainMarkdown() {}

  /** Marked text that shows this one. */
  static String of(String text) {
    return MARK.matcher(text).replaceAll(PlainMarkdown::shown);
  }

  private static String shown(MatchResult found) {
    String shown = found.start("address") >= 0 ? found.group() : wide(found.group());
    return java.util.regex.Matcher.quoteReplacement(shown);
  }

  private static String wide(String marks) {
    return marks
        .chars()
        .map(mark -> mark > ' ' ? mark + WIDE : mark)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
