package org.lanshao.turn;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

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
   * The hashes of all bytes that did not come again after {@code before}.
   *
   * @throws IOException when the disk does not tell
   */
  List<String> old(Instant before) throws IOException;

  /**
   * Deletes what is left of bytes that were not kept whole, since before {@code before}.
   *
   * @throws IOException when the disk does not let go of it
   */
  void deleteBroken(Instant before) throws IOException;

  /**
   * Deletes all bytes that did not come again after {@code before}.
   *
   * @throws IOException when the disk does not let go of them
   */
  void deleteAll(Instant before) throws IOException;
}
