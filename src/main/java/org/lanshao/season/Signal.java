package org.lanshao.season;

import org.lanshao.notice.Level;

/**
 * A warning or a response that is in force, or the least that a schedule wants to be.
 *
 * @param kind 高温, 防汛, …
 */
public record Signal(String kind, Level level) {
  /** Whether it is of this kind and scale and as grave, or graver. */
  public boolean isAtLeast(Signal least) {
    return kind.equals(least.kind) && level.isSameScale(least.level) && !least.level.isAbove(level);
  }

  /** As people write it: 高温 黄. */
  @Override
  public String toString() {
    return kind + " " + level.word();
  }
}
