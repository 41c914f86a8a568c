package org.lanshao.channel.wecom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cryptography of one callback configuration: AES-256-CBC with the key's first half as the
 * vector, own padding, SHA-1 signatures. It keeps its ciphers, which are costly to make, so one
 * caller at a time may use it; after an exception it is thrown away.
 */
final class Codec {
  private static final int VECTOR_LENGTH = 16;

  private final Cipher decrypting;
  private final Cipher encrypting;
  private final MessageDigest sha1;
  private final MessageDigest sha256;

  /** For a key of 32 bytes. */
  Codec(byte[] key) {
    try {
      var secret = new SecretKeySpec(key, "AES");
      var vector = new IvParameterSpec(key, 0, VECTOR_LENGTH);
      decrypting = Cipher.getInstance("AES/CBC/NoPadding");
      decrypting.init(Cipher.DECRYPT_MODE, secret, vector);
      encrypting = Cipher.getInstance("AES/CBC/NoPadding");
      encrypting.init(Cipher.ENCRYPT_MODE, secret, vector);
      sha1 = MessageDigest.getInstance("SHA-1");
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES or SHA", e);
    }
  }

  /** Decrypts whole blocks. */
  byte[] decrypt(byte[] blocks) {
    return run(decrypting, blocks);
  }

  /** Encrypts whole blocks. */
  byte[] encrypt(byte[] blocks) {
    return run(encrypting, blocks);
  }

  // doFinal leaves the cipher as init left it, with the same vector, as this protocol wants.
  private static byte[] run(Cipher cipher, byte[] blocks) {
    try {
      return cipher.doFinal(blocks);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not whole blocks", e);
    }
  }

  /** The signature over four values: SHA-1 of them sorted by code unit, in lower-case hex. */
  String sign(String token, String timestamp, String nonce, String encrypted) {
    String[] values = {token, timestamp, nonce, encrypted};
    Arrays.sort(values);
    for (String value : values) {
      sha1.update(value.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(sha1.digest());
  }

  /** A name for this list of texts, equal only for equal lists: 32 hex characters. */
  String fingerprint(String... texts) {
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      sha256.update(bytes);
    }
    return HexFormat.of().formatHex(sha256.digest(), 0, 16);
  }
}
