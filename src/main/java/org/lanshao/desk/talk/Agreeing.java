package org.lanshao.desk.talk;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lanshao.reading.Folding;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * 确认 and 取消 right behind a command that only showed what it would do: they are the same command
 * with the word behind it, 催报 罗定市 确认. Nothing is kept for it: what was said last tells.
 */
public final class Agreeing {
  /** What does as a preview says. */
  public static final String YES = "确认";

  /** What drops a preview. */
  public static final String NO = "取消";

  private static final Set<String> AGREED = Set.of(YES, "確認", "确定", "1", "👌", "ok", "yes");
  private static final Set<String> REFUSED = Set.of(NO, "不要", "2", "no");

  /** Nobody agrees later to what they were shown. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Facts facts;
  private final Clock clock;
  private final Predicate<Heard> asks;

  /**
   * @param asks whether words are a command that waits for an answer
   */
  public Agreeing(Facts facts, Clock clock, Predicate<Heard> asks) {
    this.facts = facts;
    this.clock = clock;
    this.asks = asks;
  }

  /** The command with the answer behind it; unchanged where it is about something else. */
  public Heard whole(Heard heard) throws Unavailable {
    var answer = answer(heard.text());
    if (answer.isEmpty() || heard.talk().inHand().isPresent()) {
      return heard;
    }
    var oldest = clock.instant().minus(LONGEST);
    return facts.said(heard.where(), 1).stream()
        .filter(said -> said.at().isAfter(oldest))
        .filter(said -> word(said.text()).isEmpty())
        .map(said -> heard.saying(said.text()))
        .filter(asks)
        .map(asked -> asked.saying(asked.text() + " " + answer.get()))
        .findFirst()
        .orElse(heard);
  }

  private static Optional<String> answer(String text) {
    var said = Folding.tight(text);
    return AGREED.contains(said)
        ? Optional.of(YES)
        : REFUSED.contains(said) ? Optional.of(NO) : Optional.empty();
  }

  /** The answer that already stands behind a command; empty where none does. */
  public static Optional<String> word(String command) {
    var said = command.strip();
    return said.endsWith(YES)
        ? Optional.of(YES)
        : said.endsWith(NO) ? Optional.of(NO) : Optional.empty();
  }

  /** A command without the answer behind it. */
  public static String without(String command) {
    return word(command)
        .map(word -> command.strip().substring(0, command.strip().length() - word.length()))
        .orElse(command)
        .strip();
  }
}
