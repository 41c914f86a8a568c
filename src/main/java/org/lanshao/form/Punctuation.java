package org.lanshao.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Finds what a Chinese keyboard puts in the place of YAML's own punctuation: ：，［］｛｝“”, tabs,
 * full-width spaces, a colon or dash without its space. Looked at only when a file cannot be read
 * as it stands, for all of it is fine inside a text.
 */
final class Punctuation {
  private static final Pattern KEY_WITH_FULL_WIDTH_COLON =
      Pattern.compile("[\\w$.-]+[ \\u3000]*：.*", Pattern.DOTALL);
  private static final Pattern DASH = Pattern.compile("^(-(?=[^\\s\\d-])|[－—–](?=\\s?\\S))");
  private static final Pattern KEY =
      Pattern.compile("^((?:- +)*+[\\w$.-]+)[ \\u3000]*(：[ \\u3000]*|:(?=[^\\s/])|:\\u3000+)");
  private static final Pattern INDENT = Pattern.compile("[\\s\\p{Z}]*+");
  private static final Pattern BLOCK = Pattern.compile("(^|[:-] +)[|>][+-]?\\d?[+-]?\\s*(#.*)?$");
  private static final Pattern VALUE = Pattern.compile("^(?:- +)*+(?:[\\w$.-]+: +)?(?=[\\[{［｛])");

  /** Longer ones, which nobody writes by hand, would take too long to look through. */
  private static final int LONGEST_LINE = 2000;

  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int NEXT_LINE = 0x85;

  private final List<Mistake> mistakes = new ArrayList<>();
  private boolean guessed;

  /** Without a byte order mark and characters that nobody can see, which are told. */
  static String printable(String file, String text, Mistakes mistakes) {
    var body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (body.codePoints().allMatch(Punctuation::isVisible)) {
      return body;
    }
    var out = new StringBuilder();
    int[] line = {1};
    body.codePoints()
        .forEach(
            point -> {
              line[0] += point == '\n' ? 1 : 0;
              if (isVisible(point)) {
                out.appendCodePoint(point);
              } else {
                out.append(Character.getType(point) == Character.FORMAT ? "" : " ");
                mistakes.add(
                    FormCode.INVISIBLE_CHARACTER,
                    new Line(file, line[0]),
                    "有一个看不见的字符（U+%04X）。".formatted(point),
                    "删掉它，把这一行重新打一遍。");
              }
            });
    return out.toString();
  }

  /**
   * Whether a character can be seen, or parts words and lines as everybody expects: none of width
   * zero, which pages and documents hold, but the one that joins signs to one emoji.
   */
  private static boolean isVisible(int point) {
    return StreamReader.isPrintable(point)
        && switch (Character.getType(point)) {
          case Character.FORMAT -> point == ZERO_WIDTH_JOINER;
          case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
          default -> point != NEXT_LINE;
        };
  }

  /** Whether a tree that could be read looks as if punctuation were wrong nevertheless. */
  static boolean suspicious(@Nullable Node root) {
    return root instanceof ScalarNode || inside(root);
  }

  private static boolean inside(@Nullable Node node) {
    return switch (node) {
      case MappingNode keys when keys.getAnchor() == null ->
          keys.getValue().stream()
              .anyMatch(tuple -> strange(tuple.getKeyNode()) || inside(tuple.getValueNode()));
      case SequenceNode list when list.getAnchor() == null ->
          list.getValue().stream().anyMatch(item -> strange(item) || inside(item));
      case null, default -> false;
    };
  }

  private static boolean strange(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && KEY_WITH_FULL_WIDTH_COLON.matcher(scalar.getValue()).matches();
  }

  /** The text as it was probably meant, and what had to be changed for it. */
  static Repaired repair(String file, String text) {
    var punctuation = new Punctuation();
    var lines = text.split("\n", -1);
    int blockIndent = -1;
    for (int i = 0; i < lines.length; i++) {
      var line = lines[i];
      int indent = body(line);
      if (blockIndent >= 0 && (line.isBlank() || indent > blockIndent)) {
        continue;
      }
      lines[i] = punctuation.repair(new Line(file, i + 1), line);
      blockIndent = BLOCK.matcher(lines[i]).find() ? indent : -1;
    }
    return new Repaired(String.join("\n", lines), punctuation.mistakes, punctuation.guessed);
  }

  private String repair(Line at, String line) {
    var body = line.substring(body(line));
    if (body.isEmpty() || body.startsWith("#")) {
      return line;
    }
    var indent = indent(at, line.substring(0, line.length() - body.length()));
    if (body.startsWith("＃")) {
      wrong(FormCode.CHINESE_PUNCTUATION, at, "用了中文井号“＃”。", "请改成英文井号 #。");
      return "";
    }
    return indent + flow(at, key(at, dash(at, body)));
  }

  /** Where a line's words begin. */
  private static int body(String line) {
    Matcher indent = INDENT.matcher(line);
    return indent.lookingAt() ? indent.end() : 0;
  }

  private String indent(Line at, String indent) {
    if (indent.chars().allMatch(c -> c == ' ' || c == '\r')) {
      return indent;
    }
    guessed = true;
    var space = indent.contains("\u3000") ? "中文空格" : "网页上的空格";
    var what = indent.contains("\t") ? " Tab 键" : space;
    wrong(FormCode.INDENTATION, at, "用%s缩进了。".formatted(what), "请改成英文空格，每层两个。");
    return indent.replaceAll("[\t\u3000]", "  ").replaceAll("[^ ]", " ");
  }

  private String dash(Line at, String body) {
    Matcher dash = DASH.matcher(body);
    if (!dash.find() || body.startsWith("---")) {
      return body;
    }
    guessed |= body.startsWith("-");
    wrong(FormCode.LIST_DASH, at, "列表的短横不对。", "请写成英文短横加空格 `- `。");
    return "- " + body.substring(1).stripLeading();
  }

  private String key(Line at, String body) {
    Matcher key = KEY.matcher(body);
    if (!key.find()) {
      return body;
    }
    if (key.group(2).startsWith("：")) {
      wrong(FormCode.CHINESE_PUNCTUATION, at, "用了中文冒号“：”。", "请改成英文冒号加空格 `: `。");
    } else {
      wrong(
          FormCode.COLON_WITHOUT_SPACE,
          at,
          "冒号后面少了英文空格。",
          "请写成 `%s: …`。".formatted(key.group(1).replace("- ", "")));
    }
    return key.group(1) + ": " + body.substring(key.end());
  }

  private String flow(Line at, String body) {
    Matcher value = VALUE.matcher(body);
    if (!value.find() || body.length() > LONGEST_LINE) {
      return body;
    }
    var repaired = FlowPunctuation.repair(body.substring(value.end()));
    if (!repaired.changed().isEmpty()) {
      wrong(
          FormCode.CHINESE_PUNCTUATION,
          at,
          "用了中文标点 %s。".formatted(String.join(" ", repaired.changed())),
          "请改成英文标点：冒号 `: ` 和逗号 `, ` 后面加空格，括号用 [ ] { }，引号用 \"。");
    }
    return body.substring(0, value.end()) + repaired.text();
  }

  private void wrong(Code code, Line at, String problem, String remedy) {
    mistakes.add(at.wrong(code, problem, remedy));
  }

  /**
   * A repaired text.
   *
   * @param guessed whether indentation was guessed, so that what does not fit now may fit when the
   *     writer has set it right
   */
  record Repaired(String text, List<Mistake> mistakes, boolean guessed) {}
}
