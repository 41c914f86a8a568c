package org.lanshao.dialogue;

import java.util.List;
import java.util.Map;
import org.lanshao.form.Form;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.reading.Reading;

/** Begins a form, and takes what was said after the start word. */
final class Starting {
  private static final int LONGEST_ECHO = 30;

  private Starting() {}

  static Step start(Form form, String rest, Context context) {
    var move = new Move(Session.of(form), context);
    move.happen(new Event.Started(form.id(), form.definition().hash()));
    if (!form.urgent()) {
      move.say(DialogueWords.BEGIN, Map.of("title", form.title()));
    }
    move.showNotes();
    var left = take(words(rest), move);
    if (!left.isEmpty()) {
      move.say(
          DialogueWords.LEFT_OVER, Map.of("text", shortened(Shown.masked(String.join(" ", left)))));
    }
    return move.ask();
  }

  private static List<String> words(String rest) {
    var stripped = rest.strip();
    return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
  }

  /** Answers one question after the other as long as the next words can be read so. */
  private static List<String> take(List<String> words, Move move) {
    var left = words;
    while (!left.isEmpty() && move.stage() instanceof Stage.Asking(Question question, boolean e)) {
      int taken = takeFirst(question, left, move);
      if (taken == 0) {
        return left;
      }
      left = left.subList(taken, left.size());
    }
    return left;
  }

  /**
   * As many of the words as one answer can be made of; how many were taken. Free text would swallow
   * anything, so it is taken for the first question only.
   */
  private static int takeFirst(Question question, List<String> words, Move move) {
    boolean text = question.type() instanceof Type.Text;
    if (text && !move.session().answers().byQuestion().isEmpty()) {
      return 0;
    }
    int count = words.size();
    while (count > 0 && !take(question, String.join(" ", words.subList(0, count)), move)) {
      count = text ? 0 : count - 1;
    }
    return count;
  }

  private static boolean take(Question question, String text, Move move) {
    var reading = Answering.read(question, text, move);
    if (reading instanceof Reading.Understood(Value value)) {
      Answering.echo(question, value, move);
      Taking.take(question, value, move);
      return true;
    }
    if (reading instanceof Reading.Ambiguous(List<Value> candidates)) {
      move.happen(new Event.Offered(question.id(), candidates));
      return true;
    }
    return false;
  }

  static String shortened(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST_ECHO
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_ECHO)) + "…";
  }
}
