package org.lanshao.channel.wecom;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text of bytes that must be UTF-8 and nothing else. */
final class Utf8 {
  /** Stands for what could not be decoded, or for itself. */
  private static final int REPLACEMENT = 0xFFFD;

  private Utf8() {}

  /** The text of these bytes; empty when they are not UTF-8. */
  static Optional<String> text(byte[] bytes, int from, int length) {
    var text = new String(bytes, from, length, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 || isProper(bytes, from, length)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static boolean isProper(byte[] bytes, int from, int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
