package org.lanshao.reading;

import java.util.regex.Pattern;

/** Brings the short names of a day with its part to one: 昨晚, 琴晚, 今朝 are 昨天晚上, 昨天晚上, 今天早上. */
final class SpokenDay {
  /** 之后, 然后 and the like are no days. */
  private static final String SIGN = "今|昨|前|明|琴|寻|尋|噚|听|聽|(?<![之以然先今最随])[后後]";

  private static final Pattern NIGHT = Pattern.compile("(" + SIGN + ")(?:天|日)?晚(?:上|间)?");
  private static final Pattern MORNING = Pattern.compile("(" + SIGN + ")(?:天|日)?(?:早晨|早上|朝早|早|朝)");

  private SpokenDay() {}

  static String plain(String text) {
    var nights = NIGHT.matcher(text).replaceAll(found -> day(found.group(1)) + "晚上");
    return MORNING.matcher(nights).replaceAll(found -> day(found.group(1)) + "早上");
  }

  private static String day(String sign) {
    return switch (sign) {
      case "今" -> "今天";
      case "前" -> "前天";
      case "明", "听", "聽" -> "明天";
      case "后", "後" -> "后天";
      default -> "昨天";
    };
  }
}
