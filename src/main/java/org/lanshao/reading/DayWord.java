package org.lanshao.reading;

import java.time.LocalDate;
import java.util.Optional;

/** A day named by where it lies from today: 今天, 昨天, 前天, 大前天. */
final class DayWord {
  private DayWord() {}

  static Optional<LocalDate> read(String plain, LocalDate today) {
    return switch (plain) {
      case "今天", "今日", "当天", "现在", "目前", "今" -> Optional.of(today);
      case "昨天", "昨日" -> Optional.of(today.minusDays(1));
      case "前天", "前日" -> Optional.of(today.minusDays(2));
      case "大前天" -> Optional.of(today.minusDays(3));
      default -> Optional.empty();
    };
  }
}
