package org.lanshao.form;

/**
 * A condition over the whole form, looked at as soon as all its questions are answered or
 * irrelevant.
 *
 * @param that what must hold
 * @param say what is said when it does not hold
 * @param level whether the person may insist
 */
public record Check(Expr that, Template say, Level level) {
  /** What happens when the condition does not hold. */
  public enum Level {
    /** The answer is not taken. */
    REFUSE,
    /** The person is asked whether it is really so. */
    CONFIRM
  }
}
