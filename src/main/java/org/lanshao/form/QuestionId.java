package org.lanshao.form;

/**
 * The id of a question within its form, such as {@code people}: a lower-case letter, then
 * lower-case letters, digits and {@code _}.
 */
public record QuestionId(String text) {
  @Override
  public String toString() {
    return text;
  }
}
