package org.lanshao.form;

import java.util.List;
import java.util.Optional;

/**
 * One question of a form.
 *
 * @param id unique in its form
 * @param type what it takes
 * @param ask the text that asks it
 * @param label a short name for the review and for messages about it (人数); the form file may leave
 *     it out, then it is made from {@code ask}
 * @param when asked only while this holds; {@link Expr.Literal} true where the file says nothing
 * @param preset the answer that 跳过 gives, and that is shown as 默认; empty if none
 * @param from what is on file answers it first, once it is known whose file; shown as 档案
 * @param optional 跳过 leaves it unanswered
 * @param again what to say after the first, second, third … answer that could not be read; the last
 *     one repeats; may be empty, then the wording has a text for the type
 * @param help what it tells about itself
 * @param manner how it comes to be answered
 */
public record Question(
    QuestionId id,
    Type type,
    String ask,
    String label,
    Expr when,
    Optional<Value> preset,
    Optional<Prefill> from,
    boolean optional,
    List<String> again,
    Help help,
    Manner manner) {
  /** Copies the lists. */
  public Question {
    again = List.copyOf(again);
  }

  /** How a question comes to be answered. */
  public sealed interface Manner {
    /** It is asked, and a message about several questions may answer it in any words that fit. */
    record Asked() implements Manner {}

    /**
     * It is asked; a message about several questions answers it only behind its label, or behind
     * one of these words (已报 of whom it was passed on to).
     */
    record Named(List<String> words) implements Manner {
      /** Copies the list. */
      public Named {
        words = List.copyOf(words);
      }
    }

    /** It is never asked but offered at the review; always optional, and named like the above. */
    record Extra() implements Manner {}

    /**
     * Nobody is asked or may say it: once the record is filed it is what the register tells, and it
     * stays so; always optional.
     */
    record Filed() implements Manner {
      /** The option of those who are not on file. */
      public static final String UNFILED = "unfiled";
    }
  }

  /** Whether the register alone answers it. */
  public boolean isFiled() {
    return manner instanceof Manner.Filed;
  }

  /** Whether it is offered at the review and never asked. */
  public boolean isExtra() {
    return manner instanceof Manner.Extra;
  }

  /** Whether words of a message answer it only behind its label. */
  public boolean isNamed() {
    return !(manner instanceof Manner.Asked);
  }
}
