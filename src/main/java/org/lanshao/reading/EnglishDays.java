package org.lanshao.reading;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days and periods that were said in English, in the words in which days are read: today is 今天, 9
 * May 2021 is 2021年5月9日, since April is 4月以来.
 */
final class EnglishDays {
  private static final Pattern LATIN = Pattern.compile("[a-z]{3}");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
          + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final String NTH = "(\\d{1,2})(?:st|nd|rd|th)?";
  private static final String END = "(?![a-z\\d])";

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<![a-z\\d])(?:the)?" + NTH + "(?:of)?" + MONTH + "(?:,?(\\d{4}))?(?![a-z])" + END);
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(?<![a-z])" + MONTH + NTH + "(?:,?(\\d{4}))?" + END);
  private static final Pattern MONTH_ALONE =
      Pattern.compile("(?<![a-z])" + MONTH + "(\\d{4})?" + END);
  private static final Pattern BETWEEN =
      Pattern.compile("(" + MONTH + "|\\d(?:st|nd|rd|th)?)(?:to|until|till)(?=\\d|" + MONTH + ")");
  private static final Pattern SINCE = Pattern.compile("^since(.+)$");
  private static final Pattern UNTIL = Pattern.compile("^(?:until|till|upto)(.+)$");
  private static final Pattern LEAD = Pattern.compile("^(?:on|in|from)(?=.)");
  private static final Pattern LAST =
      Pattern.compile("^(?:the)?(?:last|past)(\\d{1,3})(day|week|month)s?$");
  private static final Pattern AGO = Pattern.compile("^(\\d{1,3})(day|week)s?ago$");

  private EnglishDays() {}

  /** A folded text without spaces; the same where no English is in it. */
  static String plain(String text) {
    return LATIN.matcher(text).find() ? chinese(LEAD.matcher(text).replaceFirst("")) : text;
  }

  private static String chinese(String text) {
    return switch (text) {
      case "today" -> "今天";
      case "yesterday" -> "昨天";
      case "thedaybeforeyesterday", "daybeforeyesterday" -> "前天";
      case "tomorrow" -> "明天";
      case "thedayaftertomorrow", "dayaftertomorrow" -> "后天";
      case "thisweek" -> "本周";
      case "lastweek" -> "上周";
      case "thismonth" -> "本月";
      case "lastmonth" -> "上月";
      case "thisyear" -> "今年";
      case "lastyear" -> "去年";
      case "monday" -> "周一";
      case "tuesday" -> "周二";
      case "wednesday" -> "周三";
      case "thursday" -> "周四";
      case "friday" -> "周五";
      case "saturday" -> "周六";
      case "sunday" -> "周日";
      default -> dates(text);
    };
  }

  private static String dates(String text) {
    var since = SINCE.matcher(text);
    if (since.matches()) {
      return dates(since.group(1)) + "以来";
    }
    var until = UNTIL.matcher(text);
    if (until.matches()) {
      return "截止" + dates(until.group(1));
    }
    var counted = LAST.matcher(text).replaceFirst(found -> "近" + found.group(1) + unit(found));
    var ago = AGO.matcher(counted).replaceFirst(found -> found.group(1) + unit(found) + "前");
    var days = BETWEEN.matcher(ago).replaceAll("$1-");
    days = DAY_FIRST.matcher(days).replaceAll(f -> date(f.group(3), f.group(2), f.group(1)));
    days = MONTH_FIRST.matcher(days).replaceAll(f -> date(f.group(3), f.group(1), f.group(2)));
    return MONTH_ALONE.matcher(days).replaceAll(f -> month(f.group(2), f.group(1)));
  }

  private static String unit(MatchResult found) {
    return switch (found.group(2)) {
      case "day" -> "天";
      case "week" -> "个星期";
      default -> "个月";
    };
  }

  private static String date(@Nullable String year, String month, String day) {
    return month(year, month) + day + "日";
  }

  private static String month(@Nullable String year, String month) {
    return (year == null ? "" : year + "年") + (MONTHS.indexOf(month.substring(0, 3)) + 1) + "月";
  }
}
