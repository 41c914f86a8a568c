package org.lanshao.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lanshao.command.Side.Place;
import org.lanshao.count.Breakdown;
import org.lanshao.count.Cells;
import org.lanshao.count.Total;
import org.lanshao.form.Wording;
import org.lanshao.picture.Chart;
import org.lanshao.picture.Chart.Series;
import org.lanshao.picture.Chart.Shape;
import org.lanshao.turn.Unavailable;

/**
 * Counts that are parted by something, as charts. What they are parted by first stands along the
 * bottom; what by second stands on top of one another where the parts add up, else side by side.
 */
final class BreakdownCharts {
  /** More kinds of bars than this cannot be told apart. */
  static final int MOST_SERIES = 8;

  private final CountRows counted;
  private final CountNames names;
  private final Wording wording;

  BreakdownCharts(Sums sums, CountNames names, Wording wording) {
    this.counted = new CountRows(sums, names);
    this.names = names;
    this.wording = wording;
  }

  /** The chart of a count with one breakdown or two; {@code what} says of what. */
  Chart chart(Asked asked, String what) throws Unavailable {
    var by = asked.count().by();
    return by.size() == 1
        ? rows(asked, by.getFirst(), what)
        : table(asked, by.getFirst(), by.getLast(), what);
  }

  private Chart rows(Asked asked, Breakdown by, String what) throws Unavailable {
    var all = counted.of(asked, by);
    var some = all.stream().filter(row -> isTime(by) || !row.isNothing()).toList();
    var rows = new ArrayList<>(some);
    counted.rest(asked, by, all).map(rest -> row(asked, rest)).ifPresent(rows::add);
    if (rows.isEmpty()) {
      rows.add(nothing(asked));
    }
    var series = new ArrayList<Series>();
    for (Total total : sorted(rows.getFirst().totals())) {
      int nth = rows.getFirst().totals().indexOf(total);
      var numbers = rows.stream().map(row -> row.totals().get(nth).number()).toList();
      series.add(new Series(total.measure().label(), numbers));
    }
    var slots = Map.of("what", what, "by", names.name(asked, by));
    return new Chart(
        wording.say(CommandWords.CHART_BY, slots),
        isTime(by) ? Shape.LINES : Shape.BARS,
        rows.stream().map(CountRows.Row::name).toList(),
        something(series));
  }

  /** What is at none of the places; nothing of what is not among these. */
  private CountRows.Row row(Asked asked, List<Total> rest) {
    var totals =
        asked.measures().stream()
            .map(
                measure ->
                    rest.stream()
                        .filter(total -> total.measure().equals(measure))
                        .findFirst()
                        .orElse(new Total(measure, 0)))
            .toList();
    return new CountRows.Row(wording.say(CommandWords.COUNT_REST), totals);
  }

  private static List<Total> sorted(List<Total> totals) {
    return totals.stream().sorted(Comparator.comparing(Total::measure, Total.AS_TOLD)).toList();
  }

  private CountRows.Row nothing(Asked asked) {
    return new CountRows.Row(
        days(asked), asked.measures().stream().map(measure -> new Total(measure, 0)).toList());
  }

  /** What stands below where there is nothing to part by. */
  private String days(Asked asked) {
    return CountAnswers.days(asked.query(), asked.today(), wording);
  }

  private static boolean isTime(Breakdown by) {
    return by instanceof Breakdown.ByTime;
  }

  /** Without series that are nothing everywhere, unless all are; no more than can be told apart. */
  static List<Series> something(List<Series> all) {
    var some = all.stream().filter(series -> sum(series) != 0).limit(MOST_SERIES).toList();
    return some.isEmpty() ? List.of(all.getFirst()) : some;
  }

  private static long sum(Series series) {
    return series.numbers().stream().mapToLong(Long::longValue).sum();
  }

  /** The first measure, as in the table that is told. */
  private Chart table(Asked asked, Breakdown down, Breakdown across, String what)
      throws Unavailable {
    var measure = asked.measures().getFirst();
    var rows = names.side(asked, down);
    var columns = names.side(asked, across);
    var cells = counted.table(asked, measure, rows, columns);
    var totals = counted.count(asked, measure, rows.axis());
    var places =
        rows.places().stream()
            .filter(place -> isTime(down) || totals.at(place.key()) != 0)
            .toList();
    var series = columns.places().stream().map(column -> series(column, places, cells)).toList();
    var rest = rest(places, totals, series);
    boolean adds =
        rest.numbers().stream().allMatch(number -> number >= 0)
            && !CountNames.overlaps(asked.form(), across);
    var slots =
        Map.of(
            "what", what,
            "rows", names.name(asked, down),
            "columns", names.name(asked, across),
            "measure", measure.label());
    return new Chart(
        wording.say(CommandWords.CHART_TABLE, slots),
        adds ? Shape.STACKED : Shape.BARS,
        places.isEmpty() ? List.of(days(asked)) : places.stream().map(Place::name).toList(),
        places.isEmpty()
            ? List.of(new Series(measure.label(), List.of(0L)))
            : something(adds ? together(series, rest) : largest(series, MOST_SERIES)));
  }

  private static Series series(Place column, List<Place> places, Cells cells) {
    var numbers = places.stream().map(place -> cells.at(place.key(), column.key())).toList();
    return new Series(column.name(), numbers);
  }

  /** What of each place is in none of these. */
  private Series rest(List<Place> places, Cells totals, List<Series> parts) {
    var numbers = new ArrayList<Long>();
    for (int at = 0; at < places.size(); at++) {
      int place = at;
      long told = parts.stream().mapToLong(part -> part.numbers().get(place)).sum();
      numbers.add(totals.at(places.get(at).key()) - told);
    }
    return new Series(wording.say(CommandWords.COUNT_REST), numbers);
  }

  /** The largest parts, and all others as the rest, so that bars are as high as their totals. */
  private static List<Series> together(List<Series> parts, Series rest) {
    var told = largest(parts, MOST_SERIES - 1);
    var numbers =
        IntStream.range(0, rest.numbers().size())
            .mapToObj(
                at ->
                    rest.numbers().get(at)
                        + parts.stream()
                            .filter(part -> !told.contains(part))
                            .mapToLong(part -> part.numbers().get(at))
                            .sum())
            .toList();
    var all = new ArrayList<>(told);
    all.add(new Series(rest.name(), numbers));
    return all;
  }

  /** The largest of them, in their order. */
  private static List<Series> largest(List<Series> all, int most) {
    var kept =
        all.stream()
            .sorted(Comparator.comparingLong(BreakdownCharts::sum).reversed())
            .limit(most)
            .toList();
    return all.stream().filter(kept::contains).toList();
  }
}
