package org.lanshao.notice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.lanshao.alert.By;
import org.lanshao.directory.AreaCode;

/** What happened to a notice; a {@link Notice} is the fold of these. */
public sealed interface NoticeEvent {
  /** Who did it, when, and where from. */
  By by();

  /** It was written, and its author looks at it. Always the first, and never again. */
  record Drafted(By by, Content content) implements NoticeEvent {}

  /** It holds from now on. */
  record Issued(By by, Asks asks, boolean isUnheld) implements NoticeEvent {}

  /** What becomes of it for these stations. */
  record Placed(By by, Map<AreaCode, Verdict> verdicts) implements NoticeEvent {
    /** Copies the map. */
    public Placed {
      verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
    }
  }

  /**
   * Those were reminded who had not confirmed.
   *
   * @param round from 1
   */
  record Reminded(By by, int round, Set<AreaCode> stations) implements NoticeEvent {
    /** Copies the set. */
    public Reminded {
      stations = Collections.unmodifiableSet(new LinkedHashSet<>(stations));
    }
  }

  /** Everybody who was asked has confirmed. */
  record Settled(By by) implements NoticeEvent {}

  /**
   * It is over.
   *
   * @param number of the notice that ended it; empty text if none did
   */
  record Ended(By by, Notice.End end, String number) implements NoticeEvent {}
}
