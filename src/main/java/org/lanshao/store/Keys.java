package org.lanshao.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key of private data and what is derived from it. The key itself never seals anything. */
final class Keys {
  private static final int LENGTH = 32;

  private final SecretKey sealing;
  private final SecretKey hashing;
  private final byte[] fingerprint;

  private Keys(byte[] key) {
    this.sealing = new SecretKeySpec(derive(key, "seal"), "AES");
    this.hashing = new SecretKeySpec(derive(key, "hash"), "HmacSHA256");
    this.fingerprint = derive(key, "fingerprint");
  }

  private static byte[] derive(byte[] key, String purpose) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(("lanshao " + purpose).getBytes(US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC", e);
    }
  }

  SecretKey sealing() {
    return sealing;
  }

  SecretKey hashing() {
    return hashing;
  }

  /** 32 bytes that tell keys apart and do not tell the key. */
  byte[] fingerprint() {
    return fingerprint.clone();
  }

  /** The first 4 bytes of the fingerprint: they stand in front of every sealed value. */
  byte[] id() {
    return Arrays.copyOf(fingerprint, 4);
  }

  /**
   * From its text in base64.
   *
   * @throws KeyMistake when that is not 32 bytes
   */
  static Keys of(String base64) {
    try {
      var key = Base64.getDecoder().decode(base64.strip());
      if (key.length == LENGTH) {
        return new Keys(key);
      }
    } catch (IllegalArgumentException e) {
      throw new KeyMistake("data.key: 不是 base64。请用 openssl rand -base64 32 生成");
    }
    throw new KeyMistake("data.key: 应为 32 字节的 base64。请用 openssl rand -base64 32 生成");
  }

  /** From the key file of this directory; empty when there is none. */
  static Optional<Keys> in(Path dataDir) {
    return at(file(dataDir));
  }

  /** From this file; empty when there is none. */
  static Optional<Keys> at(Path file) {
    try {
      return Files.exists(file) ? Optional.of(of(Files.readString(file))) : Optional.empty();
    } catch (IOException e) {
      throw new KeyMistake("data.key: " + file + " 读不了。检查它的权限");
    }
  }

  /** Makes a key and writes its file, for the owner alone, before anybody uses it. */
  static Keys make(Path dataDir) {
    return makeAt(file(dataDir));
  }

  /** As before, in this file. */
  static Keys makeAt(Path file) {
    var key = new byte[LENGTH];
    new SecureRandom().nextBytes(key);
    var text = Base64.getEncoder().encodeToString(key) + "\n";
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Disk.write(file, text.getBytes(US_ASCII));
    } catch (FileAlreadyExistsException e) {
      throw new KeyMistake("data.key: " + file + " 已存在但读不到");
    } catch (IOException e) {
      throw new KeyMistake("data.key: " + file + " 写不了。检查文件夹的权限");
    }
    return new Keys(key);
  }

  /** The key file of a data directory. */
  static Path file(Path dataDir) {
    return dataDir.resolve("lanshao.key");
  }
}
