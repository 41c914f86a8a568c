package org.lanshao.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.lanshao.directory.Found;
import org.lanshao.form.Question;
import org.lanshao.form.Type;

/**
 * Finds answers of questions that need their name, where the name stands right before them without
 * a sign: 叮嘱防溺水 is advice and no purpose. Only what can be read is taken: 发生了火灾 tells no time.
 */
final class NamedFinder {
  /** What stands right before the name of what was not done, or not yet: 没有反馈给, 准备尽快上报. */
  private static final Pattern NOT_DONE =
      Pattern.compile(
          "(?:没有?|沒有?|无|無|冇|不|未|未曾|唔|勿|别|可能|是否|准备|打算|计划|待|等|需要?|要|应该?|建议|请|会|将|想|下次)"
              + "(?:再|去|先|马上|立即|尽快|及时|曾|能|使|用)*$");

  private static final int BEFORE = 8;

  private final String text;
  private final String plain;
  private final Hearing hearing;

  NamedFinder(String text, String plain, Hearing hearing) {
    this.text = text;
    this.plain = plain;
    this.hearing = hearing;
  }

  List<Find> finds(List<Question> questions) {
    var finds = new ArrayList<Find>();
    for (Question question : questions) {
      if (question.isNamed() && !(question.type() instanceof Type.Text)) {
        Labels.of(question).stream()
            .filter(label -> label.length() > 1)
            .forEach(label -> find(label, question, finds));
      }
    }
    return finds;
  }

  private void find(String label, Question question, List<Find> finds) {
    for (int at = plain.indexOf(label); at >= 0; at = plain.indexOf(label, at + 1)) {
      int from = at + label.length();
      while (from < plain.length() && plain.charAt(from) == ' ') {
        from++;
      }
      int to = from;
      while (to < plain.length() && !Plain.isHard(plain.charAt(to)) && plain.charAt(to) != ' ') {
        to++;
      }
      var reading = read(from, to, question);
      if (reading instanceof Reading.Understood && isDone(at)) {
        finds.add(new Find(begin(at), to, question, reading, Find.Care.NONE));
        return;
      }
    }
  }

  /** 已 before the name belongs to it: 电线老化已反馈给镇街 does not say that the wires are mended. */
  private int begin(int at) {
    return plain.startsWith("已经", at - 2) ? at - 2 : plain.startsWith("已", at - 1) ? at - 1 : at;
  }

  private boolean isDone(int at) {
    return !NOT_DONE.matcher(plain).region(Math.max(0, at - BEFORE), at).find();
  }

  /** An answer, or one of a place: 太平镇政府 is 镇政府. */
  private Reading read(int from, int to, Question question) {
    var whole = Answer.read(text.substring(from, to), question.type(), hearing);
    if (whole instanceof Reading.Understood || question.type().options().isEmpty()) {
      return whole;
    }
    for (int at = from + 1; at < to; at++) {
      var rest = Answer.read(text.substring(at, to), question.type(), hearing);
      if (rest instanceof Reading.Understood && isPlace(text.substring(from, at))) {
        return rest;
      }
    }
    return whole;
  }

  private boolean isPlace(String name) {
    return !(hearing.directory().find(name, hearing.near()) instanceof Found.Nothing);
  }
}
