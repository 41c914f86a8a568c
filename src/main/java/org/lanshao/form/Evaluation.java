package org.lanshao.form;

/** Evaluates expressions. */
public final class Evaluation {
  private Evaluation() {}
}
