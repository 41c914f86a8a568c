package org.lanshao.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** How entries of the audit are bound to one another, by hashes that need the key. */
final class AuditChain {
  /** Before the first entry of a chain. */
  static final byte[] NOTHING = new byte[0];

  /** What {@link #row} reads. */
  static final String COLUMNS = "chain, position, at, kind, person, conversation, about";

  private static final String LINK = "audit.link";
  private static final String PROOF = "audit.head";
  private static final String ANCHOR = "audit.anchor";

  private final Seal seal;

  AuditChain(Seal seal) {
    this.seal = seal;
  }

  /** An entry as it is stored, but for its link. */
  record Row(
      String chain,
      long position,
      long at,
      String kind,
      String person,
      String conversation,
      byte[] about) {}

  /** An entry and its link, or what was before the first one. */
  record End(long position, byte[] link) {
    static final End START = new End(0, NOTHING);
  }

  /** Reads an entry whose columns stand in {@link #COLUMNS} order, from the first one on. */
  static Row row(ResultSet rows) throws SQLException {
    return new Row(
        rows.getString(1),
        rows.getLong(2),
        rows.getLong(3),
        rows.getString(4),
        rows.getString(5),
        rows.getString(6),
        rows.getBytes(7));
  }

  /** Behind what chains go on whose old entries were cut off; whether that is true is not asked. */
  static Map<String, End> anchors(Link link) throws SQLException {
    var anchors = new HashMap<String, End>();
    try (var rows = link.prepare("SELECT chain, position, link FROM audit_anchor").executeQuery()) {
      while (rows.next()) {
        anchors.put(rows.getString(1), new End(rows.getLong(2), rows.getBytes(3)));
      }
    }
    return anchors;
  }

  /** The link of an entry behind this one: none but the same row gives the same. */
  byte[] link(byte[] before, Row row) {
    return seal.hash(
        LINK,
        joined(
            before,
            row.chain().getBytes(UTF_8),
            number(row.position()),
            number(row.at()),
            row.kind().getBytes(UTF_8),
            row.person().getBytes(UTF_8),
            row.conversation().getBytes(UTF_8),
            row.about()));
  }

  /** What proves that a chain ended here. */
  byte[] proof(String chain, long position, byte[] link) {
    return seal.hash(PROOF, joined(chain.getBytes(UTF_8), number(position), link));
  }

  /** What proves that a chain was cut here because it was old. */
  byte[] anchorProof(String chain, long position, byte[] link) {
    return seal.hash(ANCHOR, joined(chain.getBytes(UTF_8), number(position), link));
  }

  /** How far a chain is, for the log and to be compared with it: {@code chain:position:link}. */
  static String head(String chain, long position, byte[] link) {
    return chain + ":" + position + ":" + HexFormat.of().formatHex(link);
  }

  /** Where an entry is: {@code chain:position}, a head without what binds it. */
  static String place(String chain, long position) {
    return chain + ":" + position;
  }

  private static byte[] number(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }

  /** Each part with its length before it, so that nothing can move from one into another. */
  private static byte[] joined(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> Integer.BYTES + part.length).sum();
    var joined = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      joined.putInt(part.length).put(part);
    }
    return joined.array();
  }
}
