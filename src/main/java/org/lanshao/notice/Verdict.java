package org.lanshao.notice;

import java.time.Instant;

/** What becomes of a notice for one station at one moment. */
public sealed interface Verdict {
  /**
   * It goes out now.
   *
   * @param within the number of the notice in whose message it goes out, with others that waited;
   *     empty text for a message of its own
   */
  record Send(String within) implements Verdict {
    /** In a message of its own. */
    public static final Send ALONE = new Send("");
  }

  /** It goes out at that time, together with whatever else has come in by then. */
  record Group(Instant until) implements Verdict {}

  /** It is kept and goes out at that time, if it still holds then. */
  record Hold(Instant until, Why why) implements Verdict {}

  /**
   * It is kept and never goes out: the station knows of something higher.
   *
   * @param by the number of what it knows
   */
  record Inhibit(String by) implements Verdict {}

  /** It is kept and never goes out. */
  record Refuse(Reason reason) implements Verdict {}

  /** Why something is held. */
  enum Why {
    /** It is night. */
    QUIET,
    /** Somebody asked for silence (暂停). */
    SILENCE,
    /** Another one went out just before. */
    GROUP
  }

  /** Why something never goes out. */
  enum Reason {
    /** It holds no more. */
    EXPIRED,
    /** The station never heard of what is over. */
    NOT_TOLD
  }
}
