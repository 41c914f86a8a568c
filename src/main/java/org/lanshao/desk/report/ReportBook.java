package org.lanshao.desk.report;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.command.Permission;
import org.lanshao.count.Report;
import org.lanshao.count.Scope;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.FormId;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.Folding;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** What people were given, kept. Its methods block: call them on virtual threads. */
final class ReportBook {
  /** The letter of reports; no two numbers of it are the same, whatever else has it. */
  private static final String LETTER = "R";

  private static final Pattern NUMBER = Pattern.compile("r0*([1-9]\\d{0,11})");

  private final Facts facts;
  private final Permission permission;
  private final Clock clock;

  ReportBook(Facts facts, Surroundings surroundings) {
    this.facts = facts;
    this.permission = new Permission(surroundings.directory());
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

  /** The report that words name; empty when they are no number of one. */
  Optional<Report> report(String words) throws Unavailable {
    var number = NUMBER.matcher(Folding.tight(words));
    return number.matches() ? facts.reports().report("R" + number.group(1)) : Optional.empty();
  }

  /** Whoever asked for it, and who might ask for the same. */
  boolean mayRead(Report report, Heard heard) {
    return report.by().equals(heard.speaker().id())
        || switch (report.scope()) {
          case Scope.ByPerson own -> false;
          case Scope.InArea(AreaCode area) -> permission.allows(heard.speaker(), area);
          case Scope.InAreas(List<AreaCode> areas) ->
              areas.stream().allMatch(area -> permission.allows(heard.speaker(), area));
        };
  }
}
