package org.lanshao.reading;

import org.lanshao.form.Question;

/**
 * Words of a message that may answer a question.
 *
 * @param from where they begin
 * @param to where they end, not included
 * @param care what must hold around them
 */
record Find(int from, int to, Question question, Reading reading, Care care) {
  /** What must hold around words before they are taken. */
  enum Care {
    /** Nothing: they say which question they answer. */
    NONE,
    /** No other words touch them: 高峰 is a street, 高峰期间 is not. */
    APART,
    /** Nothing denies or doubts them: 没有防汛. */
    AFFIRMED,
    /** They stand apart, and mean nothing else: a name. */
    LAST
  }

  int length() {
    return to - from;
  }

  boolean overlaps(Find other) {
    return from < other.to && other.from < to;
  }

  boolean covers(Find other) {
    return from == other.from && to == other.to;
  }
}
