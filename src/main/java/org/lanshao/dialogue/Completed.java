package org.lanshao.dialogue;

import java.util.ArrayList;
import java.util.List;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Question;
import org.lanshao.reading.Filed;
import org.lanshao.reading.Hearing;

/**
 * One of several reports, with what the file tells of what it leaves out. Nobody is asked for one
 * report alone: it is shown what was taken from the file, and handing them in confirms it.
 *
 * @param answers what was said and what the file tells
 * @param filed the questions that the file answered, in the order of the form
 */
record Completed(Answers answers, List<Question> filed) {
  /** The answers of a report, completed; what may be left out is not. */
  static Completed of(Form form, Answers said, Hearing hearing) {
    var session = Session.of(form).after(Session.answered(said));
    var filed = new ArrayList<Question>();
    for (Question question : form.questions()) {
      if (!question.optional() && Path.of(session).missing(session).contains(question)) {
        var told = Filed.of(question, session.answers(), hearing).map(Filed::answer);
        if (told.isPresent()) {
          session = session.after(new Event.Answered(question.id(), told.get()));
          filed.add(question);
        }
      }
    }
    return new Completed(session.answers(), filed);
  }
}
