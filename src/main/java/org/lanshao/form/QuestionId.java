package org.lanshao.form;

/**
 * The id of a question within its form, such as {@code people}: a lower-case letter, then
 * lower-case letters, digits and {@code _}.
 */
public record QuestionId(String text) {
  /**
   * The question of the form that this is, or that it belongs to: {@code persons} for {@code
   * persons.2.name}.
   */
  public QuestionId root() {
    int point = text.indexOf('.');
    return point < 0 ? this : new QuestionId(text.substring(0, point));
  }

  @Override
  public String toString() {
    return text;
  }
}
