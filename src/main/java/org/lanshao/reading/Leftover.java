package org.lanshao.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanshao.form.Type;

/** Where the words stand that answer no question. */
final class Leftover {
  /** Words that say nothing alone. */
  private static final Set<String> NOTHING =
      Set.of(
          "在", "去", "到", "了", "的", "和", "与", "及", "并", "对", "共", "一共", "总共", "服务", "服务了", "走访了",
          "宣传了", "还有", "另外", "有", "是", "给", "跟", "同", "同埋", "得", "得返", "共有", "见到", "以及", "完", "参加",
          "参与", "到场", "受益", "服务对象", "走访", "户主", "姓名", "名叫");

  private static final Pattern ALREADY = Pattern.compile("^已经?");

  private final String plain;

  private final Set<String> labels;

  /** The labels of the form's questions say nothing alone either. */
  Leftover(String plain, Set<String> labels) {
    this.plain = plain;
    this.labels = labels;
  }

  /**
   * Pieces between the finds and the ends of clauses; one that goes on after an option has it too.
   */
  List<Report.Span> pieces(List<Find> taken) {
    var pieces = new ArrayList<Report.Span>();
    int at = 0;
    while (at < plain.length()) {
      var find = at(at, taken);
      if (find.isPresent()) {
        at = find.get().to();
      } else if (Plain.isHard(plain.charAt(at))) {
        at++;
      } else {
        int end = end(at, taken);
        add(at, end, taken, pieces);
        at = end;
      }
    }
    return pieces;
  }

  private int end(int from, List<Find> taken) {
    int end = from;
    while (end < plain.length() && !Plain.isHard(plain.charAt(end)) && at(end, taken).isEmpty()) {
      end++;
    }
    return end;
  }

  private void add(int from, int to, List<Find> taken, List<Report.Span> pieces) {
    int first = from;
    int last = to;
    while (first < last && Plain.isBetween(plain.charAt(first))) {
      first++;
    }
    while (last > first && Plain.isBetween(plain.charAt(last - 1))) {
      last--;
    }
    var words = plain.substring(first, Math.max(first, last));
    if (first < last && !saysNothing(words)) {
      int begin = first == from ? subject(from, taken) : first;
      pieces.add(new Report.Span(begin, last));
    }
  }

  /** 已 before a label, or alone. */
  private boolean saysNothing(String words) {
    var bare = ALREADY.matcher(words).replaceFirst("");
    return bare.isEmpty() || NOTHING.contains(bare) || labels.contains(bare);
  }

  /** 电线好旧 is about the wires, though they are an answer too. */
  private static int subject(int from, List<Find> taken) {
    return taken.stream()
        .filter(find -> find.to() == from && isOption(find))
        .mapToInt(Find::from)
        .findFirst()
        .orElse(from);
  }

  private static boolean isOption(Find find) {
    return find.question().type() instanceof Type.Choice
        || find.question().type() instanceof Type.Choices;
  }

  private static Optional<Find> at(int place, List<Find> taken) {
    return taken.stream().filter(find -> find.from() <= place && place < find.to()).findFirst();
  }
}
