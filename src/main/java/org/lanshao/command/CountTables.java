package org.lanshao.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lanshao.command.Side.Place;
import org.lanshao.count.Axis;
import org.lanshao.count.Breakdown;
import org.lanshao.count.Cells;
import org.lanshao.count.Occasion;
import org.lanshao.count.Total;
import org.lanshao.form.Form;
import org.lanshao.form.Measure;
import org.lanshao.form.Wording;
import org.lanshao.turn.Unavailable;

/** Tells what counts are made of: a line for each place, in the order of the places. */
final class CountTables {
  /** More lines than this nobody reads in a chat. */
  private static final int MOST_ROWS = 70;

  /** So many places without anything are named. */
  private static final int MOST_NAMED = 30;

  private final Sums sums;
  private final CountNames names;
  private final Wording wording;

  CountTables(Sums sums, CountNames names, Wording wording) {
    this.sums = sums;
    this.names = names;
    this.wording = wording;
  }

  /** The lines of a form's breakdowns; none without one. */
  List<String> lines(Asked asked) throws Unavailable {
    var by = asked.count().by();
    return switch (by.size()) {
      case 0 -> List.of();
      case 1 ->
          by.getFirst() instanceof Breakdown.ByOccasion(List<Occasion> campaigns)
              ? campaigns(asked, by.getFirst(), campaigns)
              : rows(asked, by.getFirst());
      default -> table(asked, by.getFirst(), by.getLast());
    };
  }

  private List<String> rows(Asked asked, Breakdown by) throws Unavailable {
    var side = names.side(asked, by);
    var measureToCells = new LinkedHashMap<Measure, Cells>();
    for (Measure measure : asked.measures()) {
      measureToCells.put(measure, count(asked, measure, side.axis()));
    }
    var rows = new ArrayList<String>();
    var empty = new ArrayList<Place>();
    for (Place place : side.places()) {
      var totals =
          measureToCells.entrySet().stream()
              .map(entry -> new Total(entry.getKey(), entry.getValue().at(place.key())))
              .toList();
      if (totals.stream().allMatch(total -> total.number() == 0)) {
        empty.add(place);
      } else {
        rows.add(row(place.name(), text(asked, by, totals)));
      }
    }
    rest(asked, by, measureToCells).ifPresent(rows::add);
    var heading = wording.say(CommandWords.COUNT_BY, Map.of("by", names.name(asked, by)));
    return under(heading, rows, empty);
  }

  private Cells count(Asked asked, Measure measure, Axis... axes) throws Unavailable {
    return sums.count(asked.form(), measure, asked.cut(measure, List.of(axes)));
  }

  /** As much of each campaign as lies in what is counted. */
  private List<String> campaigns(Asked asked, Breakdown by, List<Occasion> campaigns)
      throws Unavailable {
    var rows = new ArrayList<String>();
    var empty = new ArrayList<Place>();
    for (Occasion campaign : campaigns) {
      var days = campaign.within(asked.query().range());
      var scope = campaign.within(asked.query().scope(), names.directory());
      if (days.isPresent() && scope.isPresent()) {
        var totals = new ArrayList<Total>();
        for (Measure measure : asked.measures()) {
          var cut = asked.cut(measure, List.of()).in(scope.get()).in(days.get());
          totals.add(new Total(measure, sums.count(asked.form(), measure, cut).number()));
        }
        if (totals.stream().allMatch(total -> total.number() == 0)) {
          empty.add(new Place("", campaign.name()));
        } else {
          rows.add(row(campaign.name(), text(asked, by, totals)));
        }
      }
    }
    if (rows.isEmpty() && empty.isEmpty()) {
      return List.of(wording.say(CommandWords.COUNT_NO_CAMPAIGN));
    }
    var heading = wording.say(CommandWords.COUNT_BY, Map.of("by", names.name(asked, by)));
    return under(heading, rows, empty);
  }

  private static String text(Asked asked, Breakdown by, List<Total> totals) {
    return Total.text(
        totals,
        (measure, number) ->
            isCategory(by) ? asked.shown(number, true) : asked.shown(measure, number));
  }

