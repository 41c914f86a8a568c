package org.lanshao.reading;

import java.util.List;
import java.util.Optional;
import org.lanshao.form.Form;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;

/**
 * What a message says about the questions of a form, in any order, with or without spaces:
 * 石巷村12号户3个人防汛 电线好旧要整改. Nothing is guessed: what could be two things is asked, and what belongs to
 * no question is kept as it was written.
 *
 * @param understood what is answered, in the order of the form, each question once
 * @param unclear what was said about a question and cannot be taken as its answer
 * @param rest the words that belong to no question, in their order
 */
public record Report(List<Understood> understood, List<Unclear> unclear, List<String> rest) {
  /** Copies the lists. */
  public Report {
    understood = List.copyOf(understood);
    unclear = List.copyOf(unclear);
    rest = List.copyOf(rest);
  }

  /**
   * An answer.
   *
   * @param from where it stands in the message; empty when another answer implies it
   */
  public record Understood(QuestionId question, Value value, Optional<Span> from) {}

  /**
   * Words about a question that leave its answer open.
   *
   * @param reading why; never {@link Reading.Understood}
   */
  public record Unclear(QuestionId question, Reading reading, Span from) {}

  /** Characters of a message, {@code to} not included. */
  public record Span(int from, int to) {}

  /** Reads a message as far as it answers the form; see {@link Report}. */
  public static Report read(Form form, String text, Hearing hearing) {
    return new ReportReader(form, text, hearing).read();
  }

  /** The answer to a question, or empty. */
  public Optional<Value> value(QuestionId question) {
    return understood.stream()
        .filter(one -> one.question().equals(question))
        .map(Understood::value)
        .findFirst();
  }

  /** Whether all of the message was understood, and something at all. */
  public boolean isWhole() {
    return !understood.isEmpty() && unclear.isEmpty() && rest.isEmpty();
  }
}
