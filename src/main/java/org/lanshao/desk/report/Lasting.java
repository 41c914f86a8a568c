package org.lanshao.desk.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.command.Span;
import org.lanshao.count.RangeText;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.dialogue.Shown;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Submission;
import org.lanshao.turn.Unavailable;

/**
 * 在办活动: which activities go on on some days, whenever they were filed. The form of activities is
 * the first one with the questions {@code starts} and {@code ends}.
 */
final class Lasting {
  static final String WORD = "在办活动";
  private static final SpanTalk.Command ASKED =
      new SpanTalk.Command(List.of(WORD, "正在办的活动", "在辦活動", "activities on"), "今天");
  private static final QuestionId STARTS = new QuestionId("starts");
  private static final QuestionId ENDS = new QuestionId("ends");
  private static final QuestionId KIND = new QuestionId("kind");

  /** None is filed so many days before it begins, or after. */
  private static final int APART = 400;

  private static final int MOST = 30;

  private final SpanTalk talk;
  private final Directory directory;
  private final Optional<Form> activities;
  private final Wording wording;

  Lasting(Surroundings surroundings, Library library, SpanTalk talk) {
    this.talk = talk;
    this.directory = surroundings.directory();
    this.activities =
        library.forms().stream()
            .filter(form -> form.question(STARTS).isPresent() && form.question(ENDS).isPresent())
            .findFirst();
    this.wording = library.wording();
  }

  /** What is said; empty when the words ask for something else. */
  Optional<Decision> decide(Heard heard) throws Unavailable {
    return activities.isEmpty()
        ? Optional.empty()
        : talk.decide(ASKED, heard, (span, who) -> told(activities.get(), span, who));
  }

  private String told(Form form, Span.Of span, Heard heard) throws Unavailable {
    var days = span.range();
    var around = new DayRange(days.first().minusDays(APART), days.last().plusDays(APART));
    var open =
        talk.records(form, span.scope(), around).stream()
            .filter(record -> days(record).filter(one -> meet(one, days)).isPresent())
            .sorted(Comparator.comparing(record -> days(record).orElse(days).first()))
            .toList();
    var slots = talk.slots(span, heard);
    slots.put("count", Integer.toString(open.size()));
    var lines = new ArrayList<String>();
    lines.add(wording.say(open.isEmpty() ? ReportWords.LASTING_NONE : ReportWords.LASTING, slots));
    open.stream().limit(MOST).forEach(record -> lines.add(line(record, form, heard.today())));
    if (open.size() > MOST) {
      var more = Map.of("count", Integer.toString(open.size() - MOST));
      lines.add(wording.say(ReportWords.MORE_LINES, more));
    }
    return String.join("\n", lines);
  }

  /** From its first day to its last one, which is the same where none was told. */
  private static Optional<DayRange> days(Submission record) {
    var starts = day(record, STARTS);
    return starts.map(first -> new DayRange(first, day(record, ENDS).orElse(first)));
  }

  private static Optional<LocalDate> day(Submission record, QuestionId question) {
    return record
        .answers()
        .get(question)
        .flatMap(
            value ->
                value instanceof Value.Date(LocalDate day) ? Optional.of(day) : Optional.empty());
  }

  private static boolean meet(DayRange one, DayRange other) {
    return !one.first().isAfter(other.last()) && !one.last().isBefore(other.first());
  }

  /** Of what kind, when and where: what people wrote of it is not told. */
  private String line(Submission record, Form form, LocalDate today) {
    var days = days(record).orElseThrow();
    var kind =
        record
            .answers()
            .get(KIND)
            .flatMap(
                value ->
                    form.question(KIND).map(asked -> Shown.plain(value, asked.type(), wording)))
            .orElse(form.title());
    return wording.say(
        ReportWords.LASTING_LINE,
        Map.of(
            "number", record.number(),
            "kind", kind,
            "days", RangeText.of(days, today, wording),
            "area", area(record.area())));
  }

  private String area(AreaCode code) {
    return directory.area(code).map(directory::fullName).orElse(code.text());
  }
}
