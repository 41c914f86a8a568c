package org.lanshao.form;

import java.util.Optional;

/** Reads a form's {@code day: {question: date, shows: [visit]}}. */
final class StationDayReader {
  private StationDayReader() {}

  /** The day of the form; empty when it has none, or none that can be used. */
  static Optional<StationDay> read(Section form, Known known) {
    if (form.node("day").isEmpty()) {
      return Optional.empty();
    }
    var section = form.section("day");
    var question = section.required("question", "date");
    var shows = section.words("shows").stream().map(word -> new FormId(word.text())).toList();
    section.refuseOthers();
    var date = question.filter(id -> isDate(id, known));
    question
        .filter(id -> date.isEmpty() && !known.broken().contains(id))
        .ifPresent(
            id ->
                section.wrong(
                    FormCode.DAY_NEEDS_DATE,
                    "question",
                    "day 的 %s 不是 date 问题。".formatted(Section.shorten(id)),
                    "写一个 type: date、days: past、每次都有的问题的 id。"));
    return date.map(id -> new StationDay(new QuestionId(id), shows));
  }

  private static boolean isDate(String id, Known known) {
    return known.types().get(id) instanceof Type.Date;
  }
}
