package org.lanshao.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanshao.turn.AuditLog.Kind;

/**
 * Puts another key in the place of the one before, slice by slice. Every slice is a transaction
 * with the mark where it ended, so that whoever goes on after a kill begins there. Until the last
 * one the database is no server's: some of it is sealed with the one key and some with the other.
 */
final class Rekeying {
  private static final String MARK = "rekey";
  private static final String BEGUN = "rekey.to";
  private static final String DONE = "done";
  private static final Pattern FILE = Pattern.compile("\\b[0-9a-f]{64}\\b");

  /** Rows whose hashes have nothing sealed beside them: the mark alone tells which are done. */
  private static final SealedTable ENTRIES =
      new SealedTable("entry", List.of("submission", "revision", "place"), Map.of(), row -> "");

  /** All that is gone through, in this order. */
  private static final List<SealedTable> TABLES =
      Stream.concat(SealedTable.ALL.stream(), Stream.of(ENTRIES)).toList();

  /** Made from entries, and made again from them. */
  private static final List<String> DERIVED =
      List.of("period_tally", "tally_before", "presence", "seen", "unseen", "subject");

  private final Seal before;
  private final Seal after;
  private final Set<String> files;
  private final AuditChain links;

  /**
   * From one key to another.
   *
   * @param files the hashes of the files that were sealed anew, by which texts may name them
   */
  Rekeying(Seal before, Seal after, Set<String> files) {
    this.before = before;
    this.after = after;
    this.files = files;
    this.links = new AuditChain(after);
  }

  /** Whether it was begun and not ended. */
  static boolean isUnderWay(Link link) throws SQLException {
    return SettingTable.remembered(link, BEGUN).filter(to -> !to.isEmpty()).isPresent();
  }

  /** To which key; empty when it was not begun. */
  static Optional<String> to(Link link) throws SQLException {
    return SettingTable.remembered(link, BEGUN).filter(to -> !to.isEmpty());
  }

  /** Begins: from now on no server starts. */
  static void begin(Link link, Keys next) throws SQLException {
    SettingTable.remember(link, BEGUN, HexFormat.of().formatHex(next.fingerprint()));
    SettingTable.remember(link, MARK, named(0) + " ");
    StagedRecords.clear(link); // of imports that were stopped: they are not worth a new seal
  }

  /** Does some rows; false when all are done. */
  boolean slice(Link link, int most) throws SQLException {
    var mark = mark(link);
    var name = mark.substring(0, mark.indexOf(' '));
    if (name.equals(DONE)) {
      return false;
    }
    int nth = names().indexOf(name);
    var table = TABLES.get(nth);
    var rows = table.behind(link, mark.substring(mark.indexOf(' ') + 1), most);
    for (SealedTable.Row row : rows) {
      renew(link, table, row);
    }
    var next = rows.size() < most ? named(nth + 1) + " " : name + " " + table.mark(rows.getLast());
    SettingTable.remember(link, MARK, next);
    return true;
  }

  /**
   * Whether it can go on from where it is: not when a version that marked it another way began it.
   */
  static boolean canGoOn(Link link) throws SQLException {
    var mark = mark(link);
    var name = mark.substring(0, mark.indexOf(' '));
    return name.equals(DONE) || names().contains(name);
  }

  private static String mark(Link link) throws SQLException {
    return SettingTable.remembered(link, MARK).orElse(named(0) + " ");
  }

  /** A mark names its table, so that it stays true when a later version has more of them. */
  private static String named(int nth) {
    return nth < TABLES.size() ? TABLES.get(nth).name() : DONE;
  }

  private static List<String> names() {
    return TABLES.stream().map(SealedTable::name).toList();
  }

  private void renew(Link link, SealedTable table, SealedTable.Row row) throws SQLException {
    switch (table.name()) {
      case "entry" -> table.update(link, row, Map.of("subject", after.onto(row.bytes("subject"))));
      case "media" -> media(link, row);
      case "audit" -> audit(link, table, row);
      default -> texts(link, table, row);
    }
  }

