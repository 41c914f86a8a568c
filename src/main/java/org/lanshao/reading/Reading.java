package org.lanshao.reading;

import java.util.List;
import org.lanshao.form.Value;

/** What a message means as an answer to a question. */
public sealed interface Reading {
  /** Just this. */
  record Understood(Value value) implements Reading {}

  /** Any of these, at least two: ask. */
  record Ambiguous(List<Value> candidates) implements Reading {
    /** Copies the candidates. */
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /** A number, but not from {@code min} to {@code max}. */
  record OutOfRange(long min, long max) implements Reading {}

  /** A text of more than {@code max} characters. */
  record TooLong(int max) implements Reading {}

  /** A place, but wider than a town or street. */
  record TooWide() implements Reading {}

  /** A household without the village that it is in. */
  record NoVillage() implements Reading {}

  /** An amount without a number that can be counted: 两三个, 十来个, 3-5. */
  record Vague() implements Reading {}

  /** Nothing that answers the question. */
  record NotUnderstood() implements Reading {}
}
