package org.lanshao.reading;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanshao.form.Value;

/** Reads a time of day: 15:30, 下午三点半, 夜晚8点, 半小时前, 而家. 八点 alone is in the morning or the evening. */
final class ClockTimes {
  private static final Set<String> NOW =
      Set.of("现在", "而家", "依家", "宜家", "刚才", "刚刚", "啱啱", "头先", "此刻", "目前");
  private static final Pattern AGO = Pattern.compile("(半|\\d{1,3})(分钟|个?小时|个?钟头?)(?:之|以)?前");
  private static final Pattern PART = Pattern.compile("(?:.*[天日])?(?:" + DayPart.pattern() + ")");

  private static final int DAY = 24 * 60;

  private ClockTimes() {}

  /** Reads the whole text; {@code now} is the local time at which it is said. */
  static Reading read(String text, LocalDateTime now) {
    var plain =
        SpokenDay.plain(ClockText.plain(Folding.tight(text))).replaceFirst("^今天(?=早上|晚上)", "");
    return moment(plain, now)
        .<Reading>map(at -> new Reading.Understood(new Value.Time(at.toLocalTime())))
        .orElseGet(() -> clock(plain));
  }

  private static Reading clock(String plain) {
    var times = ClockText.read(plain).stream().map(ClockTimes::value).distinct().toList();
    return switch (times.size()) {
      case 0 -> isVague(plain) ? new Reading.Vague() : new Reading.NotUnderstood();
      case 1 -> new Reading.Understood(times.getFirst());
      default -> new Reading.Ambiguous(times);
    };
  }

  private static Value value(ClockText.Clock clock) {
    return new Value.Time(LocalTime.ofSecondOfDay(clock.minutes() % DAY * 60L));
  }

  static boolean isVague(String plain) {
    return PART.matcher(plain).matches() || ClockText.isVague(plain);
  }

  /** Now, or so long before; empty for anything else. */
  static Optional<LocalDateTime> moment(String plain, LocalDateTime now) {
    if (NOW.contains(plain)) {
      return Optional.of(now);
    }
    var ago = AGO.matcher(plain);
    if (!ago.matches()) {
      return Optional.empty();
    }
    boolean half = ago.group(1).equals("半");
    boolean minutes = ago.group(2).equals("分钟");
    if (half && minutes) {
      return Optional.empty();
    }
    int count = half ? 30 : Integer.parseInt(ago.group(1)) * (minutes ? 1 : 60);
    return Optional.of(now.minusMinutes(count));
  }
}
