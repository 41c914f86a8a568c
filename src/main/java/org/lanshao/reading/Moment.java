package org.lanshao.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A day, a month or a year, as far as it was written; 0 for what was not.
 *
 * @param year 2022, or 0
 * @param month as written, even 13
 * @param day as written, even 32
 * @param text as it was written, to be told when it does not exist
 */
record Moment(int year, int month, int day, String text) {
  /** 2022-05-09, 20220509, 2022年5月, 5.9, 9日 …: the groups are year, month and day. */
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("(?<y>\\d{4})-(?<m>\\d{1,2})-(?<d>\\d{1,2})日?"),
          Pattern.compile("(?<y>\\d{4})/(?<m>\\d{1,2})/(?<d>\\d{1,2})日?"),
          Pattern.compile("(?<y>\\d{4})[.](?<m>\\d{1,2})[.](?<d>\\d{1,2})日?"),
          Pattern.compile("(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})"),
          Pattern.compile("(?<y>\\d{4})[-./](?<m>\\d{1,2})月?"),
          Pattern.compile("(?<m>\\d{1,2})[./](?<d>\\d{1,2})日?"),
          Pattern.compile("(?<y>\\d{4})年(?:(?<m>\\d{1,2})月(?:(?<d>\\d{1,2})日?)?)?"),
          Pattern.compile("(?<m>\\d{1,2})月(?:(?<d>\\d{1,2})日?)?"),
          Pattern.compile("(?<d>\\d{1,2})日"));

  private static final Pattern WITHOUT_UNIT = Pattern.compile("(?:\\d{4}年)?\\d{1,2}");
  private static final Pattern UNIT_ALONE = Pattern.compile("\\d{1,2}([月日])");

  /** Stands for a written 0, which is no month and no day. */
  private static final int ZERO = 99;

  private static final int MONTHS = 12;

  /** How many years back 29 February is looked for. */
  private static final int LEAP_GAP = 8;

  /** The moment that the whole text is, or empty. */
  static Optional<Moment> parse(String plain, LocalDate today) {
    return DayWord.read(plain, today)
        .map(day -> of(day, plain))
        .or(() -> FORMS.stream().flatMap(form -> parse(form, plain).stream()).findFirst());
  }

  private static Optional<Moment> parse(Pattern form, String plain) {
    var found = form.matcher(plain);
    return found.matches()
        ? Optional.of(new Moment(number(found, "y"), number(found, "m"), number(found, "d"), plain))
        : Optional.empty();
  }

  private static int number(Matcher found, String group) {
    var text = found.namedGroups().containsKey(group) ? found.group(group) : null;
    return text == null ? 0 : Integer.parseInt(text) == 0 ? ZERO : Integer.parseInt(text);
  }

  /** The beginning of a range, if its unit stands at the end alone: the 1 of 1-6月. */
  static Optional<Moment> beginning(String plain, String end, LocalDate today) {
    var unit = UNIT_ALONE.matcher(end);
    return WITHOUT_UNIT.matcher(plain).matches() && unit.matches()
        ? parse(plain + unit.group(1), today)
        : parse(plain, today);
  }

  /** The first day of what was read, or empty if it was no day. */
  static Optional<Moment> firstOf(DayRanges.Read read) {
    return read instanceof DayRanges.Read.Days(DayRange range, boolean start)
        ? Optional.of(of(range.first(), ""))
        : Optional.empty();
  }

  private static Moment of(LocalDate day, String text) {
    return new Moment(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), text);
  }

  /** The end of a range, if its unit stands at the beginning alone: the 6 of 1月-6. */
  static Optional<Moment> end(String plain, String beginning, LocalDate today) {
    boolean unit = beginning.endsWith("月") || beginning.endsWith("日");
    return WITHOUT_UNIT.matcher(plain).matches() && unit
        ? parse(plain + beginning.charAt(beginning.length() - 1), today)
        : parse(plain, today);
  }

  /** This beginning of a range with the year and month that stand at its end alone. */
  Moment completedFrom(Moment end) {
    int inMonth = month == 0 && day > 0 ? end.month : month;
    boolean crossing = end.month > 0 && inMonth > end.month;
    int inYear = year == 0 && end.year > 0 ? end.year - (crossing ? 1 : 0) : year;
    return new Moment(inYear, inMonth, day, text);
  }

  /** This end of a range with the year and month that stand at its beginning alone. */
  Moment completedBy(LocalDate first) {
    int inMonth = month == 0 && day > 0 ? first.getMonthValue() : month;
    return new Moment(year == 0 ? first.getYear() : year, inMonth, day, text);
  }

  /**
   * Its days; without a year, the latest that do not begin after today. A day without a month lies
   * in this month or in the last.
   */
  DayRanges.Read latest(LocalDate today) {
    Stream<YearMonth> candidates =
        month == 0 && day > 0
            ? Stream.iterate(YearMonth.from(today), m -> m.minusMonths(1)).limit(2)
            : Stream.iterate(today.getYear(), y -> y - 1)
                .limit(LEAP_GAP + 1)
                .flatMap(y -> yearMonth(year > 0 ? year : y).stream());
    return candidates
        .flatMap(m -> days(m).stream())
        .filter(days -> year > 0 || !days.first().isAfter(today))
        .findFirst()
        .<DayRanges.Read>map(days -> new DayRanges.Read.Days(days, false))
        .orElse(new DayRanges.Read.Impossible(text));
  }

  /** Its first day; without a year, the next that does not end before today. */
  DayRanges.Read next(LocalDate today) {
    Stream<YearMonth> candidates =
        month == 0 && day > 0
            ? Stream.iterate(YearMonth.from(today), m -> m.plusMonths(1)).limit(MONTHS)
            : Stream.iterate(today.getYear(), y -> y + 1)
                .limit(LEAP_GAP + 1)
                .flatMap(y -> yearMonth(year > 0 ? year : y).stream());
    return candidates
        .flatMap(m -> days(m).stream())
        .filter(days -> year > 0 || !days.last().isBefore(today))
        .findFirst()
        .<DayRanges.Read>map(days -> new DayRanges.Read.Days(days, false))
        .orElse(new DayRanges.Read.Impossible(text));
  }

  private Optional<YearMonth> yearMonth(int inYear) {
    return month > MONTHS
        ? Optional.empty()
        : Optional.of(YearMonth.of(inYear, Math.max(1, month)));
  }

  private Optional<DayRange> days(YearMonth in) {
    if (day > 0) {
      return in.isValidDay(day)
          ? Optional.of(new DayRange(in.atDay(day), in.atDay(day)))
          : Optional.empty();
    }
    return Optional.of(
        month > 0
            ? new DayRange(in.atDay(1), in.atEndOfMonth())
            : new DayRange(in.atDay(1), in.atDay(1).plusYears(1).minusDays(1)));
  }
}
