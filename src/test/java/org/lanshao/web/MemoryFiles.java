package org.lanshao.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lanshao.turn.MediaFiles;

/** Bytes in memory. */
final class MemoryFiles implements MediaFiles {
  private final Map<String, byte[]> hashToBytes = new ConcurrentHashMap<>();

  @Override
  public String keep(byte[] bytes) {
    try {
      var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      hashToBytes.put(hash, bytes);
      return hash;
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public Optional<byte[]> read(String hash) {
    return Optional.ofNullable(hashToBytes.get(hash));
  }
}
