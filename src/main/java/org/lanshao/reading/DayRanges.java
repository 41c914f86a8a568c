package org.lanshao.reading;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ranges of local days as people write them: 今天, 上周, 本月, 上半年, 近7天, 5月9日, 5月9日-13日, 5.9-5.13,
 * 0509-0513, 2024年1-6月, 4、5月, 截止5月13日, 4月初以来, 周末 …. Width, spaces and the kind of dash do not
 * matter, and numbers may be Chinese.
 *
 * <p>A date without a year is the most recent one that is not in the future; the end of a range is
 * in the year of its beginning, so that 5月9日-5月13日 said on 10 May reaches into the future, or early
 * in the year after it, as in 12月28日-1月3日. 本周, 本月 and 今年 end today.
 */
public final class DayRanges {
  private static final Pattern FROM = Pattern.compile("^[自从由]");
  private static final Pattern UNTIL = Pattern.compile("截[止至](?:到|至)?(.+)");
  private static final Pattern ENDED = Pattern.compile("(.*[^截为])为?止");
  private static final Pattern SINCE = Pattern.compile("(.+?)(?:以来|开始|起|至今)(?:至今|到今天|到现在|到目前)?");
  private static final Pattern DASH = Pattern.compile("(?:开始|起)?(?:截[止至](?:到|至)?|-|到|至)");

  /** Longer texts are no ranges of days; this also bounds the work. */
  private static final int LONGEST = 40;

  /** A range that crosses the new year is at most this long; a longer one was written backwards. */
  private static final int LONGEST_CROSSING = 184;

  private DayRanges() {}

  /** What a text means as a range of days. */
  public sealed interface Read {
    /**
     * These days.
     *
     * @param fromYearStart only an end was given (截止5月13日), so that the range begins with its year:
     *     say so
     */
    record Days(DayRange range, boolean fromYearStart) implements Read {}

    /** It names a date that does not exist, such as 2月30日. */
    record Impossible(String date) implements Read {}

    /**
     * It is about no certain days: 上月底.
     *
     * @param example what may be meant
     */
    record Unclear(String said, DayRange example) implements Read {}

    /**
     * It names several spans with days between them that are not meant: 4、6月.
     *
     * @param whole from the first of them to the last
     */
    record Apart(String said, DayRange whole) implements Read {}

    /** It ends before it begins. */
    record Backwards() implements Read {}

    /** It is no range of days. */
    record Nothing() implements Read {}
  }

  /** Reads the whole text; {@code today} is the local day on which it was said. */
  public static Read read(String text, LocalDate today) {
    var plain = ShortRanges.whole(FROM.matcher(DayText.plain(text, today)).replaceFirst(""));
    return plain.isEmpty() || plain.length() > LONGEST
        ? new Read.Nothing()
        : period(plain, today)
            .or(() -> until(plain, today))
            .or(() -> ended(plain, today))
            .or(() -> since(plain, today))
            .or(() -> between(plain, today))
            .or(() -> ShortRanges.unclear(plain, today))
            .or(() -> ShortRanges.apart(plain, today))
            .orElse(new Read.Nothing());
  }

  private static Optional<Read> period(String plain, LocalDate today) {
    return Periods.read(plain, today)
        .<Read>map(range -> new Read.Days(range, false))
        .or(() -> Moment.parse(plain, today).map(moment -> moment.latest(today)));
  }

  /** 截止5月13日: from the beginning of that year. */
  private static Optional<Read> until(String plain, LocalDate today) {
    var until = UNTIL.matcher(plain);
    return until.matches()
        ? period(until.group(1), today).map(DayRanges::fromYearStart)
        : Optional.empty();
  }

  /** 截至5月13日止, 到5月13日为止, 5月9日起至5月13日止: as without the last word, but never a day alone. */
  private static Optional<Read> ended(String plain, LocalDate today) {
    var ended = ENDED.matcher(plain);
    return ended.matches()
        ? between(ended.group(1), today)
            .or(() -> until(ended.group(1), today))
            .or(() -> until("截至" + ended.group(1), today))
        : Optional.empty();
  }

  private static Read fromYearStart(Read end) {
    return end instanceof Read.Days(DayRange range, boolean start)
        ? new Read.Days(new DayRange(range.last().withDayOfYear(1), range.last()), true)
        : end;
  }

  /** 4月初以来, 5月9日开始: until today. */
  private static Optional<Read> since(String plain, LocalDate today) {
    var since = SINCE.matcher(plain);
    return since.matches()
        ? Periods.beginning(since.group(1), today)
            .or(() -> period(since.group(1), today))
            .map(begin -> begin instanceof Read.Days d ? ordered(d.range().first(), today) : begin)
        : Optional.empty();
  }

  /** Two moments with a dash between them, wherever the dash is that makes sense. */
  private static Optional<Read> between(String plain, LocalDate today) {
    var dash = DASH.matcher(plain);
    Optional<Read> found = Optional.empty();
    while (found.isEmpty() && dash.find()) {
      var left = plain.substring(0, dash.start());
      var right = plain.substring(dash.end());
      var from =
          Moment.beginning(left, right, today)
              .or(() -> Periods.beginning(left, today).flatMap(Moment::firstOf));
      var to = Moment.end(right, left, today);
      found = from.flatMap(start -> to.map(end -> between(start, end, today)));
    }
    return found;
  }

  private static Read between(Moment from, Moment to, LocalDate today) {
    var start = from.completedFrom(to).latest(today);
    if (!(start instanceof Read.Days(DayRange first, boolean a))) {
      return start;
    }
    var end = to.completedBy(first.first()).latest(today);
    if (!(end instanceof Read.Days(DayRange last, boolean b))) {
      return end;
    }
    return to.year() == 0 && last.last().isBefore(first.first())
        ? crossing(first.first(), last.last())
        : ordered(first.first(), last.last());
  }

  /** 12月28日-1月3日, but neither 13日-9日 nor 5月13日-5月9日. */
  private static Read crossing(LocalDate first, LocalDate last) {
    var next = last.plusYears(1);
    boolean near = !first.plusDays(LONGEST_CROSSING).isBefore(next);
    return near ? ordered(first, next) : new Read.Backwards();
  }

  private static Read ordered(LocalDate first, LocalDate last) {
    return last.isBefore(first)
        ? new Read.Backwards()
        : new Read.Days(new DayRange(first, last), false);
  }
}
