package org.lanshao.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
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

  /** The least id of a moment: the ids of later ones begin with their time. */
  static UUID first(Instant moment) {
    return new UUID(moment.toEpochMilli() << 16, 0);
  }

  /** No bytes for none. */
  static byte[] bytes(Optional<UUID> id) {
    return id.map(Uuids::bytes).orElseGet(() -> new byte[0]);
  }

  /** What the other makes of one that may be missing. */
  static Optional<UUID> readOptional(byte[] bytes) {
    return bytes.length == 0 ? Optional.empty() : Optional.of(read(bytes));
  }

  static UUID read(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
