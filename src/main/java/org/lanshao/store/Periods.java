package org.lanshao.store;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.reading.DayRange;

/**
 * A range as numbers of days (20220510), months (202205) and years (2022), as few as make it up: 27
 * days of a month are the month without the others. Only sums may be read so.
 *
 * @param added what lies in the range, and more
 * @param taken the more
 */
record Periods(List<Integer> added, List<Integer> taken) {
  private static final Periods NONE = new Periods(List.of(), List.of());

  Periods {
    added = List.copyOf(added);
    taken = List.copyOf(taken);
  }

  /** How far one number reaches. */
  enum Step {
    DAY(ChronoUnit.DAYS, 1),
    MONTH(ChronoUnit.MONTHS, 100),
    YEAR(ChronoUnit.YEARS, 10_000);

    private final ChronoUnit unit;
    private final int days;

    Step(ChronoUnit unit, int days) {
      this.unit = unit;
      this.days = days;
    }

    private int number(LocalDate day) {
      return Days.number(day) / days;
    }

    /** All days of the same number. */
    private DayRange around(LocalDate day) {
      var first =
          switch (this) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
          };
      return new DayRange(first, first.plus(1, unit).minusDays(1));
    }

    private Step narrower() {
      return switch (this) {
        case YEAR -> MONTH;
        case MONTH -> DAY;
        case DAY -> throw new IllegalStateException("nothing is narrower than a day");
      };
    }
  }

  /** Those of a range, none wider than a step. */
  static Periods of(DayRange range, Step widest) {
    var parts = new ArrayList<Periods>();
    for (var from = range.first(); !from.isAfter(range.last()); ) {
      var whole = widest.around(from);
      var last = earlier(whole.last(), range.last());
      parts.add(within(whole, new DayRange(from, last), widest));
      from = last.plusDays(1);
    }
    return sum(parts.stream());
  }

  /** A part of one day, month or year: made up from within, or the whole without the rest. */
  private static Periods within(DayRange whole, DayRange part, Step step) {
    if (part.equals(whole)) {
      return new Periods(List.of(step.number(whole.first())), List.of());
    }
    var inside = of(part, step.narrower());
    var rest =
        Stream.of(
                range(whole.first(), part.first().minusDays(1)),
                range(part.last().plusDays(1), whole.last()))
            .flatMap(Optional::stream)
            .map(days -> of(days, step.narrower()));
    var outside = sum(rest);
    return inside.size() <= outside.size() + 1
        ? inside
        : sum(
            Stream.of(
                new Periods(List.of(step.number(whole.first())), outside.added()),
                new Periods(outside.taken(), List.of())));
  }

  private int size() {
    return added.size() + taken.size();
  }

  private static Periods sum(Stream<Periods> parts) {
    return parts.reduce(
        NONE,
        (one, other) -> new Periods(both(one.added, other.added), both(one.taken, other.taken)));
  }

  private static List<Integer> both(List<Integer> one, List<Integer> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static Optional<DayRange> range(LocalDate first, LocalDate last) {
    return first.isAfter(last) ? Optional.empty() : Optional.of(new DayRange(first, last));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
