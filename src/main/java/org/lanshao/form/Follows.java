package org.lanshao.form;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of a matter that a record of a form names.
 *
 * @param question the question whose answer is the matter
 * @param state in which it is then; empty when it stays as it is
 * @param stays the states in which it stays as it is all the same
 * @param when only while this holds for the record's answers
 * @param less how much is taken from the matter's amount; the state is reached when nothing is left
 * @param until by which day it is to be followed next; empty: as its state says
 */
public record Follows(
    QuestionId question,
    Optional<String> state,
    List<String> stays,
    Expr when,
    Optional<Expr> less,
    Optional<Until> until) {
  /** Copies the list. */
  public Follows {
    stays = List.copyOf(stays);
  }

  /** What becomes of a matter that is in this state; empty text when it stays as it is. */
  public String after(String before) {
    return stays.contains(before) ? "" : state.orElse("");
  }
}
