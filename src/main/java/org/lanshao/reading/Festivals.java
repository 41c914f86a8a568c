package org.lanshao.reading;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days that have a name each year: 清明, 国庆, 端午, 年初八, 农历四月初八. */
final class Festivals {
  /** Names, with or without 节, by month and day of the common calendar. */
  private static final Map<String, On> SOLAR =
      table(
          "1-1 元旦",
          "3-8 三八 三八妇女 妇女",
          "3-12 植树",
          "5-1 五一 五一劳动 劳动",
          "5-4 五四 五四青年 青年",
          "6-1 六一 六一儿童 儿童",
          "7-1 七一 建党",
          "8-1 八一 建军",
          "9-10 教师",
          "10-1 国庆");

  /** By month and day of the lunar calendar; 12-30 is the last day of the year. */
  private static final Map<String, On> LUNAR =
      table(
          "1-1 春节 春",
          "1-15 元宵",
          "5-5 端午",
          "7-7 七夕",
          "7-15 中元",
          "8-15 中秋",
          "9-9 重阳",
          "12-8 腊八",
          "12-23 小年",
          "12-30 除夕 年三十 年卅 大年三十 年30 大年30");

  private static final Pattern YEAR = Pattern.compile("(\\d{4})年(.+)");
  private static final Pattern NEW_YEAR = Pattern.compile("(?:大?年初|正月初?)(\\d{1,2})日?");
  private static final Pattern LUNAR_DAY =
      Pattern.compile("(农历|阴历|旧历)?(冬|腊|\\d{1,2})月(初)?(\\d{1,2})日?");

  private Festivals() {}

  /** A day of a calendar. */
  private record On(int month, int day) {
    static On of(String text) {
      var parts = text.split("-");
      return new On(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
  }

  private static Map<String, On> table(String... rows) {
    var names = new HashMap<String, On>();
    for (String row : rows) {
      var words = row.split(" ");
      for (int i = 1; i < words.length; i++) {
        names.put(words[i], On.of(words[0]));
      }
    }
    return Map.copyOf(names);
  }

  /**
   * The day of this name: in the year said, else the latest until today, or with {@code future} the
   * next from today on.
   *
   * @param plain numbers as digits, years as numbers
   */
  static Optional<LocalDate> read(String plain, LocalDate today, boolean future) {
    var year = YEAR.matcher(plain);
    if (year.matches()) {
      return inYear(year.group(2), Integer.parseInt(year.group(1)));
    }
    int from = today.getYear();
    for (int i = 0; i <= 2; i++) {
      var day = inYear(plain, from + (future ? i : 1 - i));
      if (day.isPresent() && (future ? !day.get().isBefore(today) : !day.get().isAfter(today))) {
        return day;
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> inYear(String said, int year) {
    var name = said.endsWith("节") ? said.substring(0, said.length() - 1) : said;
    if (SolarTerms.isTerm(name)) {
      return Optional.of(SolarTerms.day(name, year));
    }
    return Optional.ofNullable(SOLAR.get(name))
        .map(on -> LocalDate.of(year, on.month(), on.day()))
        .or(() -> lunarDay(name).flatMap(on -> lunar(year, on)));
  }

  private static Optional<On> lunarDay(String name) {
    var fresh = NEW_YEAR.matcher(name);
    return Optional.ofNullable(LUNAR.get(name))
        .or(() -> fresh.matches() ? Optional.of(On.of("1-" + fresh.group(1))) : Optional.empty())
        .or(() -> numbered(name));
  }

  /** 四月初八, 腊月二十, 农历三月十五; 三月十五 alone is a day of the common calendar. */
  private static Optional<On> numbered(String name) {
    var day = LUNAR_DAY.matcher(name);
    if (!day.matches()) {
      return Optional.empty();
    }
    boolean number = Character.isDigit(day.group(2).charAt(0));
    int month = number ? Integer.parseInt(day.group(2)) : day.group(2).equals("冬") ? 11 : 12;
    return day.group(1) != null || day.group(3) != null || !number
        ? Optional.of(new On(month, Integer.parseInt(day.group(4))))
        : Optional.empty();
  }

  /** The lunar day in a year of the common calendar; its last month lies in the next one. */
  private static Optional<LocalDate> lunar(int year, On on) {
    return Lunar.day(year, on.month(), on.day())
        .filter(found -> found.getYear() == year)
        .or(() -> Lunar.day(year - 1, on.month(), on.day()))
        .filter(found -> found.getYear() == year);
  }
}
