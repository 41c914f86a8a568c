package org.lanshao.reading;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/**
 * Reads a day: 5月9日, 昨天, 琴日, 上周三, 3天前, 清明, 2022-05-09 …. Without a year it is the latest until
 * today, if that is not nearly a year ago, or the next from today on where the question is about
 * what is to come.
 */
final class Days {
  private static final Pattern PART = Pattern.compile("(?:(?<=日)那[天日]|" + DayPart.pattern() + ")$");
  private static final Pattern WITH_WEEKDAY =
      Pattern.compile("(.*[日号\\d])[(,]?(?:周|星期|礼拜)([1-6日天])\\)?");
  private static final Pattern MONTH_DAY =
      Pattern.compile("(0?[1-9]|1[0-2])-(\\d{1,2})|(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
  private static final Pattern MONTH_DAY_ALONE = Pattern.compile("((?:\\d{4}年)?\\d{1,2}月\\d{1,2})");

  /** A year, or how long ago. */
  private static final Pattern SAYS_WHEN = Pattern.compile("\\d{4}|前");

  /** In months: of a day so long ago one says the year; without it the coming one may be meant. */
  private static final int LONG_AGO = 10;

  /** A day that is not exact, or several. */
  private static final Pattern INEXACT =
      Pattern.compile(
          "前?十?几[天日](?:之|以)?[前后]?|前[两2几些][天日]|.*[多几]天[前后]|[一二两三四五六七八九]{2}天前|半个?[年月](?:之|以)?前|\\d+个月前|"
              + ".*\\d[日月](?:左右|前后|上下).*|(?:.*月)?(?:初|底|末|中旬?|头|尾)|.*周末|最?近(?:期|日|来)?|.+或.+|"
              + ".*[日号节](?:之|以)?[前后]|(?:上上?|这|本|下)个?(?:礼拜|星期)|过[两2几些]?[天日]");

  private Days() {}

  /** Reads the whole text; {@code today} is the local day on which it is said. */
  static Reading read(String text, Type.Days allowed, LocalDate today) {
    var plain = SpokenDay.plain(DayText.plain(Folding.tight(text), today));
    var exact = exact(PART.matcher(plain).replaceFirst(""), allowed, today);
    return exact instanceof Reading.NotUnderstood && isVague(plain, today)
        ? new Reading.Vague()
        : exact;
  }

  /** A day without a part of the day behind it. */
  static Reading exact(String plain, Type.Days allowed, LocalDate today) {
    var weekday = WITH_WEEKDAY.matcher(plain);
    if (weekday.matches()) {
      var day = dated(weekday.group(1), allowed, today);
      boolean fits =
          day instanceof Reading.Understood(Value.Date(LocalDate date))
              && date.getDayOfWeek() == DayWord.dayOfWeek(weekday.group(2));
      return fits || day instanceof Reading.NoSuchDay ? day : new Reading.NotUnderstood();
    }
    return dated(plain, allowed, today);
  }

  private static Reading dated(String plain, Type.Days allowed, LocalDate today) {
    var reading = latest(plain, allowed, today);
    return allowed == Type.Days.PAST
            && reading instanceof Reading.Understood(Value.Date(LocalDate day))
            && day.isBefore(today.minusMonths(LONG_AGO))
            && !SAYS_WHEN.matcher(plain).find()
        ? new Reading.OtherDays(allowed)
        : reading;
  }

  private static Reading latest(String plain, Type.Days allowed, LocalDate today) {
    boolean future = allowed == Type.Days.FUTURE;
    return DayWord.read(plain, today, future)
        .map(day -> allowed(day, allowed, today))
        .or(() -> moment(written(plain), allowed, today))
        .orElseGet(Reading.NotUnderstood::new);
  }

  /** 5-9, 0509 and 5月9 as 5月9日. */
  private static String written(String plain) {
    var numbers = MONTH_DAY.matcher(plain);
    if (numbers.matches()) {
      boolean dash = numbers.group(1) != null;
      return numbers.group(dash ? 1 : 3) + "月" + numbers.group(dash ? 2 : 4) + "日";
    }
    return MONTH_DAY_ALONE.matcher(plain).matches() ? plain + "日" : plain;
  }

  private static Optional<Reading> moment(String plain, Type.Days allowed, LocalDate today) {
    return Moment.parse(plain, today)
        .filter(moment -> moment.day() > 0)
        .map(moment -> allowed == Type.Days.FUTURE ? moment.next(today) : moment.latest(today))
        .flatMap(
            read ->
                switch (read) {
                  case DayRanges.Read.Days(DayRange range, boolean start) ->
                      Optional.of(allowed(range.first(), allowed, today));
                  case DayRanges.Read.Impossible(String date) ->
                      Optional.of(new Reading.NoSuchDay());
                  case DayRanges.Read.Unclear unclear -> Optional.empty();
                  case DayRanges.Read.Apart apart -> Optional.empty();
                  case DayRanges.Read.Backwards() -> Optional.empty();
                  case DayRanges.Read.Nothing() -> Optional.empty();
                });
  }

  static boolean isAllowed(LocalDate day, Type.Days allowed, LocalDate today) {
    return switch (allowed) {
      case PAST -> !day.isAfter(today);
      case FUTURE -> !day.isBefore(today);
      case ANY -> true;
    };
  }

  private static Reading allowed(LocalDate day, Type.Days allowed, LocalDate today) {
    return isAllowed(day, allowed, today)
        ? new Reading.Understood(new Value.Date(day))
        : new Reading.OtherDays(allowed);
  }

  /** Several days, or a day that is not exact: 上周, 5月9日到13日, 几天前. */
  static boolean isVague(String plain, LocalDate today) {
    return INEXACT.matcher(plain).matches()
        || DayRanges.read(plain, today) instanceof DayRanges.Read.Days;
  }
}
