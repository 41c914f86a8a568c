package org.lanshao.command;

import org.lanshao.directory.AreaCode;

/**
 * 点名: a test to every person and group of an area that the asker looks after, before a season
 * begins, to find out who cannot be reached.
 *
 * @param area all that lies in it is called
 */
public record RollCall(AreaCode area, Step step) {
  /** How far it is. */
  public enum Step {
    /** Who would be called, and who has no address. */
    LOOK,
    /** Sends the tests. */
    START,
    /** What became of the last one. */
    RESULT
  }
}
