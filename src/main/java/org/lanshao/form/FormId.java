package org.lanshao.form;

/** The id of a form, such as {@code visit}: lower-case letters, digits, {@code -} and {@code _}. */
public record FormId(String text) {
  @Override
  public String toString() {
    return text;
  }
}
