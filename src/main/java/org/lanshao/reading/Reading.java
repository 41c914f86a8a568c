package org.lanshao.reading;

import java.util.List;
import org.lanshao.form.Type;
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

  /** A day, but one that the question does not take: {@code allowed} tells which it does. */
  record OtherDays(Type.Days allowed) implements Reading {}

  /** A day that does not exist: 2月30日. */
  record NoSuchDay() implements Reading {}

  /** A number whose check digit does not fit the others: a slip in one of them. */
  record WrongDigit() implements Reading {}

  /** Neither one number nor one day or time: 两三个, 十来个, 3-5, 上周, 八点多. */
  record Vague() implements Reading {}

  /** A matter that is done already: {@code state} is what people read of it. */
  record Settled(String number, String state) implements Reading {}

  /** A number that is of no matter of this kind that the speaker may see. */
  record NoSuchMatter(String number) implements Reading {}

  /** Nothing that answers the question. */
  record NotUnderstood() implements Reading {}
}
