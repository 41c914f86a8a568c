package org.lanshao.turn;

import java.io.IOException;
import java.util.Optional;

/** The port behind which the bytes of media lie. Methods block: call them on virtual threads. */
public interface MediaFiles {
  /**
   * Keeps bytes, durably. The same bytes are kept once, however often they come.
   *
   * @return a keyed hash of them in lower-case hex, by which they are found
   * @throws IOException when the disk does not take them
   */
  String keep(byte[] bytes) throws IOException;

  /**
   * The bytes of this hash; empty when there are none.
   *
   * @throws IOException when the disk does not give them, or they are not those that were kept
   */
  Optional<byte[]> read(String hash) throws IOException;
}
