package org.lanshao.form;

import java.util.List;

/**
 * A condition or computed value over the answers of a form. Its types were checked when the form
 * was read, so evaluation cannot fail; see {@link Evaluation}.
 */
public sealed interface Expr {
  /** What always holds. */
  Expr ALWAYS = new Literal(new Value.YesNo(true));

  /** A constant; an option of a choice is a {@link Value.One}. */
  record Literal(Value value) implements Expr {}

  /** The answer of a question. Alone as a condition: a yes-no question answered yes. */
  record Answer(QuestionId question) implements Expr {}

  /** Whether a question has an answer: {@code answered(note)}. */
  record Answered(QuestionId question) implements Expr {}

  /** {@code a and b and …}. */
  record And(List<Expr> parts) implements Expr {
    /** Copies the parts. */
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** {@code a or b or …}. */
  record Or(List<Expr> parts) implements Expr {
    /** Copies the parts. */
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** {@code not a}. */
  record Not(Expr part) implements Expr {}

  /** {@code a < b} and its kin. */
  record Compare(Comparison comparison, Expr left, Expr right) implements Expr {}

  /** {@code purpose has flood}: whether an option is among the chosen ones. */
  record Has(QuestionId question, String option) implements Expr {}

  /** {@code a + b}, {@code a - b}, {@code a * b} of numbers. */
  record Arithmetic(Operation operation, Expr left, Expr right) implements Expr {}

  /**
   * {@code sum(a, b, …)}: those that are known added up; unknown when none is.
   *
   * @param terms numbers
   */
  record Sum(List<Expr> terms) implements Expr {
    /** Copies the terms. */
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  /** {@code persons.count} in a sum: the answers of a number question in all items of a group. */
  record Across(QuestionId group, QuestionId question) implements Expr {}

  /** {@code count(persons)}: how many items, photos or options an answer holds. */
  record Size(QuestionId question) implements Expr {}

  /**
   * How two values are compared; only {@code EQUAL} and {@code UNEQUAL} for other than numbers,
   * days and times.
   */
  enum Comparison {
    EQUAL,
    UNEQUAL,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST
  }

  /** What arithmetic there is. */
  enum Operation {
    PLUS,
    MINUS,
    TIMES
  }
}
