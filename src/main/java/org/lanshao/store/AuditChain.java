package org.lanshao.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** How entries of the audit are bound to one another, by hashes that need the key. */
final class AuditChain {
  /** Before the first entry of a chain. */
  static final byte[] NOTHING = new byte[0];

  private static final String LINK = "audit.link";
  private static final String PROOF = "audit.head";

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

  /** How far a chain is, for the log and to be compared with it: {@code chain:position:link}. */
  static String head(String chain, long position, byte[] link) {
    return chain + ":" + position + ":" + HexFormat.of().formatHex(link);
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
