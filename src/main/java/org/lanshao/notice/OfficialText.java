package org.lanshao.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what official texts say: 将暴雨黄色预警信号升级为橙色, 继续发布, 解除, 启动防汛Ⅳ级应急响应. Of a change the level behind
 * the word holds, never the one before it.
 */
public final class OfficialText {
  private static final Pattern SENTENCE = Pattern.compile("[。；;！!\\n]+");
  private static final Pattern CHANGE =
      Pattern.compile("(?:升级|降级|变更|调整|提升|提高|降低|下调|上调|升|降|改)(?:为|至|到)");
  private static final Pattern GOES_ON = Pattern.compile("继续|维持");
  private static final Pattern COLOUR = Pattern.compile("([红橙黄蓝白])(?=色|预警|$)");
  private static final Pattern COLOUR_AFTER = Pattern.compile("([红橙黄蓝白])");
  private static final Pattern GRADE = Pattern.compile("(Ⅰ|Ⅱ|Ⅲ|Ⅳ|IV|I{1,3}|[一二三四1-4])\\s*级|(防御关注)");
  private static final Pattern END = Pattern.compile("解除|结束|终止|取消|撤销");
  private static final Pattern NOT_YET =
      Pattern.compile(
          "(?:未|尚未|没有|不得|不能|暂不|暂未|勿|直到|直至)[^，]{0,8}?(?:解除|结束|终止|取消|撤销)"
              + "|(?:解除|结束|终止|取消|撤销)(?:时间|之?前|信号之?前|后|为止)");

  private OfficialText() {}

  /** What a text says, in its order; none when it says nothing that is understood. */
  public static List<Statement> read(String text) {
    if (!Kinds.isNamed(text)) {
      return List.of();
    }
    var statements = new ArrayList<Statement>();
    for (String sentence : SENTENCE.split(text)) {
      for (String clause : clauses(sentence)) {
        statement(clause).ifPresent(statements::add);
      }
    }
    return List.copyOf(statements);
  }

  /** The parts of a sentence between commas; one that names no kind belongs to the one before. */
  private static List<String> clauses(String sentence) {
    var clauses = new ArrayList<String>();
    for (String part : sentence.split("[，,]")) {
      boolean own = Kinds.isNamed(part);
      if (own || clauses.isEmpty()) {
        clauses.add(part);
      } else {
        clauses.set(clauses.size() - 1, clauses.getLast() + "，" + part);
      }
    }
    return clauses;
  }

  /** Whether a headline tells that something rises, falls or goes on, rather than what holds. */
  public static boolean isChange(String headline) {
    return CHANGE.matcher(headline).find() || GOES_ON.matcher(headline).find();
  }

  private static Optional<Statement> statement(String clause) {
    boolean ends = END.matcher(clause).find() && !NOT_YET.matcher(clause).find();
    boolean response = clause.contains("响应");
    var kind = response ? Kinds.response(clause) : Kinds.warning(clause);
    var level = response ? grade(clause) : colour(clause);
    boolean says = level.isPresent() || (ends && (response || clause.contains("预警")));
    return kind.filter(name -> says).map(name -> new Statement(name, level, ends));
  }

  private static Optional<Level> colour(String clause) {
    int changed = changed(clause);
    var found = (changed < 0 ? COLOUR : COLOUR_AFTER).matcher(clause);
    return found.find(Math.max(changed, 0))
        ? Colour.read(found.group(1)).map(Level.Signal::new)
        : Optional.empty();
  }

  private static Optional<Level> grade(String clause) {
    var found = GRADE.matcher(clause);
    return found.find(Math.max(changed(clause), 0))
        ? Grade.read(found.group(1) == null ? found.group(2) : found.group(1))
            .map(Level.Response::new)
        : Optional.empty();
  }

  /** Where the last word of a change ends; -1 if nothing changes. */
  private static int changed(String clause) {
    int end = -1;
    for (Matcher change = CHANGE.matcher(clause); change.find(); ) {
      end = change.end();
    }
    return end;
  }
}
