package org.lanshao.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.lanshao.turn.AuditLog.Entry;
import org.lanshao.turn.AuditLog.Kind;

/**
 * Cuts off the old beginnings of the audit's chains. Where one was cut is kept as an anchor from
 * which it still verifies, and is itself an entry of the audit. What does not verify is not cut, so
 * that a cut hides nothing.
 */
final class AuditPurge implements Purge {
  private static final String OLD =
      "SELECT "
          + AuditChain.COLUMNS
          + ", link FROM audit WHERE at < ? ORDER BY chain, position LIMIT ?";
  private static final String DELETE = "DELETE FROM audit WHERE chain = ? AND position <= ?";
  private static final String ANCHOR =
      "INSERT INTO audit_anchor (chain, position, link, proof) VALUES (?, ?, ?, ?) ON CONFLICT"
          + " (chain) DO UPDATE SET position = excluded.position, link = excluded.link,"
          + " proof = excluded.proof";

  private final AuditStore audit;
  private final AuditChain links;
  private final Clock clock;

  AuditPurge(AuditStore audit, Seal seal, Clock clock) {
    this.audit = audit;
    this.links = new AuditChain(seal);
    this.clock = clock;
  }

  /** A row as it is stored. */
  private record Stored(AuditChain.Row row, byte[] link) {}

  @Override
  public Done slice(Link link, String from, long before, int most) throws SQLException {
    var chains = new LinkedHashMap<String, List<Stored>>();
    int seen = 0;
    try (var rows = link.prepare(OLD, before, most).executeQuery()) {
      while (rows.next()) {
        var row = AuditChain.row(rows);
        chains
            .computeIfAbsent(row.chain(), chain -> new ArrayList<>())
            .add(new Stored(row, rows.getBytes(8)));
        seen++;
      }
    }
    int gone = 0;
    var heads = new ArrayList<String>();
    for (var chain : chains.entrySet()) {
      gone += cut(link, chain.getKey(), chain.getValue(), heads);
    }
    return new Done(gone, seen == most && gone > 0 ? "more" : "", heads);
  }

  private int cut(Link link, String chain, List<Stored> old, List<String> heads)
      throws SQLException {
    var start = AuditChain.anchors(link).getOrDefault(chain, AuditChain.End.START);
    var end = start;
    for (Stored next : old) {
      boolean follows = next.row().position() == end.position() + 1;
      if (!follows || !Arrays.equals(next.link(), links.link(end.link(), next.row()))) {
        break;
      }
      end = new AuditChain.End(next.row().position(), next.link());
    }
    int gone = (int) (end.position() - start.position());
    if (gone > 0) {
      link.update(DELETE, chain, end.position());
      link.update(
          ANCHOR,
          chain,
          end.position(),
          end.link(),
          links.anchorProof(chain, end.position(), end.link()));
      var about = AuditChain.head(chain, end.position(), end.link());
      var cut = new Entry(clock.instant(), Kind.CUT, Optional.empty(), "", about);
      heads.add(about);
      heads.add(audit.append(link, cut));
    }
    return gone;
  }
}
