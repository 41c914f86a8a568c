package org.lanshao.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lanshao.form.Question;
import org.lanshao.form.Type;

/** Finds answers behind the name of their question: 人数：3. */
final class LabelFinder {
  private static final String SIGNS = ":=";

  private final String text;
  private final String plain;
  private final Hearing hearing;
  private final List<Named> labels;

  /** A question's name in the message, with its sign: the answer begins at {@code to}. */
  private record Named(int from, int to, Question question) {}

  LabelFinder(String text, String plain, List<Question> questions, Hearing hearing) {
    this.text = text;
    this.plain = plain;
    this.hearing = hearing;
    this.labels = labels(plain, questions);
  }

  private static List<Named> labels(String plain, List<Question> questions) {
    var found = new ArrayList<Named>();
    for (int sign = 0; sign < plain.length(); sign++) {
      if (SIGNS.indexOf(plain.charAt(sign)) >= 0) {
        int at = sign;
        questions.stream()
            .flatMap(question -> named(plain, at, question).stream())
            .min(Comparator.comparingInt(Named::from))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** The longest name of the question that ends at the sign. */
  private static List<Named> named(String plain, int sign, Question question) {
    int end = sign;
    while (end > 0 && plain.charAt(end - 1) == ' ') {
      end--;
    }
    int last = end;
    return Labels.of(question).stream()
        .filter(name -> plain.startsWith(name, last - name.length()))
        .map(name -> new Named(last - name.length(), sign + 1, question))
        .filter(named -> named.from() == 0 || isApart(plain, named.from()))
        .toList();
  }

  private static boolean isApart(String plain, int at) {
    return Plain.isBetween(plain.charAt(at - 1)) || Character.isDigit(plain.charAt(at - 1));
  }

  List<Find> finds() {
    var finds = new ArrayList<Find>();
    for (int i = 0; i < labels.size(); i++) {
      int next = i + 1 < labels.size() ? labels.get(i + 1).from() : plain.length();
      var find = find(labels.get(i), Math.min(next, end(labels.get(i))));
      if (!(isYesNo(find) && find.reading() instanceof Reading.NotUnderstood)) {
        finds.add(find);
      }
    }
    return finds;
  }

  /** 隐患：电线老化 says more than yes: it is left to the other questions. */
  private static boolean isYesNo(Find find) {
    return find.question().type() instanceof Type.YesNo;
  }

  /** A text or a list goes to the end of its line, anything else to the next sign. */
  private int end(Named label) {
    boolean list = isText(label) || label.question().type() instanceof Type.Choices;
    if (label.question().type() instanceof Type.Household
        || label.question().type() instanceof Type.Person) {
      return endOfName(label.to());
    }
    int end = label.to();
    while (end < plain.length()
        && plain.charAt(end) != '\n'
        && (list || plain.charAt(end) == ' ' || !Plain.isHard(plain.charAt(end)))) {
      end++;
    }
    return end;
  }

  /** One word, and one more where the first is a place: 石巷村 张三. */
  private int endOfName(int from) {
    int first = from;
    while (first < plain.length() && plain.charAt(first) == ' ') {
      first++;
    }
    int end = first;
    while (end < plain.length() && !Plain.isHard(plain.charAt(end))) {
      end++;
    }
    boolean place = end > first && hearing.directory().endOfNameAt(plain, first) == end;
    boolean more = place && end < plain.length() && plain.charAt(end) == ' ';
    return more ? endOfName(end) : end;
  }

  /** The longest answer up to the end; when none can be read, the words up to the first sign. */
  private Find find(Named label, int end) {
    int shortest = end;
    for (int to = end; to > label.to(); to--) {
      if (to == end || Plain.isHard(plain.charAt(to))) {
        var reading = read(label, to);
        if (isTaken(reading)) {
          return new Find(label.from(), to, label.question(), reading, Find.Care.NONE);
        }
        shortest = isBlank(label.to(), to) ? shortest : to;
      }
    }
    return new Find(
        label.from(), shortest, label.question(), read(label, shortest), Find.Care.NONE);
  }

  private Reading read(Named label, int to) {
    var said = text.substring(label.to(), to).strip();
    return Answer.read(isText(label) ? trimmed(said) : said, label.question().type(), hearing);
  }

  private static boolean isText(Named label) {
    return label.question().type() instanceof Type.Text;
  }

  /** Without the sign that parts it from the next label. */
  private static String trimmed(String said) {
    int end = said.length();
    while (end > 0 && "，,；;、".indexOf(said.charAt(end - 1)) >= 0) {
      end--;
    }
    return said.substring(0, end);
  }

  private boolean isBlank(int from, int to) {
    return text.substring(from, to).isBlank();
  }

  private static boolean isTaken(Reading reading) {
    return reading instanceof Reading.Understood || reading instanceof Reading.Ambiguous;
  }
}
