package org.lanshao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lanshao.store.AuditChain.End;
import org.lanshao.turn.AuditLog.Findings;
import org.lanshao.turn.AuditLog.Kind;

/** Looks through the audit for what was changed, put in, taken out or cut off. Used once. */
final class AuditCheck {
  private final AuditChain links;
  private final Seal seal;
  private final List<String> flaws = new ArrayList<>();
  private final Map<String, End> ends = new HashMap<>();
  private Map<String, End> anchors = Map.of();

  /** Heads that somebody knew of, and that must be among the entries. */
  private final Set<String> wanted = new HashSet<>();

  private final Set<String> seen = new HashSet<>();
  private long entries;

  AuditCheck(AuditChain links, Seal seal) {
    this.links = links;
    this.seal = seal;
  }

  Findings of(Link link, List<String> known) throws SQLException {
    wanted.addAll(known);
    collectWanted(link);
    takeAnchors(link);
    try (var rows =
        link.prepare("SELECT " + AuditChain.COLUMNS + ", link FROM audit ORDER BY chain, position")
            .executeQuery()) {
      while (rows.next()) {
        check(AuditChain.row(rows), rows.getBytes(8));
      }
    }
    checkHeads(link);
    wanted.removeAll(seen);
    wanted.forEach(head -> flaws.add("少了后面的记录：" + head));
    return new Findings(entries, flaws);
  }

  /** What the beginnings of chains say of the others. */
  private void collectWanted(Link link) throws SQLException {
    try (var rows =
        link.prepare(
                "SELECT " + AuditChain.COLUMNS + " FROM audit WHERE kind = ?", Kind.BEGIN.word())
            .executeQuery()) {
      while (rows.next()) {
        try {
          var about = AuditStore.about(seal, AuditChain.row(rows));
          wanted.addAll(about.isEmpty() ? List.of() : List.of(about.split(" ")));
        } catch (IllegalStateException changed) {
          flaws.add("记录被改过：" + rows.getString(1) + ":" + rows.getLong(2));
        }
      }
    }
  }

  /** Chains that were cut begin behind their anchors; what was cut is not looked for. */
  private void takeAnchors(Link link) throws SQLException {
    anchors = AuditChain.anchors(link);
    try (var rows = link.prepare("SELECT chain, proof FROM audit_anchor").executeQuery()) {
      while (rows.next()) {
        var chain = rows.getString(1);
        End end = anchors.getOrDefault(chain, End.START);
        if (!Arrays.equals(
            rows.getBytes(2), links.anchorProof(chain, end.position(), end.link()))) {
          flaws.add("开头的凭据对不上：" + chain + ":" + end.position());
        }
      }
    }
    ends.putAll(anchors);
    wanted.removeIf(this::isCut);
  }

  private boolean isCut(String head) {
    var parts = head.split(":");
    End end = anchors.getOrDefault(parts[0], End.START);
    return parts.length > 1
        && parts[1].matches("\\d{1,18}")
        && (Long.parseLong(parts[1]) < end.position()
            || head.equals(AuditChain.place(parts[0], end.position()))
            || head.equals(AuditChain.head(parts[0], end.position(), end.link())));
  }

  private void check(AuditChain.Row row, byte[] link) {
    entries++;
    End before = ends.getOrDefault(row.chain(), End.START);
    boolean follows = row.position() == before.position() + 1;
    if (!follows) {
      flaws.add("中间少了记录：" + row.chain() + ":" + (before.position() + 1));
    } else if (!Arrays.equals(link, links.link(before.link(), row))) {
      flaws.add("记录被改过：" + row.chain() + ":" + row.position());
    }
    ends.put(row.chain(), new End(row.position(), link));
    seen(AuditChain.head(row.chain(), row.position(), link));
    seen(AuditChain.place(row.chain(), row.position()));
  }

  private void seen(String head) {
    if (wanted.contains(head)) {
      seen.add(head);
    }
  }

  private void checkHeads(Link link) throws SQLException {
    var headless = new HashSet<>(ends.keySet());
    try (var rows =
        link.prepare("SELECT chain, position, link, proof FROM audit_head ORDER BY chain")
            .executeQuery()) {
      while (rows.next()) {
        var chain = rows.getString(1);
        headless.remove(chain);
        End end = ends.getOrDefault(chain, End.START);
        if (end.position() < rows.getLong(2)) {
          flaws.add("末尾被截掉了：" + chain + ":" + rows.getLong(2));
        } else if (!isHead(rows, end)) {
          flaws.add("末尾对不上：" + chain + ":" + end.position());
        }
      }
    }
    headless.forEach(chain -> flaws.add("没有末尾的凭据：" + chain));
  }

  private boolean isHead(ResultSet head, End end) throws SQLException {
    return head.getLong(2) == end.position()
        && Arrays.equals(head.getBytes(3), end.link())
        && Arrays.equals(
            head.getBytes(4), links.proof(head.getString(1), end.position(), end.link()));
  }
}
