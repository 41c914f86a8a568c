package org.lanshao.desk.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.command.Figure;
import org.lanshao.dialogue.Shown;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.Wording;
import org.lanshao.register.Household;
import org.lanshao.register.RegisterEdit;
import org.lanshao.turn.RegisterFacts;

/** A household that counts for another number of those on file than it did then. */
record FiledMove(Filed filed, FiledSince.Story story, LocalDate then, LocalDate today) {
  /** Whether it moves a number. */
  boolean moves(Figure.OnFile figure) {
    return more(figure) != 0;
  }

  /** What it adds to a number that it did not add then; less than 0 for what it takes away. */
  long more(Figure.OnFile figure) {
    return filed.part(figure, story.after(), today) - filed.part(figure, story.before(), then);
  }

  /** When it was edited last; long ago where it was not. */
  Instant at() {
    return story.last().map(RegisterFacts.Kept::at).orElse(Instant.EPOCH);
  }

  /** Where it lay and where it lies. */
  Stream<AreaCode> areas() {
    return Stream.of(story.before(), story.after()).flatMap(Optional::stream).map(Household::area);
  }

  /** J12 新在册 5月14日 13:00, without names. */
  String line(Wording wording, ZoneId zone) {
    var time =
        story
            .last()
            .map(last -> Shown.moment(LocalDateTime.ofInstant(last.at(), zone), wording))
            .orElse("");
    var what = String.join("、", what(wording));
    var slots = Map.of("number", story.number().text(), "what", what, "time", time);
    return wording.say(ReportWords.FILED_LINE, slots).strip();
  }

  private List<String> what(Wording wording) {
    if (story.before().filter(one -> !one.isVacant()).isEmpty()) {
      return List.of(wording.say(ReportWords.FILED_NEW));
    }
    if (story.after().filter(one -> !one.isVacant()).isEmpty()) {
      return List.of(gone(wording));
    }
    var before = story.before().orElseThrow();
    var after = story.after().orElseThrow();
    if (filed.isHere(before) != filed.isHere(after)) {
      return List.of(
          wording.say(filed.isHere(after) ? ReportWords.FILED_IN : ReportWords.FILED_OUT));
    }
    var what = new ArrayList<String>();
    if (!filed.category(before, then).equals(filed.category(after, today))) {
      what.add(
          wording.say(
              ReportWords.FILED_CATEGORY,
              Map.of(
                  "before", filed.category(before, then), "after", filed.category(after, today))));
    }
    if (before.size() != after.size()) {
      what.add(
          wording.say(
              ReportWords.FILED_SIZE,
              Map.of(
                  "before", Integer.toString(before.size()),
                  "after", Integer.toString(after.size()))));
    }
    return what;
  }

  private String gone(Wording wording) {
    return story
        .last()
        .flatMap(
            last ->
                last.edit() instanceof RegisterEdit.Merge(var from, var into)
                    ? Optional.of(
                        wording.say(ReportWords.FILED_MERGED, Map.of("into", into.text())))
                    : Optional.empty())
        .orElseGet(() -> wording.say(ReportWords.FILED_GONE));
  }
}
