package org.lanshao.timer;

import java.io.IOException;
import org.lanshao.turn.Unavailable;

/**
 * Something that one node looks after each day.
 *
 * @param name as the log calls it
 * @param first whether every node does it once when it starts, whichever looks after it
 * @param work does all that is to be done
 */
public record Chore(String name, boolean first, Work work) {
  /** What is done; it can be stopped anywhere and done again. */
  public interface Work {
    /**
     * Does it.
     *
     * @throws Unavailable when the database does not answer
     * @throws IOException when the disk does not
     */
    void run() throws Unavailable, IOException;
  }
}
