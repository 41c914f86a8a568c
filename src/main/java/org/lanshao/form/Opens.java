package org.lanshao.form;

import java.util.Optional;

/**
 * A matter that a record of a form opens.
 *
 * @param letter of its number: H; the form that has this letter tells its states
 * @param state in which it begins
 * @param when opened only while this holds for the record's answers
 * @param about what people read about it in lists
 * @param amount how much it is about, where that is taken away bit by bit: people in a shelter
 * @param kind the question whose options tell what kind it is of; empty: of none
 * @param until by which day it is to be followed; empty: as its state says
 */
public record Opens(
    String letter,
    String state,
    Expr when,
    Template about,
    Optional<Expr> amount,
    Optional<QuestionId> kind,
    Optional<Until> until) {
  /**
   * What the amount is counted in, as the question of this form names it that it comes from: 人;
   * empty text where no single question asks for it, or none is named.
   */
  public String unit(Form form) {
    return amount
        .filter(Expr.Answer.class::isInstance)
        .flatMap(answer -> form.question(((Expr.Answer) answer).question()))
        .flatMap(question -> question.type().units().stream().findFirst())
        .orElse("");
  }
}
