package org.lanshao.drawing;

import java.util.Map;
import org.lanshao.form.QuestionId;

/**
 * How many drafts of a form were given up, by where they stood.
 *
 * @param atQuestion at the question that was open; only those with at least one
 * @param later when all was answered, before it was submitted
 */
public record Losses(Map<QuestionId, Long> atQuestion, long later) {
  /** None, or not known. */
  public static final Losses NONE = new Losses(Map.of(), 0);

  /** Copies the map. */
  public Losses {
    atQuestion = Map.copyOf(atQuestion);
  }

  /** How many at this question. */
  public long at(QuestionId question) {
    return atQuestion.getOrDefault(question, 0L);
  }
}
