package org.lanshao.desk.report;

import java.time.Clock;
import java.util.List;
import org.lanshao.count.Report;
import org.lanshao.count.Scope;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.form.FormId;
import org.lanshao.reading.DayRange;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Keeps what people are given. Its method blocks: call it on virtual threads. */
final class ReportBook {
  /** The letter of reports; no two numbers of it are the same, whatever else has it. */
  private static final String LETTER = "R";

  private final Facts facts;
  private final Clock clock;

  ReportBook(Facts facts, Surroundings surroundings) {
    this.facts = facts;
    this.clock = surroundings.clock();
  }

  /**
   * What is given to somebody.
   *
   * @param text private
   */
  record Given(
      Report.Kind kind,
      String title,
      List<FormId> forms,
      Scope scope,
      DayRange range,
      String text,
      List<Report.Input> inputs) {
    /** Without what it says. */
    @Override
    public String toString() {
      return "Given[" + title + "]";
    }
  }

  /** Keeps it, before it is said; its number: R12. */
  String keep(Given given, Heard heard) throws Unavailable {
    var number = LETTER + facts.nextNumber(LETTER);
    facts
        .reports()
        .keep(
            new Report(
                number,
                clock.instant(),
                heard.speaker().id(),
                given.kind(),
                given.title(),
                given.forms(),
                given.scope(),
                given.range(),
                given.text(),
                given.inputs()));
    return number;
  }
}
