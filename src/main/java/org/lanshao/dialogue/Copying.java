package org.lanshao.dialogue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanshao.form.Form;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.reading.Reading;

/** 同上次: takes answers from the last record. */
final class Copying {
  private Copying() {}

  /** Answers the open question as last time. */
  static Step one(Session session, Optional<Last> last, Context context) {
    var move = new Move(session, context);
    var question = Controls.asked(move);
    if (question.isEmpty()) {
      return move.ask();
    }
    var value = last.flatMap(filed -> value(question.get(), filed, move));
    if (value.isPresent()) {
      Answering.echo(question.get(), value.get(), move);
      Taking.copy(question.get(), value.get(), move);
    } else {
      move.say(DialogueWords.NOTHING_LAST, Map.of("label", question.get().label()));
    }
    return move.ask();
  }

  /** Begins a form with all that can be copied; only the rest is asked. */
  static Step start(Form form, Last last, Context context) {
    var move = new Move(Session.of(form), context);
    move.happen(new Event.Started(form.id(), form.definition().hash()));
    move.say(DialogueWords.BEGIN, Map.of("title", form.title()));
    Starting.today(move);
    form.questions().forEach(question -> copy(question, last, move));
    move.say(
        DialogueWords.COPIED, Map.of("count", Integer.toString(copied(move.session()).size())));
    return move.ask();
  }

  private static void copy(Question question, Last last, Move move) {
    var path = move.path();
    boolean asked = path.questions().contains(question) && !question.isExtra();
    if (!asked || path.answers().get(question.id()).isPresent()) {
      return;
    }
    var value = value(question, last, move);
    if (value.isPresent()) {
      Taking.copy(question, value.get(), move);
    } else if (question.optional() && !isNewEachTime(question.type())) {
      Taking.skip(question, move);
    }
  }

  /** The last answer, if the question still takes it. */
  private static Optional<Value> value(Question question, Last last, Move move) {
    return last.answers()
        .get(question.id())
        .filter(value -> !isNewEachTime(question.type()))
        .filter(value -> isSameForm(last, move) || fits(value, question, move));
  }

  private static boolean isSameForm(Last last, Move move) {
    return move.session().form().definition().hash().equals(last.definition());
  }

  /** An answer to an older definition fits when its words are read as the same answer today. */
  private static boolean fits(Value value, Question question, Move move) {
    var words = Shown.plain(value, question.type(), move.context().wording());
    return Answering.read(question, words, move).equals(new Reading.Understood(value));
  }

  private static boolean isNewEachTime(Type type) {
    return type instanceof Type.Photos
        || type instanceof Type.File
        || type instanceof Type.Location
        || type instanceof Type.Matter
        || type instanceof Type.Computed;
  }

  /** The questions whose answers are as copied. */
  static Set<QuestionId> copied(Session session) {
    var copied = new java.util.HashSet<QuestionId>();
    for (Event event : session.trail()) {
      switch (event) {
        case Event.Copied(QuestionId question, Value value) -> copied.add(question);
        case Event.Answered(QuestionId question, Value value) -> copied.remove(question);
        case Event.Skipped(QuestionId question) -> copied.remove(question);
        case Event.Cleared(QuestionId question) -> copied.remove(question);
        case Event.Restarted() -> copied.clear();
        default -> {} // leaves answers as they are
      }
    }
    return copied;
  }
}
