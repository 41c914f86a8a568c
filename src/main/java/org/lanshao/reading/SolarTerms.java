package org.lanshao.reading;

import java.time.LocalDate;
import java.util.List;

/**
 * The 24 solar terms (节气) as local days, computed from the place of the sun: 清明 is the day on which
 * its longitude comes to 15°. After Meeus, Astronomical Algorithms, chapter 25, which is right to
 * 0.01° or a quarter of an hour.
 */
final class SolarTerms {
  /** In the order of a year, each 15° after the one before; 小寒 is 285°. */
  private static final List<String> NAMES =
      List.of(
          "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至", "小暑", "大暑", "立秋",
          "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至");

  private static final double FIRST = 285;
  private static final double STEP = 15;
  private static final double DAYS_IN_YEAR = 365.2422;

  /** Noon of 1 January 2000 in dynamical time, as a day since 1970. */
  private static final double EPOCH = 10_957.5;

  /** Beijing time is eight hours before UTC; dynamical time some seventy seconds. */
  private static final double BEIJING = (8 * 3600 - 70) / 86_400.0;

  private SolarTerms() {}

  static boolean isTerm(String name) {
    return NAMES.contains(name);
  }

  /** The day of a term in a year of the common calendar. */
  static LocalDate day(String name, int year) {
    int place = NAMES.indexOf(name);
    double wanted = (FIRST + place * STEP) % 360;
    double days = LocalDate.of(year, 1, 5).toEpochDay() - EPOCH + place * DAYS_IN_YEAR / 24;
    for (int i = 0; i < 5; i++) {
      double off = ((wanted - longitude(days / 36_525)) % 360 + 540) % 360 - 180;
      days += off / 360 * DAYS_IN_YEAR;
    }
    return LocalDate.ofEpochDay((long) Math.floor(days + EPOCH + BEIJING));
  }

  /** The apparent longitude of the sun in degrees, so many Julian centuries after the epoch. */
  private static double longitude(double t) {
    double mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t;
    double anomaly = Math.toRadians(357.52911 + 35_999.05029 * t - 0.0001537 * t * t);
    double center =
        (1.914602 - 0.004817 * t) * Math.sin(anomaly)
            + (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly)
            + 0.000289 * Math.sin(3 * anomaly);
    double node = Math.toRadians(125.04 - 1934.136 * t);
    return mean + center - 0.00569 - 0.00478 * Math.sin(node);
  }
}
