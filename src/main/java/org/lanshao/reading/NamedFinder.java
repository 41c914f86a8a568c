package org.lanshao.reading;

import java.util.ArrayList;
import java.util.List;
import org.lanshao.form.Question;
import org.lanshao.form.Type;

/**
 * Finds answers of questions that need their name, where the name stands right before them without
 * a sign: 叮嘱防溺水 is advice and no purpose. Only what can be read is taken: 发生了火灾 tells no time.
 */
final class NamedFinder {
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
      var reading = Answer.read(text.substring(from, to), question.type(), hearing);
      if (reading instanceof Reading.Understood) {
        finds.add(new Find(at, to, question, reading, Find.Care.NONE));
        return;
      }
    }
  }
}
