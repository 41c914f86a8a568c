package org.lanshao.form;

import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Says in plain words what the YAML parser complains about. */
final class YamlSyntax {
  private static final String NO_REFERENCE = "不能用 & 和 * 引用。";
  private static final String NO_TAG = "不能用 ! 标记。";
  private static final String QUOTE = "删掉它；以 ! 开头的文字要用英文引号 \"…\" 包起来。";

  /** The beginnings of SnakeYAML's sentences, and what they mean to the writer of a form. */
  private static final List<Explained> EXPLAINED =
      List.of(
          new Explained(
              "mapping values are not allowed",
              false,
              "这里不该有冒号。",
              "检查缩进；文字里有英文冒号时，整句用英文引号 \"…\" 包起来。"),
          new Explained(
              "could not find expected ':'", true, "这一行少了冒号，或者缩进不对。", "写成 键: 值（英文冒号，后面一个空格）。"),
          new Explained("found character", false, "文字不能以这个符号开头。", "用英文引号 \"…\" 把整句包起来；缩进只能用空格。"),
          new Explained(
              "expected <block end>",
              false,
              "和上面的行对不齐，或者引号、括号后面多了文字。",
              "同一层的键要左边对齐；整句用英文引号 \"…\" 包起来。"),
          new Explained("found unexpected end of stream", true, "引号没有收尾。", "在文字末尾补上同样的英文引号。"),
          new Explained("expected ',' or", true, "括号没有收尾，或者少了逗号。", "每一项之间用英文逗号加空格，最后补上 ] 或 }。"),
          new Explained(
              FormCode.YAML_REFERENCE,
              "found undefined alias",
              false,
              NO_REFERENCE,
              "以 * 开头的文字要用英文引号 \"…\" 包起来。"),
          new Explained("found unknown escape", false, "双引号里的反斜杠 \\ 用错了。", "改用单引号 '…'，或者写两个反斜杠。"),
          new Explained(
              "but found another document", false, "一个文件里只能有一份内容。", "删掉 --- 这一行，或者拆成两个文件。"),
          new Explained(FormCode.YAML_TAG, "expected URI", false, NO_TAG, QUOTE),
          new Explained(FormCode.YAML_TAG, "Global tag is not allowed", false, NO_TAG, QUOTE),
          new Explained(
              FormCode.YAML_REFERENCE,
              "expected alphabetic or numeric character",
              false,
              NO_REFERENCE,
              "以 & 或 * 开头的文字要用英文引号 \"…\" 包起来。"));

  private YamlSyntax() {}

  static Mistake explain(String file, YAMLException wrong) {
    if (wrong instanceof MarkedYAMLException marked && marked.getProblem() != null) {
      return explain(file, marked);
    }
    return Line.of(file).wrong(FormCode.YAML_SYNTAX, "写法太复杂，读不了。", "减少括号和缩进的层数。");
  }

  private static Mistake explain(String file, MarkedYAMLException wrong) {
    var why =
        EXPLAINED.stream()
            .filter(one -> wrong.getProblem().startsWith(one.begins))
            .findFirst()
            .orElse(new Explained("", false, "写法不对。", "对照 README.md 的例子，检查这一行的缩进、冒号和引号。"));
    Mark mark =
        why.atContext && wrong.getContextMark() != null
            ? wrong.getContextMark()
            : wrong.getProblemMark();
    return new Line(file, mark == null ? 0 : mark.getLine() + 1)
        .wrong(why.code, why.problem, why.remedy);
  }

  /**
   * A complaint explained.
   *
   * @param atContext whether the line to tell is where the broken thing began, not where it was
   *     noticed
   */
  private record Explained(
      FormCode code, String begins, boolean atContext, String problem, String remedy) {
    Explained(String begins, boolean atContext, String problem, String remedy) {
      this(FormCode.YAML_SYNTAX, begins, atContext, problem, remedy);
    }
  }
}
