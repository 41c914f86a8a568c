package org.lanshao.dialogue;

import org.lanshao.form.Answers;

/**
 * The record that a session revises: its form is opened again on the record's answers.
 *
 * @param number the record's number: V102
 * @param revision which of its revisions the session began with
 * @param purpose what is to be done with it
 * @param explain whether a reason must be given
 * @param returned whether it was returned to its author, who may also leave it as it is
 * @param answers the record's answers
 * @param why the reason given so far; private; empty text if none
 */
public record Basis(
    String number,
    int revision,
    Purpose purpose,
    boolean explain,
    boolean returned,
    Answers answers,
    String why) {
  /** What is to be done with a record. */
  public enum Purpose {
    /** Other answers. */
    CORRECT,
    /** It counts no more. */
    WITHDRAW,
    /** Its author is to correct it. */
    RETURN
  }

  /** With this reason. */
  public Basis because(String reason) {
    return new Basis(number, revision, purpose, explain, returned, answers, reason);
  }

  /** Without answers and reason. */
  @Override
  public String toString() {
    return "Basis[" + number + " " + revision + " " + purpose + "]";
  }
}
