package org.lanshao.desk.day;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lanshao.desk.talk.PlaceAndDay;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.DayRanges;
import org.lanshao.reading.Folding;

/**
 * What is asked about stations' days: 未报 罗定市 昨天, 边个站未报, 催报 太平镇.
 *
 * @param area of which stations; empty where none was named
 * @param day of which day
 */
record DayAsked(Kind kind, Optional<AreaCode> area, LocalDate day) {
  private static final Pattern LIST =
      Pattern.compile(
          "(?:还有|仲有|有)?(?:边个|边啲|边几个|哪个|哪些|哪几个|什么|谁)?(?:社工站|站|镇街|镇)?(?:还|仲|都)?"
              + "(?:未有|未|没有|没|冇)(?:报|交)(?:日报|零报告)?(?!名(?!单)|告|备|案|警|销|修)(?:的|嘅|名单)?"
              + "(?:社工站|站|镇街)?|unreported");
  private static final Pattern NO_SIGN = Pattern.compile("[,，、。?？!！:：呀啊呢吗]");
  private static final Pattern CHASE = Pattern.compile("催(?:一下|一催)?(?:交|报)?日?报|chase");

  /** What is asked for. */
  enum Kind {
    /** Who did not tell. */
    LIST,
    /** That they are told to. */
    CHASE
  }

  /** Reads the whole text; empty when it asks for something else or names no area or day. */
  static Optional<DayAsked> read(String text, Directory directory, AreaCode near, LocalDate today) {
    var whole = Folding.tight(text);
    if (!mayAsk(whole)) {
      return Optional.empty();
    }
    var said = NO_SIGN.matcher(whole).replaceAll("");
    var chase = CHASE.matcher(said);
    if (chase.find()) {
      return of(Kind.CHASE, without(said, chase), directory, near, today);
    }
    var list = LIST.matcher(said);
    return list.find()
        ? of(Kind.LIST, without(said, list), directory, near, today)
        : Optional.empty();
  }

  /** Whether any of the signs stands there without which nothing is asked: spares the patterns. */
  private static boolean mayAsk(String said) {
    return said.indexOf('报') >= 0 || said.indexOf('交') >= 0 || said.indexOf('e') >= 0;
  }

  private static String without(String said, Matcher found) {
    return said.substring(0, found.start()) + said.substring(found.end());
  }

  /** An area, a day, both in any order, or neither. */
  private static Optional<DayAsked> of(
      Kind kind, String rest, Directory directory, AreaCode near, LocalDate today) {
    var plain = rest.replaceAll("(?:日报|的|嘅)$|^(?:的|嘅)", "");
    return PlaceAndDay.read(plain, directory, near, text -> day(text, today))
        .map(read -> new DayAsked(kind, read.area(), read.day()));
  }

  /** Today where nothing is said. */
  private static Optional<LocalDate> day(String text, LocalDate today) {
    if (text.isEmpty()) {
      return Optional.of(today);
    }
    return DayRanges.read(text, today) instanceof DayRanges.Read.Days(DayRange days, boolean from)
            && days.first().equals(days.last())
        ? Optional.of(days.first())
        : Optional.empty();
  }
}
