package org.lanshao.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ranges that people write short: 0509-0513, 5月9-13, 4、5月; and 上月底, which are no certain days. */
final class ShortRanges {
  private static final String YEAR = "((?:\\d{4}年)?)";
  private static final String TO = "(-|到|至)";
  private static final Pattern DIGITS =
      Pattern.compile(YEAR + "(0[1-9]|1[0-2])(\\d{2})" + TO + "(0[1-9]|1[0-2])(\\d{2})");
  private static final Pattern DAYS_OF_MONTH =
      Pattern.compile(YEAR + "(\\d{1,2})月(\\d{1,2})" + TO + "(\\d{1,2})(?:[日号]|(?![\\d月年.日号]))");
  private static final Pattern MONTHS =
      Pattern.compile(YEAR + "(\\d{1,2}月?(?:[、,和及与跟]\\d{1,2}月?){1,11})(?<=月)");
  private static final Pattern END_OF_MONTH =
      Pattern.compile(YEAR + "(?:(\\d{1,2})|(上个?|本|这个?|当|下个?|))月[底末尾]");
  private static final Pattern TO_END_OF_MONTH =
      Pattern.compile("(?<=[日月\\d](?:-|到|至))(\\d{1,2}月|上个?月)[底末尾]$");
  private static final Pattern UNTIL_END_OF_MONTH =
      Pattern.compile("(?<=截[止至](?:到|至)?)(\\d{1,2}月|上个?月)[底末尾]$");

  /** How many days the end of a month is supposed to be when people are asked which they mean. */
  private static final int END = 3;

  private ShortRanges() {}

  /** The same with all that was left out; as it is where nothing was. */
  static String whole(String plain) {
    var whole = DIGITS.matcher(plain).matches() ? digits(plain) : plain;
    whole = DAYS_OF_MONTH.matcher(whole).replaceFirst("$1$2月$3日$4$5日");
    whole = TO_END_OF_MONTH.matcher(whole).replaceFirst("$1");
    whole = UNTIL_END_OF_MONTH.matcher(whole).replaceFirst("$1");
    return months(whole);
  }

  private static String digits(String plain) {
    return DIGITS.matcher(plain).replaceFirst("$1$2月$3日$4$5月$6日");
  }

  /** 4、5月 and 12月和1月 follow one another; 4、6月 do not, and stay. */
  private static String months(String plain) {
    var found = MONTHS.matcher(plain);
    if (!found.matches()) {
      return plain;
    }
    var months = numbers(found.group(2)).toList();
    for (int i = 1; i < months.size(); i++) {
      if (months.get(i) != months.get(i - 1) % 12 + 1) {
        return plain;
      }
    }
    return found.group(1) + months.getFirst() + "月-" + months.getLast() + "月";
  }

  /** What is asked back of 上月底: which days; empty for other words. */
  static Optional<DayRanges.Read> unclear(String plain, LocalDate today) {
    var found = END_OF_MONTH.matcher(plain);
    if (!found.matches()) {
      return Optional.empty();
    }
    return found.group(2) == null
        ? Optional.of(unclear(plain, spoken(found.group(3), YearMonth.from(today))))
        : DayRanges.read(found.group(1) + found.group(2) + "月", today)
                instanceof DayRanges.Read.Days(DayRange month, boolean start)
            ? Optional.of(unclear(plain, YearMonth.from(month.first())))
            : Optional.empty();
  }

  /** Months that do not follow one another, as what lies between the first and the last of them. */
  static Optional<DayRanges.Read> apart(String plain, LocalDate today) {
    var found = MONTHS.matcher(plain);
    if (!found.matches()) {
      return Optional.empty();
    }
    var months = numbers(found.group(2)).sorted().toList();
    var whole = found.group(1) + months.getFirst() + "月-" + months.getLast() + "月";
    return DayRanges.read(whole, today)
            instanceof DayRanges.Read.Days(DayRange range, boolean start)
        ? Optional.of(new DayRanges.Read.Apart(plain, range))
        : Optional.empty();
  }

  private static Stream<Integer> numbers(String months) {
    return Stream.of(months.replaceAll("[^\\d]+", " ").strip().split(" ")).map(Integer::valueOf);
  }

  private static YearMonth spoken(String word, YearMonth month) {
    return switch (word.replace("个", "")) {
      case "上" -> month.minusMonths(1);
      case "下" -> month.plusMonths(1);
      default -> month;
    };
  }

  private static DayRanges.Read unclear(String said, YearMonth month) {
    var last = month.atEndOfMonth();
    return new DayRanges.Read.Unclear(said, new DayRange(last.minusDays(END - 1L), last));
  }
}
