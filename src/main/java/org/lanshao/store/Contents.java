package org.lanshao.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a database holds, for each table. Two databases with equal contents hold the same rows, also
 * when one is SQLite and the other PostgreSQL.
 */
public record Contents(SortedMap<String, Part> nameToPart) {
  /** Copies the map. */
  public Contents {
    nameToPart = Collections.unmodifiableSortedMap(new TreeMap<>(nameToPart));
  }

  /**
   * One table.
   *
   * @param rows how many rows
   * @param digest SHA-256 of all of them in the order of their keys, in hex
   */
  public record Part(long rows, String digest) {}

  /** How many rows in all tables. */
  public long rows() {
    return nameToPart.values().stream().mapToLong(Part::rows).sum();
  }

  static Contents of(Link link, List<Table> tables) throws SQLException {
    var parts = new TreeMap<String, Part>();
    for (Table table : tables) {
      parts.put(table.name(), part(link, table));
    }
    return new Contents(parts);
  }

  private static Part part(Link link, Table table) throws SQLException {
    var digest = sha256();
    var out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    long[] count = {0};
    Copying.read(
        table,
        link,
        rows -> {
          rows.forEach(row -> write(row, out));
          count[0] += rows.size();
        });
    return new Part(count[0], HexFormat.of().formatHex(digest.digest()));
  }

  /** Each value with its kind and length, so that no two rows look the same. */
  private static void write(Object[] row, DataOutputStream out) {
    try {
      for (Object value : row) {
        switch (value) {
          case Long number -> {
            out.writeByte('n');
            out.writeLong(number);
          }
          case String text -> write('t', text.getBytes(UTF_8), out);
          case byte[] bytes -> write('b', bytes, out);
          default -> throw new IllegalArgumentException("no such column type");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(char kind, byte[] bytes, DataOutputStream out) throws IOException {
    out.writeByte(kind);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
