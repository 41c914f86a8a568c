package org.lanshao.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.lanshao.form.Question;

/** Finds days, times and long numbers: the longest words from each place that can be read so. */
final class WindowFinder {
  private static final Pattern DAY_OR_TIME =
      Pattern.compile("[\\d零〇一二两三四五六七八九十廿卅今昨前大明后後听聽琴寻尋噚上下本这周星礼而依现刚半清端中重元除春国五六农正腊年立冬夏凌早朝晚夜傍]");
  private static final Pattern DIGIT = Pattern.compile("[\\d+(]");
  private static final int LONGEST = 22;

  private final String plain;
  private final Hearing hearing;

  WindowFinder(String plain, Hearing hearing) {
    this.plain = plain;
    this.hearing = hearing;
  }

  List<Find> days(List<Question> questions) {
    return finds(questions, DAY_OR_TIME, 2);
  }

  List<Find> digits(List<Question> questions) {
    return finds(questions, DIGIT, 8);
  }

  private List<Find> finds(List<Question> questions, Pattern first, int shortest) {
    var finds = new ArrayList<Find>();
    for (Question question : questions) {
      for (int at = 0; at < plain.length(); at++) {
        if (first.matcher(plain).region(at, at + 1).matches()) {
          at = Math.max(at, longest(at, question, shortest, finds) - 1);
        }
      }
    }
    return finds;
  }

  /** Where the longest that can be read from here ends; -1 if nothing can. */
  private int longest(int at, Question question, int shortest, List<Find> finds) {
    for (int to = Math.min(plain.length(), at + LONGEST); to >= at + shortest; to--) {
      if (plain.charAt(to - 1) != ' ' && plain.lastIndexOf('\n', to - 1) < at) {
        var reading = Answer.read(plain.substring(at, to), question.type(), hearing);
        if (reading instanceof Reading.Understood || reading instanceof Reading.Ambiguous) {
          finds.add(new Find(at, to, question, reading, Find.Care.APART));
          return to;
        }
      }
    }
    return -1;
  }
}
