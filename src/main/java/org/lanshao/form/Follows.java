package org.lanshao.form;

import java.util.Optional;

/**
 * What becomes of a matter that a record of a form names.
 *
 * @param question the question whose answer is the matter
 * @param state in which it is then; empty when it stays as it is
 * @param when only while this holds for the record's answers
 * @param less how much is taken from the matter's amount; the state is reached when nothing is left
 * @param until by which day it is to be followed next; empty: as its state says
 */
public record Follows(
    QuestionId question,
    Optional<String> state,
    Expr when,
    Optional<Expr> less,
    Optional<Until> until) {}
