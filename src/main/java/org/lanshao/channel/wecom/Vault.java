package org.lanshao.channel.wecom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Signs, opens and seals the messages of one callback configuration. Any thread may call it.
 *
 * <p>The layout of a message before encryption: 16 random bytes, the message's length in four bytes
 * (big endian), the message in UTF-8, the receiver's id, and 1 to 32 bytes of padding, each of
 * which says how many there are.
 */
final class Vault {
  private static final int RANDOM = 16;
  private static final int HEAD = RANDOM + Integer.BYTES;
  private static final int BLOCK = 16;
  private static final int PADDING = 32;

  private final byte[] key;
  private final byte[] receiver;
  private final String token;
  // As many as there were callers at one time. A thread-local would be made anew for every virtual
  // thread.
  private final ConcurrentLinkedQueue<Codec> spare = new ConcurrentLinkedQueue<>();

  /** For a key without a {@link WecomSettings#keyProblem}. */
  Vault(String encodingAesKey, String receiverId, String token) {
    this.key = Base64.getDecoder().decode(encodingAesKey + "=");
    this.receiver = receiverId.getBytes(StandardCharsets.UTF_8);
    this.token = token;
  }

  /** What came out of an encrypted text. */
  sealed interface Opened {
    /** The message. */
    record Message(String text) implements Opened {
      /** Without the message. */
      @Override
      public String toString() {
        return "Message[]";
      }
    }

    /** It cannot be opened. */
    record Sealed(Refusal why) implements Opened {}
  }

  /** The signature of an encrypted text. */
  String sign(String timestamp, String nonce, String encrypted) {
    return with(codec -> codec.sign(token, timestamp, nonce, encrypted));
  }

  /** Whether this is the signature, compared in constant time. */
  boolean isSigned(String signature, String timestamp, String nonce, String encrypted) {
    byte[] right = sign(timestamp, nonce, encrypted).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
  }

  /** A name for this list of texts, equal only for equal lists. */
  String fingerprint(String... texts) {
    return with(codec -> codec.fingerprint(texts));
  }

  /** Opens an encrypted text by the parameters of its request, if its signature is right. */
  Opened open(Map<String, String> query, String encrypted) {
    boolean signed =
        isSigned(
            query.getOrDefault("msg_signature", ""),
            query.getOrDefault("timestamp", ""),
            query.getOrDefault("nonce", ""),
            encrypted);
    return signed ? open(encrypted) : new Opened.Sealed(Refusal.SIGNATURE);
  }

  /** The bytes of an encrypted file, which has neither frame nor receiver; empty if it is none. */
  Optional<byte[]> openFile(byte[] blocks) {
    if (blocks.length == 0 || blocks.length % BLOCK != 0) {
      return Optional.empty();
    }
    byte[] plain = with(codec -> codec.decrypt(blocks));
    int padding = padding(plain);
    return padding == 0
        ? Optional.empty()
        : Optional.of(Arrays.copyOf(plain, plain.length - padding));
  }

  /** Opens an encrypted text whose signature has been checked. */
  Opened open(String encrypted) {
    byte[] blocks;
    try {
      blocks = Base64.getDecoder().decode(encrypted);
    } catch (IllegalArgumentException e) {
      return new Opened.Sealed(Refusal.CIPHERTEXT);
    }
    if (blocks.length == 0 || blocks.length % BLOCK != 0) {
      return new Opened.Sealed(Refusal.CIPHERTEXT);
    }
    return unpack(with(codec -> codec.decrypt(blocks)));
  }

  private Opened unpack(byte[] plain) {
    int end = plain.length - padding(plain);
    if (end == plain.length || end < HEAD) {
      return new Opened.Sealed(Refusal.CIPHERTEXT);
    }
    int length = length(plain);
    if (length < 0 || length > end - HEAD) {
      return new Opened.Sealed(Refusal.CIPHERTEXT);
    }
    if (!Arrays.equals(plain, HEAD + length, end, receiver, 0, receiver.length)) {
      return new Opened.Sealed(Refusal.RECEIVE_ID);
    }
    return Utf8.text(plain, HEAD, length)
        .<Opened>map(Opened.Message::new)
        .orElse(new Opened.Sealed(Refusal.INNER));
  }

  /** How many bytes of padding there are; 0 if it is not right. */
  private static int padding(byte[] plain) {
    int count = plain[plain.length - 1];
    if (count < 1 || count > PADDING || count > plain.length) {
      return 0;
    }
    for (int i = plain.length - count; i < plain.length; i++) {
      if (plain[i] != count) {
        return 0;
      }
    }
    return count;
  }

  private static int length(byte[] plain) {
    return (plain[RANDOM] & 0xFF) << 24
        | (plain[RANDOM + 1] & 0xFF) << 16
        | (plain[RANDOM + 2] & 0xFF) << 8
        | (plain[RANDOM + 3] & 0xFF);
  }

  /** Encrypts a message behind the first 16 of these random bytes; the result is base64. */
  String seal(String message, byte[] random) {
    byte[] text = message.getBytes(StandardCharsets.UTF_8);
    int end = HEAD + text.length + receiver.length;
    int padding = PADDING - end % PADDING;
    byte[] plain = Arrays.copyOf(random, end + padding);
    plain[RANDOM] = (byte) (text.length >>> 24);
    plain[RANDOM + 1] = (byte) (text.length >>> 16);
    plain[RANDOM + 2] = (byte) (text.length >>> 8);
    plain[RANDOM + 3] = (byte) text.length;
    System.arraycopy(text, 0, plain, HEAD, text.length);
    System.arraycopy(receiver, 0, plain, HEAD + text.length, receiver.length);
    Arrays.fill(plain, end, plain.length, (byte) padding);
    return Base64.getEncoder().encodeToString(with(codec -> codec.encrypt(plain)));
  }

  private <T> T with(Function<Codec, T> work) {
    Codec taken = spare.poll();
    Codec codec = taken == null ? new Codec(key) : taken;
    T result = work.apply(codec);
    spare.offer(codec);
    return result;
  }
}
