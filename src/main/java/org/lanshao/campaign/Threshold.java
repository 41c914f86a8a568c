package org.lanshao.campaign;

import org.lanshao.notice.Colour;
import org.lanshao.notice.Grade;
import org.lanshao.notice.Level;

/**
 * From which level on a notice begins a campaign: two scales, never compared with each other.
 *
 * @param warning the lowest colour
 * @param response the lowest grade
 */
public record Threshold(Colour warning, Grade response) {
  /** Orange and red, and every response in force. */
  public static final Threshold USUAL = new Threshold(Colour.ORANGE, Grade.FOURTH);

  /** Whether a level is high enough; a plain notice never is. */
  public boolean isReached(Level level) {
    return switch (level) {
      case Level.Signal(Colour colour) -> colour.compareTo(warning) <= 0;
      case Level.Response(Grade grade) -> grade.compareTo(response) <= 0;
      case Level.Plain() -> false;
    };
  }
}
