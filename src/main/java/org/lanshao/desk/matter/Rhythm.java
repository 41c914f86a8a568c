package org.lanshao.desk.matter;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Numbers;
import org.lanshao.reading.Prefix;
import org.lanshao.reading.RecordNumber;

/**
 * 跟进 G12 每14天: how often a matter is to be followed from now on.
 *
 * @param number of the matter, with its letter
 * @param days from one step to the next; empty when what is said is no length of 1 to 365 days
 */
record Rhythm(String number, Optional<Integer> days) {
  /** The longest: what is looked at less than once a year is not followed. */
  private static final int LONGEST = 365;

  private static final List<String> WORDS = List.of("个案跟进", "個案跟進", "跟进", "跟進", "follow");

  private static final Pattern EVERY =
      Pattern.compile("(?:改为|改成|改為|改|定为|定成)?(?:每隔|每|隔|every)(.*?)" + "(?:一次|跟进一次|跟进|跟進)?");

  private static final Pattern LENGTH =
      Pattern.compile("(.*?)个?(天|日|周|星期|礼拜|月|days?|weeks?|months?)");

  /** What words say of a rhythm; empty when they say nothing of one. */
  static Optional<Rhythm> read(String text) {
    return Prefix.after(WORDS, text)
        .flatMap(RecordNumber::first)
        .filter(number -> !number.letter().isEmpty())
        .flatMap(Rhythm::of);
  }

  private static Optional<Rhythm> of(RecordNumber number) {
    var every = EVERY.matcher(Folding.tight(number.rest()));
    return every.matches()
        ? Optional.of(new Rhythm(number.text(), days(every.group(1))))
        : Optional.empty();
  }

  private static Optional<Integer> days(String said) {
    if (said.equals("半个月") || said.equals("半月")) {
      return Optional.of(15);
    }
    var length = LENGTH.matcher(said);
    if (!length.matches()) {
      return Optional.empty();
    }
    var count = length.group(1);
    long number = count.isEmpty() ? 1 : Numbers.read(count).orElse(0);
    return Optional.of(number * unit(length.group(2)))
        .filter(days -> days >= 1 && days <= LONGEST)
        .map(Long::intValue);
  }

  private static int unit(String word) {
    return switch (word) {
      case "天", "日", "day", "days" -> 1;
      case "周", "星期", "礼拜", "week", "weeks" -> 7;
      default -> 30;
    };
  }
}
