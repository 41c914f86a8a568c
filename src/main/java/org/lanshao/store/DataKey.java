package org.lanshao.store;

import java.util.HexFormat;

/**
 * The key of private data as backups need it: to tell keys apart and to sign. The key itself cannot
 * be had from here, so it can get into no backup.
 */
public final class DataKey {
  private final Keys keys;
  private final Seal seal;

  private DataKey(Keys keys) {
    this.keys = keys;
    this.seal = new Seal(keys);
  }

  /**
   * The key of these settings, or of the key file.
   *
   * @throws KeyMistake when there is none; none is made
   */
  public static DataKey of(StoreSettings settings) {
    return new DataKey(KeyCheck.given(settings).keys());
  }

  /** 64 hex digits that tell keys apart and do not tell the key. */
  public String fingerprint() {
    return HexFormat.of().formatHex(keys.fingerprint());
  }

  /** 64 hex digits that only who has the key can make of these bytes. */
  public String sign(byte[] bytes) {
    return HexFormat.of().formatHex(seal.hash("backup", bytes));
  }
}
