package org.lanshao.reading;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Times of day as people write them: 15:30, 下午三点半, 夜晚8点, 三点一刻, 三点三个字 (of five minutes each), 3pm.
 */
final class ClockText {
  private static final Pattern TIME =
      Pattern.compile(
          "(?:大概|大约|约)?(?<part>"
              + DayPart.pattern()
              + ")?的?(?<hour>\\d{1,2})(?::(?<colon>\\d{2})(?::\\d{2})?|[.](?<dot>\\d{2})"
              + "|[点时](?:(?<half>半)|(?<quarter>[13])刻|(?<minute>0\\d|\\d{2})分?|(?<few>\\d)分|(?<fives>\\d{1,2})个字|[钟整正])?)?"
              + "(?<noon>am|pm|a[.]m[.]?|p[.]m[.]?)?(?:左右|前后|上下)?");

  private static final Pattern INEXACT =
      Pattern.compile(
          "[一二三四五六七八九]{2}点|点(?:钟)?[多几]|[点时](?:钟|半|\\d+分?)?(?:之|以)?[前后]|\\d[点时].*[-到至]\\d+[点时]|\\d:\\d\\d[-到至]\\d|几(?:分钟|小时|个小时|个钟)前");

  private static final int MINUTES = 60;
  private static final int HOURS = 24;

  private ClockText() {}

  /** Minutes after the midnight that begins the day; 24 hours and more are the day after. */
  record Clock(int minutes) {
    LocalDateTime on(LocalDate day) {
      return day.atStartOfDay().plusMinutes(minutes);
    }
  }

  /** Without spaces, one sign for each unit, digits for numbers. */
  static String plain(String folded) {
    return DayText.digits(
        folded
            .replace(" ", "")
            .replace('：', ':')
            .replace('點', '点')
            .replace('時', '时')
            .replace('鐘', '钟')
            .replace('號', '日')
            .replace('兩', '两')
            .replaceAll("(?<=[点时])[零〇](?=[一二三四五六七八九])", "0"));
  }

  /** The times that the whole text can mean; none if it is no time, or not one that exists. */
  static List<Clock> read(String plain) {
    var time = TIME.matcher(plain);
    if (!time.matches() || !isTime(time)) {
      return List.of();
    }
    int minute = minute(time);
    return minute >= MINUTES
        ? List.of()
        : hours(time).map(hour -> new Clock(hour * MINUTES + minute)).toList();
  }

  /** 15 alone is no time; 3pm is. */
  private static boolean isTime(Matcher time) {
    return time.group("noon") != null || time.end("hour") < lastOfNumber(time);
  }

  private static int lastOfNumber(Matcher time) {
    var text = time.group();
    return text.endsWith("左右") || text.endsWith("前后") || text.endsWith("上下")
        ? text.length() - 2
        : text.length();
  }

  private static int minute(Matcher time) {
    if (time.group("half") != null) {
      return 30;
    }
    if (time.group("quarter") != null) {
      return 15 * Integer.parseInt(time.group("quarter"));
    }
    if (time.group("fives") != null) {
      return 5 * Integer.parseInt(time.group("fives"));
    }
    return Stream.of("colon", "dot", "minute", "few")
        .flatMap(name -> Optional.ofNullable(time.group(name)).stream())
        .map(Integer::parseInt)
        .findFirst()
        .orElse(0);
  }

  private static Stream<Integer> hours(Matcher time) {
    int said = Integer.parseInt(time.group("hour"));
    var part = Optional.ofNullable(time.group("part")).flatMap(DayPart::of);
    var noon = Optional.ofNullable(time.group("noon"));
    if (said > HOURS || (noon.isPresent() && (part.isPresent() || said > 12 || said == 0))) {
      return Stream.empty();
    }
    if (noon.isPresent()) {
      return Stream.of(said % 12 + (noon.get().startsWith("p") ? 12 : 0));
    }
    return part.map(p -> p.hours(said).stream()).orElseGet(() -> plainHours(said, time));
  }

  /** 八点 is in the morning or in the evening; 08:30 and 15点 are what they say. */
  private static Stream<Integer> plainHours(int said, Matcher time) {
    if (said == 0 || said > 12 || time.group("hour").startsWith("0")) {
      return Stream.of(said);
    }
    return said == 12 ? Stream.of(0, 12) : Stream.of(said, said + 12);
  }

  /** A time that is not exact: 三点多, 八点到十点, 几分钟前. */
  static boolean isVague(String plain) {
    return INEXACT.matcher(plain).find();
  }
}
