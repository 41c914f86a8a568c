package org.lanshao.turn;

import java.io.IOException;
import java.time.Instant;

/** Media whose bytes can be deleted again. Methods block: call them on virtual threads. */
public interface ErasableFiles extends MediaFiles {
  /**
   * Deletes the bytes of this hash, unless they came again after {@code before}.
   *
   * @return whether there are none now
   * @throws IOException when the disk does not let go of them
   */
  boolean delete(String hash, Instant before) throws IOException;

  /**
   * Deletes all bytes that did not come again after {@code before}.
   *
   * @throws IOException when the disk does not let go of them
   */
  void deleteAll(Instant before) throws IOException;
}
