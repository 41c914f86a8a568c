package org.lanshao.app;

/** The start was given up; the message says which step failed and what to do, in one line each. */
final class StartProblem extends Exception {
  private static final long serialVersionUID = 1;

  StartProblem(String message) {
    super(message);
  }
}
