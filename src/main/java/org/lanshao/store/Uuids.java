package org.lanshao.store;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids as 16 bytes: those of later ids are greater. */
final class Uuids {
  private Uuids() {}

  static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  static UUID read(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
