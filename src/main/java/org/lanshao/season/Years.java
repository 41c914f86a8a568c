package org.lanshao.season;

import java.time.LocalDate;
import java.util.Optional;
import org.lanshao.form.Line;
import org.lanshao.form.Mistakes;

/** Years and days in words. */
final class Years {
  private Years() {}

  /** A year; empty and a mistake when it is none. */
  static Optional<Integer> read(String text, Line at, Mistakes mistakes) {
    if (text.matches("20\\d\\d")) {
      return Optional.of(Integer.parseInt(text));
    }
    mistakes.add(SeasonCode.BAD_DAY, at, "“%s”不是年份。".formatted(text), "写四位数的年份，例如 2026。");
    return Optional.empty();
  }

  /** 2026年1月4日. */
  static String words(LocalDate day) {
    return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }
}
