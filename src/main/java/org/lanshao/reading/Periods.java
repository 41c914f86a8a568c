package org.lanshao.reading;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Periods with a name: 本周, 上月, 上半年, 第二季度, 5月上旬, 近7天. */
final class Periods {
  private static final Pattern LAST = Pattern.compile("(?:最?近|过去)(\\d{1,3})(天|日|周|个?星期|个?月)");
  private static final Pattern HALF = Pattern.compile("(?:(\\d{4})年)?([上下])半年");
  private static final Pattern QUARTER = Pattern.compile("(?:(\\d{4})年)?第?([1-4])季度");
  private static final Pattern TEN_DAYS = Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月([上中下])旬");
  private static final Pattern BEGINNING = Pattern.compile("(?:(\\d{4})年)?(?:(\\d{1,2})月|年|月)?初");

  /** Days from Monday to Saturday. */
  private static final int SATURDAY = 5;

  private Periods() {}

  /** The period that the whole text names, or empty. */
  static Optional<DayRange> read(String plain, LocalDate today) {
    return named(plain, today)
        .or(() -> last(plain, today))
        .or(() -> half(plain, today))
        .or(() -> quarter(plain, today))
        .or(() -> tenDays(plain, today));
  }

  private static Optional<DayRange> named(String plain, LocalDate today) {
    var monday = today.with(previousOrSame(MONDAY));
    var month = YearMonth.from(today);
    return switch (plain) {
      case "本周", "这周", "这个星期", "本星期", "这星期", "这个礼拜", "今个礼拜", "今个星期", "呢个礼拜", "呢个星期" ->
          Optional.of(new DayRange(monday, today));
      case "上周", "上个周", "上个星期", "上星期", "上个礼拜" ->
          Optional.of(new DayRange(monday.minusWeeks(1), monday.minusDays(1)));
      case "上上周", "上上个周", "上上个星期", "上上星期", "上上个礼拜", "上上礼拜" ->
          Optional.of(new DayRange(monday.minusWeeks(2), monday.minusWeeks(1).minusDays(1)));
      case "下周", "下个周", "下个星期", "下星期", "下个礼拜", "下礼拜" ->
          Optional.of(new DayRange(monday.plusWeeks(1), monday.plusWeeks(2).minusDays(1)));
      case "周末", "本周末", "这周末", "这个周末", "呢个周末" ->
          Optional.of(new DayRange(monday.plusDays(SATURDAY), monday.plusDays(SATURDAY + 1)));
      case "上周末", "上个周末" -> Optional.of(new DayRange(monday.minusDays(2), monday.minusDays(1)));
      case "下周末", "下个周末" ->
          Optional.of(
              new DayRange(
                  monday.plusWeeks(1).plusDays(SATURDAY), monday.plusWeeks(2).minusDays(1)));
      case "本月", "这个月", "这月", "当月", "今个月", "呢个月" ->
          Optional.of(new DayRange(month.atDay(1), today));
      case "上月", "上个月" -> Optional.of(whole(month.minusMonths(1), 1));
      case "下月", "下个月" -> Optional.of(whole(month.plusMonths(1), 1));
      case "上上月", "上上个月" -> Optional.of(whole(month.minusMonths(2), 1));
      case "本年度", "全年", "年度" -> Optional.of(new DayRange(today.withDayOfYear(1), today));
      case "本季度", "这个季度", "本季" -> Optional.of(new DayRange(quarter(today).atDay(1), today));
      case "上季度", "上个季度" -> Optional.of(whole(quarter(today).minusMonths(3), 3));
      default ->
          plain.equals(today.getYear() + "年")
              ? Optional.of(new DayRange(today.withDayOfYear(1), today))
              : Optional.empty();
    };
  }

  /** 近7天 is today and the six days before; 近1个月 begins a month ago, one day later. */
  private static Optional<DayRange> last(String plain, LocalDate today) {
    var last = LAST.matcher(plain);
    if (!last.matches() || Integer.parseInt(last.group(1)) == 0) {
      return Optional.empty();
    }
    int count = Integer.parseInt(last.group(1));
    var before =
        switch (last.group(2)) {
          case "天", "日" -> today.minusDays(count);
          case "月", "个月" -> today.minusMonths(count);
          default -> today.minusWeeks(count);
        };
    return Optional.of(new DayRange(before.plusDays(1), today));
  }

  private static Optional<DayRange> half(String plain, LocalDate today) {
    var half = HALF.matcher(plain);
    return half.matches()
        ? Optional.of(months(half, today, half.group(2).equals("上") ? 1 : 7, 6))
        : Optional.empty();
  }

  private static Optional<DayRange> quarter(String plain, LocalDate today) {
    var quarter = QUARTER.matcher(plain);
    return quarter.matches()
        ? Optional.of(months(quarter, today, Integer.parseInt(quarter.group(2)) * 3 - 2, 3))
        : Optional.empty();
  }

  private static Optional<DayRange> tenDays(String plain, LocalDate today) {
    var ten = TEN_DAYS.matcher(plain);
    if (!ten.matches() || !isMonth(ten.group(2))) {
      return Optional.empty();
    }
    var month = YearMonth.from(months(ten, today, Integer.parseInt(ten.group(2)), 1).first());
    return Optional.of(
        switch (ten.group(3)) {
          case "上" -> new DayRange(month.atDay(1), month.atDay(10));
          case "中" -> new DayRange(month.atDay(11), month.atDay(20));
          default -> new DayRange(month.atDay(21), month.atEndOfMonth());
        });
  }

  /** The day that 4月初, 月初 or 年初 stands for in 4月初以来: the first. */
  static Optional<DayRanges.Read> beginning(String plain, LocalDate today) {
    var found = BEGINNING.matcher(plain);
    if (!found.matches() || (found.group(2) != null && !isMonth(found.group(2)))) {
      return Optional.empty();
    }
    int month =
        found.group(2) != null
            ? Integer.parseInt(found.group(2))
            : plain.contains("月") ? today.getMonthValue() : 1;
    return Optional.of(new DayRanges.Read.Days(months(found, today, month, 1), false));
  }

  private static boolean isMonth(String number) {
    int month = Integer.parseInt(number);
    return month >= 1 && month <= 12;
  }

  /** So many months from one on, in the year of group 1, or the latest that began by today. */
  private static DayRange months(Matcher year, LocalDate today, int first, int count) {
    if (year.group(1) != null) {
      return whole(YearMonth.of(Integer.parseInt(year.group(1)), first), count);
    }
    var thisYear = YearMonth.of(today.getYear(), first);
    boolean begun = !thisYear.atDay(1).isAfter(today);
    return whole(begun ? thisYear : thisYear.minusYears(1), count);
  }

  private static DayRange whole(YearMonth first, int count) {
    return new DayRange(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
  }

  private static YearMonth quarter(LocalDate day) {
    return YearMonth.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1);
  }
}
