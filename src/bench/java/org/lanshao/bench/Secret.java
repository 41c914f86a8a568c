package org.lanshao.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * WeCom's cryptography at its barest: the least that any server has to do for a request. For one
 * thread. The key and names are invented.
 */
final class Secret {
  static final String TOKEN = "benchToken";
  static final String AES_KEY = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";
  static final String CORP = "ww00000000000bench";

  private static final int BLOCK = 32;
  private static final byte[] CORP_BYTES = CORP.getBytes(UTF_8);

  private final SecretKeySpec key;
  private final IvParameterSpec start;
  private final MessageDigest sha1;
  private final Cipher aes;
  private final SplittableRandom random = new SplittableRandom();

  Secret() throws GeneralSecurityException {
    var bytes = Base64.getDecoder().decode(AES_KEY + "=");
    key = new SecretKeySpec(bytes, "AES");
    start = new IvParameterSpec(bytes, 0, 16);
    sha1 = MessageDigest.getInstance("SHA-1");
    aes = Cipher.getInstance("AES/CBC/NoPadding");
  }

  /** The signature over the token and these. */
  String signature(String timestamp, String nonce, String encrypted) {
    Stream.of(TOKEN, timestamp, nonce, encrypted)
        .sorted()
        .forEach(part -> sha1.update(part.getBytes(ISO_8859_1)));
    return HexFormat.of().formatHex(sha1.digest());
  }

  /** Whether {@code signature} is the one over these, in constant time. */
  boolean signed(String signature, String timestamp, String nonce, String encrypted) {
    return MessageDigest.isEqual(
        signature.getBytes(ISO_8859_1),
        signature(timestamp, nonce, encrypted).getBytes(ISO_8859_1));
  }

  /** The encrypted form of a message, as base64. */
  String seal(String message) throws GeneralSecurityException {
    var bytes = message.getBytes(UTF_8);
    int whole = 20 + bytes.length + CORP_BYTES.length;
    int padding = BLOCK - whole % BLOCK;
    var plain = ByteBuffer.allocate(whole + padding);
    plain.putLong(random.nextLong()).putLong(random.nextLong());
    plain.putInt(bytes.length).put(bytes).put(CORP_BYTES);
    Arrays.fill(plain.array(), whole, whole + padding, (byte) padding);
    aes.init(Cipher.ENCRYPT_MODE, key, start);
    return Base64.getEncoder().encodeToString(aes.doFinal(plain.array()));
  }

  /** The message of its encrypted form; empty when it is not one of ours. */
  Optional<String> open(String encrypted) throws GeneralSecurityException {
    aes.init(Cipher.DECRYPT_MODE, key, start);
    var plain = aes.doFinal(Base64.getDecoder().decode(encrypted));
    int end = plain.length - plain[plain.length - 1];
    int length = ByteBuffer.wrap(plain, 16, 4).getInt();
    boolean ours =
        length >= 0
            && 20 + length < end
            && Arrays.equals(plain, 20 + length, end, CORP_BYTES, 0, CORP_BYTES.length);
    return ours ? Optional.of(new String(plain, 20, length, UTF_8)) : Optional.empty();
  }
}
