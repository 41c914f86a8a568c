package org.lanshao.season;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lanshao.form.Line;
import org.lanshao.form.Mistakes;

/** Reads days as they stand in the files: 4月4日, and several in a row, 5月1日-5日 or 9月29日-10月5日. */
record DayReader(Mistakes mistakes) {
  private static final Pattern DAYS =
      Pattern.compile("(\\d{1,2})月(\\d{1,2})日(?:-(?:(\\d{1,2})月)?(\\d{1,2})日)?");
  private static final String REMEDY = "写月和日，例如 4月4日；几天写成 5月1日-5日。";

  /** A day without its year; empty and a mistake when it is none. */
  Optional<MonthDay> day(String text, Line at) {
    var read = DAYS.matcher(text);
    if (read.matches() && read.group(4) == null) {
      try {
        return Optional.of(monthDay(read.group(1), read.group(2)));
      } catch (DateTimeException noSuchDay) {
        // told below
      }
    }
    return wrong(text, at);
  }

  /** Days in a row of a year; empty and a mistake when they are none. */
  Optional<Span> days(String text, int year, String source, Line at) {
    var read = DAYS.matcher(text);
    if (read.matches()) {
      try {
        return span(read, year, source, at);
      } catch (DateTimeException noSuchDay) {
        // told below
      }
    }
    return wrong(text, at);
  }

  private Optional<Span> span(Matcher read, int year, String source, Line at) {
    LocalDate start = monthDay(read.group(1), read.group(2)).atYear(year);
    LocalDate end =
        read.group(4) == null
            ? start
            : monthDay(read.group(3) == null ? read.group(1) : read.group(3), read.group(4))
                .atYear(year);
    if (end.isBefore(start)) {
      return order(at);
    }
    return Optional.of(new Span(start, end, source));
  }

  /** Keeps that an end is before its start. */
  <T> Optional<T> order(Line at) {
    mistakes.add(SeasonCode.SPAN_ORDER, at, "结束比开始早。", "先写开始再写结束；跨年的分成两段，各写在自己的年份里。");
    return Optional.empty();
  }

  private <T> Optional<T> wrong(String text, Line at) {
    mistakes.add(SeasonCode.BAD_DAY, at, "“%s”不是日子。".formatted(text), REMEDY);
    return Optional.empty();
  }

  private static MonthDay monthDay(String month, String day) {
    return MonthDay.of(Integer.parseInt(month), Integer.parseInt(day));
  }
}
