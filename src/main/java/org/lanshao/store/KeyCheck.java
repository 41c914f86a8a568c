package org.lanshao.store;

import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.lanshao.store.Store.KeyOrigin;

/** Finds the key at start and holds it against the fingerprint that the database knows. */
final class KeyCheck {
  private static final Insert FINGERPRINT =
      new Insert("data_key", List.of(Insert.text("id"), Insert.bytes("fingerprint")), 1);

  private KeyCheck() {}

  /** The keys and where they came from. */
  record Checked(Keys keys, KeyOrigin origin) {}

  /**
   * The key of this database.
   *
   * @throws KeyMistake when there is none, or not the right one
   */
  static Checked check(StoreSettings settings, Dialect dialect, Link link) throws SQLException {
    var known = fingerprint(link);
    link.connection().commit();
    var checked = find(settings, dialect, known.isEmpty());
    if (known.isEmpty()) {
      var id = HexFormat.of().formatHex(checked.keys().id());
      dialect.insert(
          link, FINGERPRINT, List.<Object[]>of(new Object[] {id, checked.keys().fingerprint()}));
      link.connection().commit();
    }
    var stored = fingerprint(link).orElseThrow();
    link.connection().commit();
    if (Rekeying.isUnderWay(link)) {
      throw new KeyMistake("换密钥没有做完。再运行一次 lanshao rekey，做完才能启动");
    }
    link.connection().commit();
    if (!MessageDigest.isEqual(stored, checked.keys().fingerprint())) {
      throw new KeyMistake("data.key: 与这个数据库不符。请使用建库时的密钥");
    }
    return checked;
  }

  /** What seals with this key in this database. */
  static Seal seal(Link link, Keys keys) throws SQLException {
    var past = PastKeys.read(link, new Seal(keys));
    link.connection().commit();
    return new Seal(keys, past);
  }

  /** The oldest one stands when two nodes start on an empty database with different keys. */
  static Optional<byte[]> fingerprint(Link link) throws SQLException {
    try (var rows = link.prepare("SELECT fingerprint FROM data_key ORDER BY id").executeQuery()) {
      return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
    }
  }

  private static Checked find(StoreSettings settings, Dialect dialect, boolean empty) {
    boolean missing = settings.key().isEmpty() && Keys.in(settings.dataDir()).isEmpty();
    return missing && empty && dialect.makesKey()
        ? new Checked(Keys.make(settings.dataDir()), KeyOrigin.MADE)
        : given(settings);
  }

  /**
   * The key of the settings, else of the key file.
   *
   * @throws KeyMistake when there is none
   */
  static Checked given(StoreSettings settings) {
    if (settings.key().isPresent()) {
      return new Checked(Keys.of(settings.key().get()), KeyOrigin.GIVEN);
    }
    return Keys.in(settings.dataDir())
        .map(keys -> new Checked(keys, KeyOrigin.FILE))
        .orElseThrow(
            () ->
                new KeyMistake(
                    "data.key: 缺少密钥。请设置 LANSHAO_DATA_KEY，或放回 " + Keys.file(settings.dataDir())));
  }
}
