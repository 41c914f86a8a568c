package org.lanshao.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.lanshao.reading.DayRange;

/** Local days and months as numbers: 20220510 and 202205. 0 is no day. */
final class Days {
  private Days() {}

  static int number(LocalDate day) {
    return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
  }

  static LocalDate day(int number) {
    return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
  }

  /** The day of this number, or the first of the month of it. */
  static LocalDate first(int number) {
    return day(number < 1_000_000 ? number * 100 + 1 : number);
  }

  private static int number(YearMonth month) {
    return month.getYear() * 100 + month.getMonthValue();
  }

  /** Numbers from first to last, both included. */
  record Span(int first, int last) {
    /** Whether these are months. */
    boolean isMonths() {
      return last < 1_000_000;
    }

    /** The months that these days lie in. */
    Span months() {
      return new Span(first / 100, last / 100);
    }
  }

  /** A range as whole months and the days at its edges, at most three spans; none is empty. */
  static List<Span> spans(DayRange range) {
    var from = YearMonth.from(range.first());
    var to = YearMonth.from(range.last());
    var wholeFrom = range.first().getDayOfMonth() == 1 ? from : from.plusMonths(1);
    var wholeTo = range.last().equals(to.atEndOfMonth()) ? to : to.minusMonths(1);
    if (wholeFrom.isAfter(wholeTo)) {
      return List.of(new Span(number(range.first()), number(range.last())));
    }
    var spans = new ArrayList<Span>(3);
    if (wholeFrom.isAfter(from)) {
      spans.add(new Span(number(range.first()), number(from.atEndOfMonth())));
    }
    spans.add(new Span(number(wholeFrom), number(wholeTo)));
    if (wholeTo.isBefore(to)) {
      spans.add(new Span(number(to.atDay(1)), number(range.last())));
    }
    return spans;
  }
}
