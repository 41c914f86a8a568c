package org.lanshao.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.form.Expr;
import org.lanshao.form.Type;

/** Which of the finds are meant: the longest first, none over another, each with what must hold. */
final class Selection {
  private static final Pattern LEAD =
      Pattern.compile(
          "(?:服务|走访|探访|慰问|看望|宣传|转移|知识|教育|讲座|活动|工作|政策|检查|排查|演练|培训|对象|群众|村民|学生|家长|居民|老人|儿童"
              + "|人员|受众|参加|发动|覆盖|受益|惠及|户主|姓名|名叫|见到|見到|困住|被困|受困|共有|(?<![觉获取懂记])得返?|到|在|去|了|共|给|对|向|与|和|的|是)+$");
  private static final Pattern TRAIL =
      Pattern.compile("(?:走访|探访|慰问|服务|参加|参与|到场|受益|接受|听课|左右|家中|家里(?=[ \\n,。;])|的|了)+");
  private static final Pattern DENIED =
      Pattern.compile("没|無|无|冇|不|未|唔|非|否|勿|别|除|免|可能|好像|怀疑|是否|有没|准备|打算|计划|下次|上次|以前|曾");

  /** In English the denial is a word of its own, before the words it denies. */
  private static final Pattern DENIED_IN_ENGLISH =
      Pattern.compile("(?<![a-z])(?:no|not|without|maybe|perhaps|if)(?: for| any| an?)? $");

  /** Of what is feared, advised against or elsewhere, nothing is there: 怕电线漏电, 提醒注意用电, 邻居有隐患. */
  private static final Pattern NOT_HERE =
      Pattern.compile("怕|担心|以防|防止|避免|预防|提醒|注意|小心|叮嘱|嘱咐|讲解|宣传|教|邻居|隔壁|隔篱|隔离");

  private static final Pattern DENIED_AFTER = Pattern.compile("没|無|无|冇|不|未|唔|吗|[?]|以外|之外|除外");
  private static final Pattern IN_ORDER =
      Pattern.compile("没|無|无|冇|不|未|唔|吗|[?]|正常|良好|完好|安全|已|好了|过关|达标|合格|ok|没事|放心");

  private static final Pattern NO = Pattern.compile("没有?|沒有?|无|無|冇|未见?");

  private static final int LONGEST_DENIAL = 16;
  private static final int BEFORE = 10;
  private static final int AFTER = 2;
  private static final int AFTER_DEPENDENT = 8;

  private final String plain;
  private final List<Find> all;
  private final List<Find> finds;

  Selection(String plain, List<Find> finds) {
    this.plain = plain;
    this.all = finds;
    this.finds =
        new ArrayList<>(
            finds.stream()
                .sorted(
                    Comparator.comparing((Find find) -> find.care() == Find.Care.LAST)
                        .thenComparing(Find::length, Comparator.reverseOrder())
                        .thenComparing(Find::from))
                .toList());
  }

  /** Those that are meant, and with the same words those that could be meant as well. */
  List<Find> chosen() {
    while (true) {
      var chosen = longest();
      var wrong = chosen.stream().filter(find -> !holds(find, chosen)).toList();
      if (wrong.isEmpty()) {
        return chosen;
      }
      finds.removeAll(weakest(wrong));
    }
  }

  /** A name may be what the others miss at their side, so a wrong one goes first. */
  private static List<Find> weakest(List<Find> wrong) {
    var names = wrong.stream().filter(find -> find.care() == Find.Care.LAST).toList();
    return names.isEmpty() ? wrong : names;
  }

  private List<Find> longest() {
    var chosen = new ArrayList<Find>();
    for (Find find : finds) {
      if (chosen.stream().allMatch(other -> !find.overlaps(other) || twin(find, other))) {
        chosen.add(find);
      }
    }
    return chosen;
  }

  /** The same words for another question. */
  private static boolean twin(Find find, Find other) {
    return find.covers(other)
        && (find.care() == Find.Care.LAST) == (other.care() == Find.Care.LAST)
        && !find.question().id().equals(other.question().id());
  }

  private boolean holds(Find find, List<Find> chosen) {
    return switch (find.care()) {
      case NONE -> true;
      case APART, LAST -> isApart(find, chosen);
      case AFFIRMED -> isAffirmed(find, chosen);
    };
  }

  /** Of 张三、李四两户 none is the one that is meant. */
  private boolean isListed(Find find, List<Find> chosen) {
    int next = find.to() + 1;
    return find.care() == Find.Care.LAST
        && plain.startsWith("、", find.to())
        && NameFinder.isSurname(plain, next)
        && chosen.stream().noneMatch(other -> other.from() == next);
  }

  private boolean isApart(Find find, List<Find> chosen) {
    var trail = TRAIL.matcher(plain).region(find.to(), plain.length());
    int to = trail.lookingAt() ? trail.end() : find.to();
    return isEnd(find.from(), chosen)
        && !isListed(find, chosen)
        && (to == plain.length() || Plain.isBetween(plain.charAt(to)) || beginsAnother(to));
  }

  /** Whether other words end here, or such that mean nothing alone. */
  private boolean isEnd(int at, List<Find> chosen) {
    var lead = LEAD.matcher(plain).region(0, at);
    int from = lead.find() ? lead.start() : at;
    return from == 0
        || Plain.isBetween(plain.charAt(from - 1))
        || chosen.stream().anyMatch(other -> other.to() == from || other.to() == at);
  }

  /** Whether an answer begins here, also one that is denied: 3人没有电线老化. */
  private boolean beginsAnother(int at) {
    var denial = NO.matcher(plain).region(at, plain.length());
    int next = denial.lookingAt() ? denial.end() : at;
    return all.stream().anyMatch(other -> other.from() == at || other.from() == next);
  }

  private boolean isAffirmed(Find find, List<Find> chosen) {
    boolean dependent = !find.question().when().equals(Expr.ALWAYS);
    boolean present = dependent || find.question().type() instanceof Type.YesNo;
    var before = before(find, chosen);
    return !DENIED.matcher(before).find()
        && !isDeniedInEnglish(find)
        && !(present && NOT_HERE.matcher(before).find())
        && !(dependent ? IN_ORDER : DENIED_AFTER)
            .matcher(after(find, dependent ? AFTER_DEPENDENT : AFTER, chosen))
            .find();
  }

  private boolean isDeniedInEnglish(Find find) {
    int at = find.from();
    boolean word = at > 1 && plain.charAt(at - 1) == ' ' && Plain.isLatin(plain.charAt(at - 2));
    return word
        && DENIED_IN_ENGLISH.matcher(plain).region(Math.max(0, at - LONGEST_DENIAL), at).find();
  }

  /** The words before it in its clause, back to words that answer a question. */
  private String before(Find find, List<Find> chosen) {
    int from = find.from();
    while (from > 0 && find.from() - from < BEFORE && !Plain.isHard(plain.charAt(from - 1))) {
      int last = from - 1;
      if (at(last, chosen).isPresent()) {
        break;
      }
      from = last;
    }
    return plain.substring(from, find.from());
  }

  /** The words after it in its clause, up to words that answer a question. */
  private String after(Find find, int most, List<Find> chosen) {
    int to = find.to();
    while (to < plain.length()
        && to - find.to() < most
        && (!Plain.isHard(plain.charAt(to)) || plain.charAt(to) == '?')
        && at(to, chosen).isEmpty()) {
      to++;
    }
    return plain.substring(find.to(), to);
  }

  private static Optional<Find> at(int place, List<Find> chosen) {
    return chosen.stream().filter(find -> find.from() <= place && place < find.to()).findFirst();
  }
}
