package org.lanshao.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals private values with AES-256-GCM and makes keyed hashes. A sealed value is: 1 byte of
 * version, 4 bytes of key id, 12 bytes of nonce, the text, 16 bytes of tag. It opens only in the
 * column and row that it was sealed for. Many threads use it at once.
 */
final class Seal {
  private static final byte VERSION = 1;
  private static final int NONCE = 5;
  private static final int TEXT = NONCE + 12;
  private static final int TAG_BITS = 128;
  private static final byte[] NOTHING = new byte[0];

  private final Keys keys;
  private final List<SecretKey> hashing;
  private final ConcurrentLinkedQueue<Tools> idle = new ConcurrentLinkedQueue<>();

  /** With a key that never took the place of another. */
  Seal(Keys keys) {
    this(keys, List.of());
  }

  /**
   * With a key that took the place of others.
   *
   * @param past what earlier keys hashed with, the oldest first: a hash is made with each of them
   *     in turn, and with the key's own last
   */
  Seal(Keys keys, List<SecretKey> past) {
    this.keys = keys;
    var all = new ArrayList<>(past);
    all.add(keys.hashing());
    this.hashing = List.copyOf(all);
  }

  /** A value sealed for a column, such as {@code turn.reply}, of the row of this key. */
  byte[] seal(String column, String row, String text) {
    return seal(column, row, text.getBytes(UTF_8));
  }

  /** As before, of bytes. */
  byte[] seal(String column, String row, byte[] bytes) {
    var tools = tools();
    try {
      return tools.seal(column, row, bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal", e);
    } finally {
      idle.offer(tools);
    }
  }

  /**
   * The text of a sealed value; empty text for an empty value.
   *
   * @throws IllegalStateException when it was changed, moved or sealed with another key
   */
  String open(String column, String row, byte[] sealed) {
    return sealed.length == 0 ? "" : new String(openBytes(column, row, sealed), UTF_8);
  }

  /** As before, of bytes; an empty value was not sealed. */
  byte[] openBytes(String column, String row, byte[] sealed) {
    if (sealed.length < TEXT || !isOwn(sealed)) {
      throw new IllegalStateException("not sealed with this key: " + column);
    }
    var tools = tools();
    try {
      return tools.open(column, row, sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("changed or moved: " + column, e);
    } finally {
      idle.offer(tools);
    }
  }

  /** Whether a value was sealed with this key. */
  boolean isOwn(byte[] sealed) {
    return sealed.length >= NONCE
        && sealed[0] == VERSION
        && Arrays.equals(sealed, 1, NONCE, keys.id(), 0, 4);
  }

  /** 16 bytes that tell equal texts without telling the text; none for an empty text. */
  byte[] hash(String text) {
    if (text.isEmpty()) {
      return NOTHING;
    }
    var tools = tools();
    try {
      return tools.hash(text.getBytes(UTF_8));
    } finally {
      idle.offer(tools);
    }
  }

  /**
   * 32 bytes that tell equal bytes without telling them: who does not have the key cannot find out
   * whether a file is one that he knows.
   */
  byte[] hash(String purpose, byte[] bytes) {
    var tools = tools();
    try {
      return tools.hash(purpose.getBytes(UTF_8), bytes);
    } finally {
      idle.offer(tools);
    }
  }

  /** What the key hashes with. */
  SecretKey ownHashing() {
    return keys.hashing();
  }

  /** A hash of before, as it is with this key too: the last step of making it. */
  byte[] onto(byte[] before) {
    return before.length == 0 ? NOTHING : new Tools(keys, List.of(keys.hashing())).hash(before);
  }

  /** As before, of a hash with a purpose. */
  byte[] onto(String purpose, byte[] before) {
    return new Tools(keys, List.of(keys.hashing())).hash(purpose.getBytes(UTF_8), before);
  }

  private Tools tools() {
    var free = idle.poll();
    return free == null ? new Tools(keys, hashing) : free;
  }

  /** What one thread at a time works with. Its nonces are a random start and a counter. */
  private static final class Tools {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Cipher cipher;
    private final List<Mac> macs = new ArrayList<>();
    private final SecretKey key;
    private final byte[] id;
    private final byte[] start = new byte[8];
    private int counter;

    Tools(Keys keys, List<SecretKey> hashing) {
      try {
        this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        for (SecretKey each : hashing) {
          var mac = Mac.getInstance("HmacSHA256");
          mac.init(each);
          macs.add(mac);
        }
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this Java has no AES-GCM", e);
      }
      this.key = keys.sealing();
      this.id = keys.id();
      RANDOM.nextBytes(start);
    }

    byte[] hash(byte[] bytes) {
      var hash = bytes;
      for (Mac mac : macs) {
        hash = Arrays.copyOf(mac.doFinal(hash), 16);
      }
      return hash;
    }

    byte[] hash(byte[] purpose, byte[] bytes) {
      var hash = bytes;
      for (Mac mac : macs) {
        mac.update(purpose);
        mac.update((byte) 0);
        hash = mac.doFinal(hash);
      }
      return hash;
    }

    byte[] seal(String column, String row, byte[] text) throws GeneralSecurityException {
      var sealed = new byte[TEXT + text.length + TAG_BITS / 8];
      sealed[0] = VERSION;
      System.arraycopy(id, 0, sealed, 1, 4);
      nextNonce(sealed);
      cipher.init(
          Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, NONCE, TEXT - NONCE));
      place(column, row);
      cipher.doFinal(text, 0, text.length, sealed, TEXT);
      return sealed;
    }

    byte[] open(String column, String row, byte[] sealed) throws GeneralSecurityException {
      cipher.init(
          Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, NONCE, TEXT - NONCE));
      place(column, row);
      return cipher.doFinal(sealed, TEXT, sealed.length - TEXT);
    }

    /** The column ends with a zero byte, so no two places have the same bytes. */
    private void place(String column, String row) {
      cipher.updateAAD((column + '\0' + row).getBytes(UTF_8));
    }

    private void nextNonce(byte[] sealed) {
      if (++counter == 0) {
        RANDOM.nextBytes(start);
      }
      ByteBuffer.wrap(sealed, NONCE, 12).put(start).putInt(counter);
    }
  }
}
