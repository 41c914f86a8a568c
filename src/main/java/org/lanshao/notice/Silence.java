package org.lanshao.notice;

import java.time.Instant;
import org.lanshao.directory.AreaCode;

/**
 * Somebody asked not to hear of something (暂停).
 *
 * @param kind of what, such as 防溺水; empty text: of everything that is not urgent
 * @param area where
 * @param until when it ends
 */
public record Silence(String kind, AreaCode area, Instant until) {
  /** Whether it keeps this from going out at that moment, where it holds. */
  boolean covers(String other, Level level, Instant now) {
    return until.isAfter(now) && (kind.isEmpty() ? !level.isUrgent() : kind.equals(other));
  }
}
