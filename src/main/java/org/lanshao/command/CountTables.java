package org.lanshao.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.command.Side.Place;
import org.lanshao.count.Breakdown;
import org.lanshao.count.Total;
import org.lanshao.form.Marks;
import org.lanshao.form.Measure;
import org.lanshao.form.Wording;
import org.lanshao.turn.Unavailable;

/**
 * Tells what counts are made of: a line for each place, in the order of the places or of their
 * numbers.
 */
final class CountTables {
  /** More lines than this nobody reads in a chat. */
  private static final int MOST_ROWS = 70;

  /** So many places without anything are named. */
  private static final int MOST_NAMED = 30;

  private final CountRows counted;
  private final CountNames names;
  private final Wording wording;

  CountTables(Sums sums, CountNames names, Wording wording) {
    this.counted = new CountRows(sums, names);
    this.names = names;
    this.wording = wording;
  }

  /** The lines of a form's breakdowns; none without one. */
  List<String> lines(Asked asked) throws Unavailable {
    var by = asked.count().by();
    return switch (by.size()) {
      case 0 -> List.of();
      case 1 -> rows(asked, by.getFirst());
      default -> table(asked, by.getFirst(), by.getLast());
    };
  }

  private List<String> rows(Asked asked, Breakdown by) throws Unavailable {
    var all = counted.of(asked, by);
    if (all.isEmpty() && by instanceof Breakdown.ByOccasion) {
      return List.of(wording.say(CommandWords.COUNT_NO_CAMPAIGN));
    }
    var lines =
        all.stream().filter(row -> !row.isNothing()).map(row -> line(asked, by, row)).toList();
    var rows = new ArrayList<>(ranked(asked, lines));
    counted
        .rest(asked, by, all)
        .map(rest -> row(wording.say(CommandWords.COUNT_REST), text(asked, by, rest)))
        .ifPresent(rows::add);
    var empty = all.stream().filter(CountRows.Row::isNothing).map(CountRows.Row::name).toList();
    var heading = wording.say(CommandWords.COUNT_BY, Map.of("by", names.name(asked, by)));
    return under(heading, rows, empty);
  }

  private static String text(Asked asked, Breakdown by, List<Total> totals) {
    return Total.text(
        totals,
        (measure, number) ->
            isCategory(by) ? asked.shown(number, true) : asked.shown(measure, number));
  }

  /**
   * A line of a table.
   *
   * @param number by which it is ranked, as far as the chat may see it
   */
  private record Line(long number, String name, String numbers) {}

  private static Line line(Asked asked, Breakdown by, CountRows.Row row) {
    long first = row.totals().getFirst().number();
    return new Line(seen(asked, first, isCategory(by)), row.name(), text(asked, by, row.totals()));
  }

  /** A number to rank by; those that a group may not see are all the same. */
  private static long seen(Asked asked, long number, boolean category) {
    return category && Few.isHidden(number, asked.chat()) ? 1 : number;
  }

  /**
   * The lines; where they are ranked the largest first, each with its place, the same for equals.
   */
  private List<String> ranked(Asked asked, List<Line> lines) {
    if (!asked.query().ranked()) {
      return lines.stream().map(line -> row(line.name(), line.numbers())).toList();
    }
    var sorted = lines.stream().sorted(Comparator.comparingLong(Line::number).reversed()).toList();
    var ranked = new ArrayList<String>();
    int place = 0;
    for (int i = 0; i < sorted.size(); i++) {
      place = i > 0 && sorted.get(i).number() == sorted.get(i - 1).number() ? place : i + 1;
      var slots = Map.of("place", Integer.toString(place), "name", sorted.get(i).name());
      ranked.add(row(wording.say(CommandWords.COUNT_PLACE, slots), sorted.get(i).numbers()));
    }
    return ranked;
  }

  private static boolean isCategory(Breakdown by) {
    return by instanceof Breakdown.ByAnswer;
  }

  /** The first measure by rows and columns; the others are named. */
  private List<String> table(Asked asked, Breakdown down, Breakdown across) throws Unavailable {
    var measure = asked.measures().getFirst();
    var rowSide = names.side(asked, down);
    var columnSide = names.side(asked, across);
    var cells = counted.table(asked, measure, rowSide, columnSide);
    var totals = counted.count(asked, measure, rowSide.axis());
    boolean category = isCategory(down) || isCategory(across);
    var found = new ArrayList<Line>();
    var empty = new ArrayList<String>();
    for (Place row : rowSide.places()) {
      var parts =
          columnSide.places().stream()
              .filter(column -> cells.at(row.key(), column.key()) != 0)
              .map(c -> cell(c.name(), asked.shown(cells.at(row.key(), c.key()), category)));
      long whole = totals.at(row.key());
      if (whole == 0) {
        empty.add(row.name());
      } else {
        found.add(
            new Line(
                seen(asked, whole, isCategory(down)),
                row.name() + " " + asked.shown(whole, isCategory(down)),
                Marks.list(parts, wording)));
      }
    }
    var slots =
        Map.of(
            "measure", measure.label(),
            "rows", names.name(asked, down),
            "columns", names.name(asked, across));
    var heading = wording.say(CommandWords.COUNT_TABLE, slots);
    var lines = new ArrayList<>(under(heading, ranked(asked, found), empty));
    others(asked).ifPresent(lines::add);
    return lines;
  }

  private Optional<String> others(Asked asked) {
    var others = Marks.list(asked.measures().stream().skip(1).map(Measure::label), wording);
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(wording.say(CommandWords.COUNT_OTHERS, Map.of("measures", others)));
  }

  private String cell(String name, String number) {
    return wording.say(CommandWords.COUNT_CELL, Map.of("name", name, "number", number));
  }

  private String row(String name, String numbers) {
    return wording.say(CommandWords.COUNT_ROW, Map.of("name", name, "numbers", numbers));
  }

  private List<String> under(String heading, List<String> rows, List<String> empty) {
    var lines = new ArrayList<String>();
    lines.add(heading);
    lines.addAll(rows.subList(0, Math.min(rows.size(), MOST_ROWS)));
    if (rows.size() > MOST_ROWS) {
      var count = Integer.toString(rows.size() - MOST_ROWS);
      lines.add(wording.say(CommandWords.COUNT_MORE_ROWS, Map.of("count", count)));
    }
    if (!empty.isEmpty()) {
      var named = empty.stream().limit(MOST_NAMED);
      var slots =
          Map.of(
              "names", Marks.list(named, wording),
              "count", Integer.toString(empty.size()));
      lines.add(
          wording.say(
              empty.size() > MOST_NAMED ? CommandWords.COUNT_ZERO_MANY : CommandWords.COUNT_ZERO,
              slots));
    }
    return lines;
  }
}
