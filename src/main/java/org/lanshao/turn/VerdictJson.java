package org.lanshao.turn;

import java.time.Instant;
import java.util.Locale;
import org.lanshao.notice.Verdict;

/**
 * Verdicts as stored, short: {@code send}, {@code send N15}, {@code
 * hold:2022-05-10T07:00:00Z:quiet}.
 */
final class VerdictJson {
  private VerdictJson() {}

  static String write(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Send(String within) -> ("send " + within).strip();
      case Verdict.Group(Instant until) -> "group " + until;
      case Verdict.Hold(Instant until, Verdict.Why why) -> "hold " + until + " " + lower(why);
      case Verdict.Inhibit(String by) -> "inhibit " + by;
      case Verdict.Refuse(Verdict.Reason reason) -> "refuse " + lower(reason);
    };
  }

  static Verdict read(String stored) {
    var words = stored.split(" ");
    return switch (words[0]) {
      case "send" -> words.length == 1 ? Verdict.Send.ALONE : new Verdict.Send(words[1]);
      case "group" -> new Verdict.Group(Instant.parse(words[1]));
      case "hold" ->
          new Verdict.Hold(Instant.parse(words[1]), Verdict.Why.valueOf(upper(words[2])));
      case "inhibit" -> new Verdict.Inhibit(words[1]);
      case "refuse" -> new Verdict.Refuse(Verdict.Reason.valueOf(upper(words[1])));
      default -> throw new IllegalArgumentException("unknown");
    };
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
