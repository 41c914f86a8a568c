package org.lanshao.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.lanshao.directory.PersonId;
import org.lanshao.turn.AuditLog;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables {@code audit} and {@code audit_head}. This run writes one chain; it begins with the
 * first entry. Each hour with entries the log tells how far it is.
 */
final class AuditStore implements AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger(AuditStore.class);
  private static final String ABOUT = "audit.about";

  private final String chain = UUID.randomUUID().toString();
  private final AtomicReference<Instant> told = new AtomicReference<>(Instant.MIN);
  private final Seal seal;
  private final AuditChain links;
  private final Writer writer;
  private final Readers readers;

  AuditStore(Seal seal, Writer writer, Readers readers) {
    this.seal = seal;
    this.links = new AuditChain(seal);
    this.writer = writer;
    this.readers = readers;
  }

  /** How far a chain is. */
  record Head(long position, byte[] link) {}

  @Override
  public void note(Entry entry) throws Unavailable {
    var head = writer.write(new Work.Small<>(false, link -> append(link, entry)));
    var hour = entry.at().truncatedTo(ChronoUnit.HOURS);
    if (!hour.equals(told.getAndSet(hour))) {
      tell(head);
    }
  }

  /** Tells the log how far a chain is. That must be durable first. */
  static void tell(String head) {
    LOG.atInfo().addKeyValue("head", head).log("audit");
  }

  /**
   * Writes an entry in a transaction of somebody else's.
   *
   * @return how far the chain is with it, for the log once that is durable
   */
  String append(Link link, Entry entry) throws SQLException {
    var last = head(link, chain);
    Head before = last.isPresent() ? last.get() : begin(link, entry.at());
    var now = write(link, before, entry);
    return AuditChain.head(chain, now.position(), now.link());
  }

  /** The first entry of this run tells how far all other chains are. */
  private Head begin(Link link, Instant at) throws SQLException {
    link.update(
        "INSERT INTO audit_head (chain, position, link, proof) VALUES (?, 0, ?, ?)",
        chain,
        AuditChain.NOTHING,
        AuditChain.NOTHING);
    var heads = new ArrayList<String>();
    try (var rows =
        link.prepare("SELECT chain, position, link FROM audit_head WHERE position > 0")
            .executeQuery()) {
      while (rows.next()) {
        heads.add(AuditChain.head(rows.getString(1), rows.getLong(2), rows.getBytes(3)));
      }
    }
    var entry = new Entry(at, Kind.BEGIN, Optional.empty(), "", String.join(" ", heads));
    return write(link, new Head(0, AuditChain.NOTHING), entry);
  }

  private Head write(Link link, Head before, Entry entry) throws SQLException {
    var row = row(before.position() + 1, entry);
    var next = new Head(row.position(), links.link(before.link(), row));
    link.update(
        "INSERT INTO audit (chain, position, at, kind, person, conversation, about, link)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        chain,
        row.position(),
        row.at(),
        row.kind(),
        row.person(),
        row.conversation(),
        row.about(),
        next.link());
    link.update(
        "UPDATE audit_head SET position = ?, link = ?, proof = ? WHERE chain = ?",
        next.position(),
        next.link(),
        links.proof(chain, next.position(), next.link()),
        chain);
    return next;
  }

  private AuditChain.Row row(long position, Entry entry) {
    return new AuditChain.Row(
        chain,
        position,
        entry.at().toEpochMilli(),
        entry.kind().word(),
        entry.person().map(PersonId::text).orElse(""),
        entry.conversation(),
        seal.seal(ABOUT, chain + "#" + position, entry.about()));
  }

  private static Optional<Head> head(Link link, String chain) throws SQLException {
    try (var rows =
        link.prepare("SELECT position, link FROM audit_head WHERE chain = ?", chain)
            .executeQuery()) {
      return rows.next()
          ? Optional.of(new Head(rows.getLong(1), rows.getBytes(2)))
          : Optional.empty();
    }
  }

  @Override
  public List<Entry> newest(int most) throws Unavailable {
    return readers.read(link -> newest(link, most));
  }

  private List<Entry> newest(Link link, int most) throws SQLException {
    var entries = new ArrayList<Entry>();
    try (var rows =
        link.prepare(
                "SELECT chain, position, at, kind, person, conversation, about FROM audit"
                    + " ORDER BY at DESC, chain, position DESC LIMIT ?",
                most)
            .executeQuery()) {
      while (rows.next()) {
        var key = rows.getString(1) + "#" + rows.getLong(2);
        entries.add(
            new Entry(
                Instant.ofEpochMilli(rows.getLong(3)),
                Kind.valueOf(rows.getString(4).toUpperCase(Locale.ROOT)),
                Optional.of(rows.getString(5)).filter(id -> !id.isEmpty()).map(PersonId::new),
                rows.getString(6),
                seal.open(ABOUT, key, rows.getBytes(7))));
      }
    }
    return entries;
  }

  @Override
  public Findings verify(List<String> known) throws Unavailable {
    return readers.read(link -> new AuditCheck(links, seal).of(link, known));
  }

  /** What an entry is about. */
  static String about(Seal seal, AuditChain.Row row) {
    return seal.open(ABOUT, row.chain() + "#" + row.position(), row.about());
  }
}
