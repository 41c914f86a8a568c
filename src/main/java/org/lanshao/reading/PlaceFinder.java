package org.lanshao.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.lanshao.directory.Found;
import org.lanshao.form.Question;

/** Finds names of places: 石巷村, 富林镇石巷村, 太平. */
final class PlaceFinder {
  private static final Pattern WITH_SUFFIX =
      Pattern.compile(".*(?:镇|乡|街|街道|街道办|办事处|村|社区|村委|居委|委员?会|社工站|社工点)");

  private final String plain;
  private final Hearing hearing;

  PlaceFinder(String plain, Hearing hearing) {
    this.plain = plain;
    this.hearing = hearing;
  }

  /** Each place as an answer to each of the questions. */
  List<Find> finds(List<Question> questions) {
    var finds = new ArrayList<Find>();
    if (questions.isEmpty()) {
      return finds;
    }
    for (int at = 0; at < plain.length(); at++) {
      int end = end(at);
      if (end > at) {
        var name = plain.substring(at, end);
        var care = WITH_SUFFIX.matcher(name).matches() ? Find.Care.NONE : Find.Care.APART;
        for (Question question : questions) {
          var reading = Answer.read(name, question.type(), hearing);
          if (!(reading instanceof Reading.NotUnderstood)) {
            finds.add(new Find(at, end, question, reading, care));
          }
        }
        at = care == Find.Care.NONE ? end - 1 : at;
      }
    }
    return finds;
  }

  /** The end of the place that begins here, with those that lie in it: 富林镇 石巷村. */
  private int end(int at) {
    int end = hearing.directory().endOfNameAt(plain, at);
    int next = end;
    while (end > at && next < plain.length()) {
      int from = plain.charAt(next) == ' ' ? next + 1 : next;
      next = hearing.directory().endOfNameAt(plain, from);
      if (next <= from || isNothing(plain.substring(at, next))) {
        return end;
      }
      end = next;
    }
    return end;
  }

  private boolean isNothing(String name) {
    return hearing.directory().find(name, hearing.near()) instanceof Found.Nothing;
  }
}
