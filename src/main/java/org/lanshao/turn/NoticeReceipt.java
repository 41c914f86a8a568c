package org.lanshao.turn;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.lanshao.directory.PersonId;
import org.lanshao.notice.Unit;

/**
 * Somebody confirmed a notice. The first one of a unit counts; a second one is not kept.
 *
 * @param notice its number
 * @param unit for whom
 * @param person who said so
 * @param how it was said
 * @param note how it is known, where somebody else says so; private; empty text if nothing
 */
public record NoticeReceipt(
    String notice, Unit unit, PersonId person, How how, String note, Instant at) {
  /** The last one first. */
  public static final Comparator<NoticeReceipt> NEWEST =
      Comparator.comparing(NoticeReceipt::at).reversed().thenComparing(NoticeReceipt::notice);

  /** How somebody confirms. */
  public enum How {
    /** By a button. */
    PRESSED,
    /** By a word to the app. */
    TYPED,
    /** By a word in the group. */
    GROUP,
    /** Somebody else noted it (代收到). */
    PROXY;

    /** The word for it where it is stored. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Without the note. */
  @Override
  public String toString() {
    return "NoticeReceipt[" + notice + " " + unit.key() + "]";
  }
}
