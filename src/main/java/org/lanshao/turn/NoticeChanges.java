package org.lanshao.turn;

import java.util.List;
import org.lanshao.notice.Silence;

/**
 * What a turn writes of notices.
 *
 * @param steps what happened to some, all of it or nothing
 * @param receipts who confirmed which
 * @param silences what is not to be heard where; one that has ended takes the place of one before
 */
public record NoticeChanges(
    List<NoticeStep> steps, List<NoticeReceipt> receipts, List<Silence> silences) {
  /** Nothing. */
  public static final NoticeChanges NONE = new NoticeChanges(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public NoticeChanges {
    steps = List.copyOf(steps);
    receipts = List.copyOf(receipts);
    silences = List.copyOf(silences);
  }
}
