package org.lanshao.dialogue;

import java.util.List;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;

/** What is open instead of the next question of the form. */
sealed interface Detour {
  /** Nothing: the form goes on. */
  record None() implements Detour {}

  /**
   * A question, a group or an item of one, opened by 改N; its old answer holds until there is a new
   * one.
   */
  record Editing(QuestionId question) implements Detour {}

  /** Photos come one by one, until something else is said; it follows from the last answer. */
  record Collecting(QuestionId question) implements Detour {}

  /** An answer that could mean any of these. */
  record Choosing(QuestionId question, List<Value> candidates) implements Detour {
    /** Copies the candidates. */
    public Choosing {
      candidates = List.copyOf(candidates);
    }
  }
}
