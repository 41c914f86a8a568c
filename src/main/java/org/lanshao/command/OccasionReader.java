package org.lanshao.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.count.Occasion;
import org.lanshao.count.RangeText;
import org.lanshao.count.Scope;
import org.lanshao.directory.Directory;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.DayRanges;

/**
 * Narrows where and when somebody asks about to the season, holiday or campaign that they named.
 */
final class OccasionReader {
  private final Directory directory;
  private final CountProblems problems;
  private final Wording wording;

  OccasionReader(Directory directory, CountProblems problems, Wording wording) {
    this.directory = directory;
    this.problems = problems;
    this.wording = wording;
  }

  /** Where and when, or what to say instead. */
  sealed interface Read {
    /**
     * There and then.
     *
     * @param name what the occasion is called; empty where none was named
     */
    record Right(Scope scope, DayRange range, Optional<String> name) implements Read {}

    record Wrong(Reply reply) implements Read {}
  }

  /** The scope and days as they are, or as much of them as belongs to the occasion. */
  Read read(List<Part> found, Scope scope, DayRanges.Read.Days days, Asking asking) {
    var named = Part.all(found, Part.OfOccasion.class).stream().findFirst();
    return named.isEmpty()
        ? new Read.Right(scope, days.range(), Optional.empty())
        : read(named.get().occasion(), scope, said(found, days), asking);
  }

  private static Optional<DayRange> said(List<Part> found, DayRanges.Read.Days days) {
    return Part.all(found, Part.OfDays.class).isEmpty()
        ? Optional.empty()
        : Optional.of(days.range());
  }

  private Read read(Occasion occasion, Scope scope, Optional<DayRange> days, Asking asking) {
    var range = days.isEmpty() ? Optional.of(occasion.range()) : occasion.within(days.get());
    if (range.isEmpty()) {
      var when = RangeText.of(occasion.range(), asking.today(), wording);
      return wrong(CommandWords.OCCASION_OTHER_DAYS, occasion, "days", when);
    }
    var there = occasion.within(scope, directory);
    if (there.isEmpty()) {
      var where = problems.names(occasion.areas());
      return wrong(CommandWords.OCCASION_ELSEWHERE, occasion, "areas", where);
    }
    return new Read.Right(there.get(), range.get(), Optional.of(occasion.name()));
  }

  private Read wrong(CommandWords words, Occasion occasion, String slot, String text) {
    var slots = Map.of("name", occasion.name(), slot, text);
    return new Read.Wrong(Reply.of(wording.say(words, slots)));
  }
}
