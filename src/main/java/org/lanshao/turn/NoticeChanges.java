package org.lanshao.turn;

import java.util.List;
import java.util.stream.Stream;
import org.lanshao.notice.Silence;
import org.lanshao.turn.Notices.Asked;

/**
 * What a turn writes of notices.
 *
 * @param steps what happened to some, all of it or nothing
 * @param receipts who confirmed which
 * @param silences what is not to be heard where; one that has ended takes the place of one before
 * @param stillAsked what the turn goes by as asked and not confirmed; when somebody confirms or
 *     ends it meanwhile, the turn is overtaken and taken again
 */
public record NoticeChanges(
    List<NoticeStep> steps,
    List<NoticeReceipt> receipts,
    List<Silence> silences,
    List<Asked> stillAsked) {
  /** Nothing. */
  public static final NoticeChanges NONE = new NoticeChanges(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public NoticeChanges {
    steps = List.copyOf(steps);
    receipts = List.copyOf(receipts);
    silences = List.copyOf(silences);
    stillAsked = List.copyOf(stillAsked);
  }

  /** What a turn writes that goes by nothing. */
  public NoticeChanges(
      List<NoticeStep> steps, List<NoticeReceipt> receipts, List<Silence> silences) {
    this(steps, receipts, silences, List.of());
  }

  /** Whether nothing is written. */
  public boolean isNothing() {
    return equals(NONE);
  }

  /** These and then the others. */
  public NoticeChanges and(NoticeChanges more) {
    return new NoticeChanges(
        joined(steps, more.steps),
        joined(receipts, more.receipts),
        joined(silences, more.silences),
        joined(stillAsked, more.stillAsked));
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
