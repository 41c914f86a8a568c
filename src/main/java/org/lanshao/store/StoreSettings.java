package org.lanshao.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the database is and what its private columns are sealed with.
 *
 * @param url {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://…}
 * @param user of PostgreSQL; empty text if none
 * @param password of PostgreSQL; empty text if none
 * @param dataDir where the key file lies; made when it is missing
 * @param key 32 bytes in base64; empty to use the key file
 */
public record StoreSettings(
    String url, String user, String password, Path dataDir, Optional<String> key) {
  /** Where the sealed bytes of pictures and files lie. */
  public Path mediaDir() {
    return dataDir.resolve("media");
  }

  /** Whether several nodes may use the database. */
  public boolean isShared() {
    return url.startsWith("jdbc:postgresql:");
  }

  /** The URL without its parameters, to be shown. */
  public String place() {
    return url.replaceFirst("\\?.*", "");
  }

  /** Without password, key and the URL's parameters. */
  @Override
  public String toString() {
    return "StoreSettings[" + place() + "]";
  }
}