  private void texts(Link link, SealedTable table, SealedTable.Row row) throws SQLException {
    var changed = new HashMap<String, byte[]>();
    for (String column : table.sealed().keySet()) {
      if (before.isOwn(row.bytes(column))) {
        var text =
            FILE.matcher(table.open(before, row, column)).replaceAll(found -> file(found.group()));
        changed.put(column, table.seal(after, row, column, text));
      }
    }
    if (changed.containsKey("payload")) {
      changed.put("target", after.onto(row.bytes("target")));
    }
    if (!changed.isEmpty()) {
      table.update(link, row, changed);
    }
  }

  /** The name of a file is a hash; other words that look like one stay. */
  private String file(String hash) {
    var next = SealedFiles.onto(after, hash);
    return files.contains(next) ? next : hash;
  }

  private void media(Link link, SealedTable.Row row) throws SQLException {
    var column = "media.platform_id";
    if (before.isOwn(row.bytes("platform_id"))) {
      var reference = row.bytes("reference");
      var next = after.onto(reference);
      var id = before.open(column, HexFormat.of().formatHex(reference), row.bytes("platform_id"));
      var hash = row.text("hash");
      link.update(
          "UPDATE media SET reference = ?, platform_id = ?, hash = ? WHERE reference = ?",
          next,
          after.seal(column, HexFormat.of().formatHex(next), id),
          hash.isEmpty() ? "" : SealedFiles.onto(after, hash),
          reference);
    }
  }

  /** An entry is bound anew to the one before it; of others it tells the place alone. */
  private void audit(Link link, SealedTable table, SealedTable.Row row) throws SQLException {
    if (!before.isOwn(row.bytes("about"))) {
      return;
    }
    var about = table.open(before, row, "about");
    var told = row.text("kind").equals(Kind.BEGIN.word()) ? places(about) : about;
    var sealed = table.seal(after, row, "about", told);
    var chain = row.text("chain");
    long position = (Long) row.get("position");
    var entry =
        new AuditChain.Row(
            chain,
            position,
            (Long) row.get("at"),
            row.text("kind"),
            row.text("person"),
            row.text("conversation"),
            sealed);
    var bound = links.link(link(link, chain, position - 1), entry);
    table.update(link, row, Map.of("about", sealed, "link", bound));
  }

  private static String places(String heads) {
    return heads.replaceAll("(\\S+:\\d+):[0-9a-f]+", "$1");
  }

  /** The link of an entry, of the anchor where it was cut off, or none before the first one. */
  private static byte[] link(Link link, String chain, long position) throws SQLException {
    try (var rows =
        link.prepare("SELECT link FROM audit WHERE chain = ? AND position = ?", chain, position)
            .executeQuery()) {
      if (rows.next()) {
        return rows.getBytes(1);
      }
    }
    return AuditChain.anchors(link).getOrDefault(chain, AuditChain.End.START).link();
  }

  /** The last step: from now on the database is the other key's alone. */
  void end(Link link, Keys next) throws SQLException {
    heads(link);
    for (String table : DERIVED) {
      link.update("DELETE FROM " + table);
    }
    link.update(Folder.ALL_WAIT);
    var past = new java.util.ArrayList<>(PastKeys.read(link, before));
    past.add(before.ownHashing());
    PastKeys.write(link, after, past);
    link.update("DELETE FROM data_key");
    link.update(
        "INSERT INTO data_key (id, fingerprint) VALUES (?, ?)",
        HexFormat.of().formatHex(next.id()),
        next.fingerprint());
    link.update("DELETE FROM setting WHERE name IN (?, ?)", MARK, BEGUN);
  }

  private void heads(Link link) throws SQLException {
    for (var anchor : AuditChain.anchors(link).entrySet()) {
      var end = anchor.getValue();
      link.update(
          "UPDATE audit_anchor SET proof = ? WHERE chain = ?",
          links.anchorProof(anchor.getKey(), end.position(), end.link()),
          anchor.getKey());
    }
    var heads = new HashMap<String, Long>();
    try (var rows =
        link.prepare("SELECT chain, position FROM audit_head WHERE position > 0").executeQuery()) {
      while (rows.next()) {
        heads.put(rows.getString(1), rows.getLong(2));
      }
    }
    for (var head : heads.entrySet()) {
      var bound = link(link, head.getKey(), head.getValue());
      link.update(
          "UPDATE audit_head SET link = ?, proof = ? WHERE chain = ?",
          bound,
          links.proof(head.getKey(), head.getValue(), bound),
          head.getKey());
    }
  }
}
