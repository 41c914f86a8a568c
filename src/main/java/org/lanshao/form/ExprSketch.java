package org.lanshao.form;

import java.math.BigDecimal;
import java.util.List;

/** An expression as it was written, before its words are known to be questions or options. */
sealed interface ExprSketch {
  /** Where it begins, from 1. */
  int position();

  record Word(String text, int position) implements ExprSketch {}

  record Quoted(String text, int position) implements ExprSketch {}

  record Digits(long number, int position) implements ExprSketch {}

  record Fraction(BigDecimal number, int position) implements ExprSketch {}

  /** {@code sum(…)}. */
  record Sum(List<ExprSketch> terms, int position) implements ExprSketch {}

  /** {@code count(…)}. */
  record Size(Word question, int position) implements ExprSketch {}

  record Answered(Word question, int position) implements ExprSketch {}

  record Not(ExprSketch part, int position) implements ExprSketch {}

  record All(List<ExprSketch> parts, int position) implements ExprSketch {}

  record Any(List<ExprSketch> parts, int position) implements ExprSketch {}

  record Compare(Expr.Comparison comparison, ExprSketch left, ExprSketch right, int position)
      implements ExprSketch {}

  record Has(ExprSketch left, ExprSketch right, int position) implements ExprSketch {}

  record Arithmetic(Expr.Operation operation, ExprSketch left, ExprSketch right, int position)
      implements ExprSketch {}

  /** Where something could not be read; the reader has told it. */
  record Broken(int position) implements ExprSketch {}
}