  private static boolean isCategory(Breakdown by) {
    return by instanceof Breakdown.ByAnswer;
  }

  /** What lies at none of the places, such as a record that names no village. */
  private java.util.Optional<String> rest(
      Asked asked, Breakdown by, Map<Measure, Cells> measureToCells) throws Unavailable {
    var rest = new ArrayList<Total>();
    for (var entry : measureToCells.entrySet()) {
      boolean adds = entry.getKey().amount() instanceof Measure.Amount.Add;
      if (adds && addUp(asked.form(), by)) {
        long all = count(asked, entry.getKey()).number();
        rest.add(new Total(entry.getKey(), all - sum(entry.getValue())));
      }
    }
    return rest.stream().allMatch(total -> total.number() == 0)
        ? java.util.Optional.empty()
        : java.util.Optional.of(row(wording.say(CommandWords.COUNT_REST), text(asked, by, rest)));
  }

  private static boolean addUp(Form form, Breakdown by) {
    boolean some =
        by instanceof Breakdown.ByAnswer(var question, List<String> values) && !values.isEmpty();
    return !some && !CountNames.overlaps(form, by);
  }

  private static long sum(Cells cells) {
    return cells.keysToNumber().values().stream().mapToLong(Long::longValue).sum();
  }

  /** The first measure by rows and columns; the others are named. */
  private List<String> table(Asked asked, Breakdown down, Breakdown across) throws Unavailable {
    var measure = asked.measures().getFirst();
    var rowSide = names.side(asked, down);
    var columnSide = names.side(asked, across);
    var cells = count(asked, measure, rowSide.axis(), columnSide.axis());
    var totals = count(asked, measure, rowSide.axis());
    boolean category = isCategory(down) || isCategory(across);
    var rows = new ArrayList<String>();
    var empty = new ArrayList<Place>();
    for (Place row : rowSide.places()) {
      var parts =
          columnSide.places().stream()
              .filter(column -> cells.at(row.key(), column.key()) != 0)
              .map(c -> c.name() + asked.shown(cells.at(row.key(), c.key()), category))
              .collect(Collectors.joining("、"));
      long whole = totals.at(row.key());
      if (whole == 0) {
        empty.add(row);
      } else {
        rows.add(row(row.name() + " " + asked.shown(whole, isCategory(down)), parts));
      }
    }
    var slots =
        Map.of(
            "measure", measure.label(),
            "rows", names.name(asked, down),
            "columns", names.name(asked, across));
    var lines = new ArrayList<>(under(wording.say(CommandWords.COUNT_TABLE, slots), rows, empty));
    others(asked).ifPresent(lines::add);
    return lines;
  }

  private java.util.Optional<String> others(Asked asked) {
    var others =
        asked.measures().stream().skip(1).map(Measure::label).collect(Collectors.joining("、"));
    return others.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(wording.say(CommandWords.COUNT_OTHERS, Map.of("measures", others)));
  }

  private String row(String name, String numbers) {
    return wording.say(CommandWords.COUNT_ROW, Map.of("name", name, "numbers", numbers));
  }

  private List<String> under(String heading, List<String> rows, List<Place> empty) {
    var lines = new ArrayList<String>();
    lines.add(heading);
    lines.addAll(rows.subList(0, Math.min(rows.size(), MOST_ROWS)));
    if (rows.size() > MOST_ROWS) {
      var count = Integer.toString(rows.size() - MOST_ROWS);
      lines.add(wording.say(CommandWords.COUNT_MORE_ROWS, Map.of("count", count)));
    }
    if (!empty.isEmpty()) {
      var named = empty.stream().limit(MOST_NAMED).map(Place::name);
      var slots =
          Map.of(
              "names", named.collect(Collectors.joining("、")),
              "count", Integer.toString(empty.size()));
      lines.add(
          wording.say(
              empty.size() > MOST_NAMED ? CommandWords.COUNT_ZERO_MANY : CommandWords.COUNT_ZERO,
              slots));
    }
    return lines;
  }
}
