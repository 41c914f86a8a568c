package org.lanshao.form;

import java.util.List;
import java.util.Optional;

/**
 * One line of a form's {@code count}: what a submission adds to the counts.
 *
 * @param name unique in its form, such as {@code person_times}
 * @param label what people read after the number: 户, 户次, 人次 …
 * @param single the same after 1, where a language has another word for it: household
 * @param amount how it counts
 * @param when counted only while this holds for the record's answers
 * @param into the measure of another form, as {@code visit.households}, whose numbers it adds to
 * @param by the choice, choices and yes-no questions by whose answers it is also counted
 */
public record Measure(
    String name,
    String label,
    String single,
    Amount amount,
    Expr when,
    Optional<String> into,
    List<QuestionId> by) {
  /** No measure is called so: it counts the records of a form that lack answers. */
  public static final String PENDING = "pending";

  /** Copies the list. */
  public Measure {
    by = List.copyOf(by);
  }

  /** How a measure counts. */
  public sealed interface Amount {
    /** Adds a number: a constant or the answer of an integer question; nothing when unanswered. */
    record Add(Expr number) implements Amount {}

    /** Counts different values of these questions taken together, such as place and household. */
    record Distinct(List<QuestionId> questions) implements Amount {
      /** Copies the list. */
      public Distinct {
        questions = List.copyOf(questions);
      }
    }
  }
}
