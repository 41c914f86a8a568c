package org.lanshao.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Question;
import org.lanshao.form.Value;

/**
 * A question whose answer is another than before.
 *
 * @param before empty where there was none
 * @param after empty where there is none any more
 */
public record Changed(Question question, Optional<Value> before, Optional<Value> after) {
  /** What differs between two sets of answers of a form, in the form's order. */
  public static List<Changed> of(Form form, Answers before, Answers after) {
    var changed = new ArrayList<Changed>();
    for (Question question : form.questions()) {
      var was = before.get(question.id());
      var is = after.get(question.id());
      if (!was.equals(is)) {
        changed.add(new Changed(question, was, is));
      }
    }
    return List.copyOf(changed);
  }

  /** The same, with as much of its answers as may be seen. */
  public Changed seen(Function<Value, Optional<Value>> sight) {
    return new Changed(question, before.flatMap(sight), after.flatMap(sight));
  }

  /** What a session changes of the record that it revises; none for a form that is filled. */
  public static List<Changed> of(Session session) {
    return session
        .basis()
        .map(basis -> of(session.form(), basis.answers(), session.record()))
        .orElse(List.of());
  }
}
