package org.lanshao.form;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lengths of time as people write them in files: 45s, 10m, 2h, 1d, 10分钟. */
public final class LengthText {
  private static final Pattern LENGTH =
      Pattern.compile("(\\d{1,4}) ?(s|秒|m|分|分钟|h|时|小时|个小时|d|天|日)");

  private LengthText() {}

  /** The length that is written; empty when it is none. */
  public static Optional<Duration> read(String text) {
    var read = LENGTH.matcher(FormSource.plain(text));
    if (!read.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(read.group(1));
    return Optional.of(
        switch (read.group(2)) {
          case "s", "秒" -> Duration.ofSeconds(number);
          case "m", "分", "分钟" -> Duration.ofMinutes(number);
          case "h", "时", "小时", "个小时" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        });
  }
}
