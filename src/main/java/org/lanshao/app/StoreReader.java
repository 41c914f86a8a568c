package org.lanshao.app;

import java.util.Base64;
import java.util.Optional;
import org.lanshao.form.Section;
import org.lanshao.store.StoreSettings;

/** Reads {@code store} and {@code data}: which database, and where files and the key are. */
final class StoreReader {
  private static final StoreSettings USUAL = Settings.DEFAULTS.store();
  private static final int KEY_BYTES = 32;

  private StoreReader() {}

  /** Reads both. */
  static StoreSettings read(Section store, Section data) {
    var read =
        new StoreSettings(
            url(store),
            store.text("user").orElse(""),
            store.text("password").orElse(""),
            SettingsReader.path(data, "dir", USUAL.dataDir()),
            key(data));
    store.refuseOthers();
    data.refuseOthers();
    return read;
  }

  private static String url(Section store) {
    var url = store.text("url").orElse(USUAL.url());
    if (!url.matches("jdbc:(sqlite|postgresql):.+")) {
      store.wrong(
          SettingsCode.DATABASE,
          "url",
          "store.url 不是能用的数据库地址。",
          "写 jdbc:sqlite:data/lanshao.db 或 jdbc:postgresql://主机/数据库名。");
    }
    return url;
  }

  /** The key is private, so what is wrong with it is told without it. */
  private static Optional<String> key(Section data) {
    var key = data.text("key").filter(text -> !text.isEmpty());
    if (key.isPresent() && !isKey(key.get())) {
      data.wrong(
          SettingsCode.KEY,
          "key",
          "data.key 不是 32 字节的 base64。",
          "用 openssl rand -base64 32 生成一个，并另外保管好。");
    }
    return key;
  }

  private static boolean isKey(String text) {
    try {
      return Base64.getDecoder().decode(text).length == KEY_BYTES;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
