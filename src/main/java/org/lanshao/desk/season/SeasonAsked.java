package org.lanshao.desk.season;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lanshao.desk.talk.PlaceAndDay;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.DayRanges;
import org.lanshao.reading.Folding;
import org.lanshao.season.Season;

/**
 * What is said about a season: 汛期, 汛期 开始 4月4日, 汛期 10月15日结束, 汛期 开始 新兴县 4月4日.
 *
 * @param end which of its ends is declared; empty where it is only asked about
 * @param area where; empty where no area was named
 * @param day when that is
 */
public record SeasonAsked(
    Season season, Optional<End> end, Optional<AreaCode> area, LocalDate day) {
  private static final Pattern NO_SIGN = Pattern.compile("[,，、。?？!！:：]");
  private static final Pattern DECLARED =
      Pattern.compile("(?:从|自|于|到|在)?([^开始结束]*?)(开始|结束)(?:于|到)?(.*)");

  /** An end of a season. */
  public enum End {
    FIRST,
    LAST
  }

  /** Reads the whole text; empty when it says something else. */
  public static Optional<SeasonAsked> read(
      String text, List<Season> seasons, Directory directory, AreaCode near, LocalDate today) {
    var said = NO_SIGN.matcher(Folding.tight(text)).replaceAll("");
    for (Season season : seasons) {
      for (String word : season.words()) {
        if (said.startsWith(word)) {
          var rest = said.substring(word.length());
          var asked =
              of(season, rest, part -> PlaceAndDay.read(part, directory, near, t -> day(t, today)));
          if (asked.isPresent()) {
            return asked;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<SeasonAsked> of(
      Season season, String rest, Function<String, Optional<PlaceAndDay>> reads) {
    var found = DECLARED.matcher(rest);
    var end =
        found.matches()
            ? Optional.of(found.group(2).equals("开始") ? End.FIRST : End.LAST)
            : Optional.<End>empty();
    var part = end.isPresent() ? found.group(1) + found.group(3) : rest;
    return reads
        .apply(part)
        .filter(read -> end.isPresent() || part.isEmpty() || read.area().isPresent())
        .map(read -> new SeasonAsked(season, end, read.area(), read.day()));
  }

  /** Today where no day is said; a day without a year is of this one, also in the future. */
  private static Optional<LocalDate> day(String text, LocalDate today) {
    if (text.isEmpty()) {
      return Optional.of(today);
    }
    return DayRanges.read(text, today) instanceof DayRanges.Read.Days(DayRange days, boolean from)
            && days.first().equals(days.last())
        ? Optional.of(
            text.contains("月") && !text.contains("年")
                ? days.first().withYear(today.getYear())
                : days.first())
        : Optional.empty();
  }

  /** The same as a command, for this area. */
  String command(String where) {
    var which = end.filter(End.FIRST::equals).isPresent() ? "开始" : "结束";
    return "%s %s %s %d年%d月%d日"
        .formatted(
            season.name(), which, where, day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }
}
