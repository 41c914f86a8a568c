package org.lanshao.web;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanshao.turn.MediaFiles;

/**
 * Pictures and files that were sent to the sandbox, until they are fetched as from any platform.
 * Methods block.
 *
 * @param files keeps their bytes
 * @param ids makes each upload one of its own, also of the same bytes
 * @param limit how large one may be, in bytes
 */
public record Uploads(MediaFiles files, Supplier<UUID> ids, int limit) {
  private static final int HASH = 64;

  /** Keeps bytes; returns the id to send. */
  String keep(byte[] bytes) throws IOException {
    return files.keep(bytes) + "-" + ids.get();
  }

  /** The bytes of an id; empty when there are none, or the id is none. */
  Optional<byte[]> read(String id) throws IOException {
    return id.matches("[0-9a-f]{" + HASH + "}-[0-9a-f-]+")
        ? files.read(id.substring(0, HASH))
        : Optional.empty();
  }
}
