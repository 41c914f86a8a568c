package org.lanshao.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads texts with slots. */
final class TemplateText {
  private static final Pattern BRACES =
      Pattern.compile(
          "\\{\\{|\\}\\}|\\{(?<slot>[A-Za-z][A-Za-z0-9_]*)(\\|(?<one>[^{}|]*)\\|(?<other>[^{}|]*))?\\}"
              + "|(?<wrong>[{}]|｛[^｛｝]*｝)");

  private TemplateText() {}

  /** The text's pieces, and what is not written as a slot must be. */
  static Read read(String text) {
    var pieces = new ArrayList<Template.Piece>();
    var wrong = new ArrayList<String>();
    var words = new StringBuilder();
    Matcher braces = BRACES.matcher(text);
    int end = 0;
    while (braces.find()) {
      words.append(text, end, braces.start());
      end = braces.end();
      var slot = braces.group("slot");
      if (slot != null) {
        flush(words, pieces);
        var one = braces.group("one");
        pieces.add(
            one == null
                ? new Template.Piece.Slot(slot)
                : new Template.Piece.ByNumber(slot, one, braces.group("other")));
        continue;
      }
      if (braces.group("wrong") != null) {
        wrong.add(text.substring(braces.start(), Math.min(text.length(), braces.start() + 10)));
        words.append(braces.group());
      } else {
        words.append(braces.group().charAt(0));
      }
    }
    flush(words.append(text.substring(end)), pieces);
    return new Read(new Template(pieces), wrong);
  }

  /**
   * As {@link #read(String)}; what is wrong, and slots that are not known, are kept as mistakes.
   */
  static Template read(Section.Word text, java.util.Set<String> slots, Mistakes mistakes) {
    var read = read(text.text());
    for (String wrong : read.wrong()) {
      mistakes.add(
          FormCode.BAD_BRACES,
          text.at(),
          "“%s”这里的花括号不对。".formatted(wrong),
          "空格写成 {名称}，用英文花括号，名称只用英文字母、数字和 _；要显示花括号本身就写两个 {{ }}。");
    }
    for (String slot : read.template().slots()) {
      if (!slots.contains(slot)) {
        mistakes.add(
            FormCode.NO_SUCH_SLOT,
            text.at(),
            "没有 {%s} 这一项可以填。".formatted(Section.shorten(slot)),
            Spelling.remedy(slot, slots.stream().sorted().toList()));
      }
    }
    return read.template();
  }

  private static void flush(StringBuilder words, List<Template.Piece> pieces) {
    if (!words.isEmpty()) {
      pieces.add(new Template.Piece.Words(words.toString()));
      words.setLength(0);
    }
  }

  /** A template, and the beginnings of what is wrong in it. */
  record Read(Template template, List<String> wrong) {}
}
