package org.lanshao.reading;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day named by where it lies from today (昨天, 琴日, 上周三, 3天前, 上月9日), or by its name in the year (清明,
 * 国庆, 年初八).
 */
final class DayWord {
  private static final Pattern WEEKDAY =
      Pattern.compile("(上上个?|上个?|这个?|本|下下个?|下个?)?(?:周|星期|礼拜)([1-6日天])");

  /** 3日前 is three days ago; 3日之前 may as well be before the 3rd. */
  private static final Pattern FROM_TODAY =
      Pattern.compile("(\\d{1,3})(?:(天|个?星期|个?礼拜|周)(?:之|以)?|(日))(前|后)");

  private static final Pattern OF_MONTH = Pattern.compile("(上个?|这个?|本|下个?)月(\\d{1,2})日");

  private DayWord() {}

  /** The day; what could be several is the latest until today. Empty for anything else. */
  static Optional<LocalDate> read(String plain, LocalDate today) {
    return read(plain, today, false);
  }

  /** The same; with {@code future}, what could be several is the next from today on. */
  static Optional<LocalDate> read(String plain, LocalDate today, boolean future) {
    return named(plain, today)
        .or(() -> weekday(plain, today, future))
        .or(() -> counted(plain, today))
        .or(() -> ofMonth(plain, today))
        .or(() -> Festivals.read(plain, today, future));
  }

  private static Optional<LocalDate> named(String plain, LocalDate today) {
    return switch (plain) {
      case "今天", "今日", "当天", "当日", "现在", "目前", "今", "而家", "依家", "宜家", "刚才", "刚刚", "啱啱", "头先" ->
          Optional.of(today);
      case "昨天", "昨日", "琴日", "寻日", "尋日", "噚日", "擒日" -> Optional.of(today.minusDays(1));
      case "前天", "前日" -> Optional.of(today.minusDays(2));
      case "大前天", "大前日" -> Optional.of(today.minusDays(3));
      case "明天", "明日", "听日", "聽日" -> Optional.of(today.plusDays(1));
      case "后天", "后日", "後天", "後日" -> Optional.of(today.plusDays(2));
      case "大后天", "大后日", "大後日" -> Optional.of(today.plusDays(3));
      default -> Optional.empty();
    };
  }

  private static Optional<LocalDate> weekday(String plain, LocalDate today, boolean future) {
    var found = WEEKDAY.matcher(plain);
    if (!found.matches()) {
      return Optional.empty();
    }
    var weekday = dayOfWeek(found.group(2));
    var week = found.group(1);
    if (week == null) {
      return Optional.of(today.with(future ? nextOrSame(weekday) : previousOrSame(weekday)));
    }
    var monday = today.with(previousOrSame(MONDAY));
    return Optional.of(monday.plusWeeks(weeks(week)).plusDays(weekday.getValue() - 1L));
  }

  /** The weekday that 一 … 六, 日 or 天 stands for, numbers as digits. */
  static DayOfWeek dayOfWeek(String sign) {
    return sign.equals("日") || sign.equals("天")
        ? DayOfWeek.SUNDAY
        : DayOfWeek.of(Integer.parseInt(sign));
  }

  private static int weeks(String week) {
    return switch (week.replace("个", "")) {
      case "上上" -> -2;
      case "上" -> -1;
      case "下" -> 1;
      case "下下" -> 2;
      default -> 0;
    };
  }

  private static Optional<LocalDate> counted(String plain, LocalDate today) {
    var found = FROM_TODAY.matcher(plain);
    if (!found.matches()) {
      return Optional.empty();
    }
    boolean days = found.group(3) != null || found.group(2).equals("天");
    int count = Integer.parseInt(found.group(1)) * (days ? 1 : 7);
    return Optional.of(today.plusDays(found.group(4).equals("前") ? -count : count));
  }

  private static Optional<LocalDate> ofMonth(String plain, LocalDate today) {
    var found = OF_MONTH.matcher(plain);
    if (!found.matches()) {
      return Optional.empty();
    }
    var month = YearMonth.from(today).plusMonths(weeks(found.group(1)));
    int day = Integer.parseInt(found.group(2));
    return month.isValidDay(day) ? Optional.of(month.atDay(day)) : Optional.empty();
  }
}
