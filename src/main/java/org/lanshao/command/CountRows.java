package org.lanshao.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.lanshao.command.Side.Place;
import org.lanshao.count.Axis;
import org.lanshao.count.Breakdown;
import org.lanshao.count.Cells;
import org.lanshao.count.Occasion;
import org.lanshao.count.Total;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.Measure;
import org.lanshao.turn.Unavailable;

/** What counts are made of, place by place, whatever is made of it then. */
final class CountRows {
  private final Sums sums;
  private final CountNames names;

  CountRows(Sums sums, CountNames names) {
    this.sums = sums;
    this.names = names;
  }

  /** A place, and all measures there. */
  record Row(String name, List<Total> totals) {
    /** Whether nothing is there. */
    boolean isNothing() {
      return totals.stream().allMatch(total -> total.number() == 0);
    }
  }

  /** All places of one breakdown, in their order; of campaigns those that lie in it. */
  List<Row> of(Asked asked, Breakdown by) throws Unavailable {
    return by instanceof Breakdown.ByOccasion(List<Occasion> campaigns)
        ? campaigns(asked, campaigns)
        : places(asked, by);
  }

  private List<Row> places(Asked asked, Breakdown by) throws Unavailable {
    var side = names.side(asked, by);
    var measureToCells = new LinkedHashMap<Measure, Cells>();
    for (Measure measure : asked.measures()) {
      measureToCells.put(measure, count(asked, measure, side.axis()));
    }
    var rows = new ArrayList<Row>();
    for (Place place : side.places()) {
      var totals =
          measureToCells.entrySet().stream()
              .map(entry -> new Total(entry.getKey(), entry.getValue().at(place.key())))
              .toList();
      rows.add(new Row(place.name(), totals));
    }
    return rows;
  }

  /**
   * What lies at none of the places, such as a record that names no village, and what others add
   * without saying where; empty for nothing, and where only some places were asked for.
   *
   * @param rows of all places
   */
  Optional<List<Total>> rest(Asked asked, Breakdown by, List<Row> rows) throws Unavailable {
    boolean some =
        by instanceof Breakdown.ByAnswer(var question, List<String> values) && !values.isEmpty();
    if (some || by instanceof Breakdown.ByOccasion) {
      return Optional.empty();
    }
    var axis = names.side(asked, by).axis();
    boolean addUp = !CountNames.overlaps(asked.form(), by);
    var rest = new ArrayList<Total>();
    for (int nth = 0; nth < asked.measures().size(); nth++) {
      var measure = asked.measures().get(nth);
      boolean adds = addUp && measure.amount() instanceof Measure.Amount.Add;
      long number =
          adds
              ? count(asked, measure).number() - sum(rows, nth)
              : sums.apart(asked.form(), measure, asked.cut(measure, List.of(axis)));
      if (adds || number != 0) {
        rest.add(new Total(measure, number));
      }
    }
    return rest.stream().allMatch(total -> total.number() == 0)
        ? Optional.empty()
        : Optional.of(List.copyOf(rest));
  }

  private static long sum(List<Row> rows, int nth) {
    return rows.stream().mapToLong(row -> row.totals().get(nth).number()).sum();
  }

  /** As much of each campaign as lies in what is counted. */
  private List<Row> campaigns(Asked asked, List<Occasion> campaigns) throws Unavailable {
    var rows = new ArrayList<Row>();
    for (Occasion campaign : campaigns) {
      var days = campaign.within(asked.query().range());
      var scope = campaign.within(asked.query().scope(), names.directory());
      if (days.isPresent() && scope.isPresent()) {
        var totals = new ArrayList<Total>();
        for (Measure measure : asked.measures()) {
          var cut = asked.cut(measure, List.of()).in(scope.get()).in(days.get());
          totals.add(new Total(measure, sums.count(asked.form(), measure, cut).number()));
        }
        rows.add(new Row(campaign.name(), totals));
      }
    }
    return rows;
  }

  /** A measure by rows and columns; of two levels of areas the columns lie in the rows. */
  Cells table(Asked asked, Measure measure, Side rows, Side columns) throws Unavailable {
    return rows.axis() instanceof Axis.Areas && columns.axis() instanceof Axis.Areas
        ? inside(rows, columns, count(asked, measure, columns.axis()))
        : count(asked, measure, rows.axis(), columns.axis());
  }

  private Cells inside(Side rows, Side columns, Cells cells) {
    var keysToNumber = new HashMap<List<String>, Long>();
    for (Place row : rows.places()) {
      var around = new AreaCode(row.key());
      columns.places().stream()
          .map(Place::key)
          .filter(column -> names.directory().within(new AreaCode(column), around))
          .forEach(column -> keysToNumber.put(List.of(row.key(), column), cells.at(column)));
    }
    return new Cells(keysToNumber);
  }

  /** A measure as a table with these sides. */
  Cells count(Asked asked, Measure measure, Axis... axes) throws Unavailable {
    return sums.count(asked.form(), measure, asked.cut(measure, List.of(axes)));
  }
}
