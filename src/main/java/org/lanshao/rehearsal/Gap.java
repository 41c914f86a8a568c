package org.lanshao.rehearsal;

import java.util.Set;
import java.util.stream.Stream;
import org.lanshao.form.ConditionText;
import org.lanshao.form.Follows;
import org.lanshao.form.FormSource;
import org.lanshao.form.Line;
import org.lanshao.form.Mistake;
import org.lanshao.form.Opens;
import org.lanshao.form.QuestionId;

/** Tells the points of a form that no transcript shows. */
final class Gap {
  private final FormSource source;

  private Gap(FormSource source) {
    this.source = source;
  }

  /** One mistake for each point that was not shown; one alone when nothing was. */
  static Stream<Mistake> of(FormSource source, Set<Point> shown) {
    var gap = new Gap(source);
    return shown.isEmpty()
        ? Stream.of(gap.none())
        : Point.of(source).stream().filter(point -> !shown.contains(point)).map(gap::of);
  }

  private Mistake none() {
    var id = source.form().id().text();
    return source
        .at("id")
        .wrong(
            RehearsalCode.NO_TRANSCRIPT,
            "%s 还没有对话样例。".formatted(source.form().title()),
            "在 transcripts 里加一个文件，例如 %s-straight.txt，开头写 %s 2022-05-10 p03 私聊。".formatted(id, id));
  }

  private Mistake of(Point point) {
    return switch (point) {
      case Point.Asked(QuestionId question) ->
          source
              .question(question, "id")
              .wrong(
                  RehearsalCode.NOT_ASKED,
                  "没有样例回答过%s。".formatted(label(question)),
                  "加一段会问到它、也回答它的对话。");
      case Point.Branch branch -> branch(branch);
      case Point.Checked(int check) ->
          check(check).wrong(RehearsalCode.NOT_CHECKED, "没有样例让这个核对说话。", "加一段答案不合 that 的对话。");
      case Point.Insisted(int check) ->
          check(check).wrong(RehearsalCode.NOT_CHECKED, "没有样例在这个核对问起时坚持。", "加一段回复 是 的对话。");
      case Point.Again(QuestionId question, int sentence) ->
          source
              .text(question, "again", sentence)
              .wrong(
                  RehearsalCode.NOT_REFUSED,
                  "没有样例说到%s的第 %d 句 again。".formatted(label(question), sentence + 1),
                  "加一段连着 %d 次答得看不懂的对话。".formatted(sentence + 1));
      case Point.Opened(Opens line) ->
          moved("open", source.form().matters().opens().indexOf(line), "state");
      case Point.Followed(Follows line) ->
          moved("follow", source.form().matters().follows().indexOf(line), "question");
      case Point.Bounds(QuestionId question) ->
          source
              .question(question, source.writes(question, "max") ? "max" : "min")
              .wrong(
                  RehearsalCode.NOT_REFUSED,
                  "没有样例让%s超出 min 和 max。".formatted(label(question)),
                  "加一段数字太大或太小的对话。");
    };
  }

  private Mistake branch(Point.Branch branch) {
    var condition = ConditionText.of(branch.condition(), source.form());
    return source
        .question(branch.question(), "when")
        .wrong(
            RehearsalCode.NOT_BRANCHED,
            "没有样例走过“%s”%s的一边。".formatted(condition, branch.holds() ? "成立" : "不成立"),
            "加一段这样回答的对话。");
  }

  private Mistake moved(String list, int index, String key) {
    return source
        .item(list, index, key)
        .wrong(
            RehearsalCode.NOT_MOVED,
            "没有样例用到 %s 的第 %d 行。".formatted(list, index + 1),
            "加一段这一行成立、最后提交的对话。");
  }

  private Line check(int index) {
    return source.item("check", index, "that");
  }

  private String label(QuestionId question) {
    return source.label(question).map("“%s”"::formatted).orElse("");
  }
}
