package org.lanshao.store;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lanshao.form.Media;
import org.lanshao.record.Nameless;
import org.lanshao.turn.AnswersJson;
import org.lanshao.turn.AuditLog.Entry;
import org.lanshao.turn.AuditLog.Kind;
import org.lanshao.turn.PeopleHeld;
import org.lanshao.turn.Unavailable;

/** Looks through all sealed columns for one person. */
final class PeopleStore implements PeopleHeld {
  private static final int SLICE = 200;
  private static final Set<String> RECORDS = Set.of("submission", "revision");

  /** What belongs to platforms, and who is being forgotten: that goes when it is done. */
  private static final Set<String> OTHERS = Set.of("token", "media", "leaver");

  private final Tables tables;
  private final Seal seal;
  private final LeaverTable leavers;
  private final AuditStore audit;
  private final Writer writer;
  private final Readers readers;

  PeopleStore(Tables tables, Seal seal, AuditStore audit, Writer writer, Readers readers) {
    this.tables = tables;
    this.seal = seal;
    this.leavers = new LeaverTable(seal);
    this.audit = audit;
    this.writer = writer;
    this.readers = readers;
  }

  /** A row that is theirs, its sealed columns opened. */
  private record Hit(SealedTable table, SealedTable.Row row, Map<String, String> opened) {}

  /** Does something with rows that are theirs. */
  private interface Taking {
    void take(List<Hit> hits) throws Unavailable;
  }

  @Override
  public void all(Sought sought, Sink sink) throws Unavailable {
    walk(
        sought,
        hits -> {
          for (Hit hit : hits) {
            sink.take(hit.table().name(), told(hit), media(hit));
          }
        });
  }

  @Override
  public SortedMap<String, Long> count(Sought sought) throws Unavailable {
    var counts = new TreeMap<String, Long>();
    walk(sought, hits -> hits.forEach(hit -> counts.merge(hit.table().name(), 1L, Long::sum)));
    return counts;
  }

  @Override
  public SortedMap<String, Long> forget(Sought sought) throws Unavailable {
    var counts = new TreeMap<String, Long>();
    var leaving = new Leaving(tables, seal, sought);
    walk(
        sought,
        hits -> {
          int changed = write(link -> leaving.forget(link, hits.stream().map(this::left).toList()));
          if (changed > 0) {
            counts.merge(hits.getFirst().table().name(), (long) changed, Long::sum);
          }
        });
    return counts;
  }

  @Override
  public void begin(Leaver leaver) throws Unavailable {
    var row = leavers.row(leaver);
    var entry = new Entry(leaver.at(), Kind.FORGET, Optional.empty(), "", leaver.number());
    AuditStore.tell(
        write(
            link -> {
              LeaverTable.insert(link, row);
              return audit.append(link, entry);
            }));
  }

  @Override
  public List<Leaver> begun() throws Unavailable {
    return readers.read(leavers::all);
  }

  @Override
  public void end(Leaver leaver) throws Unavailable {
    write(link -> LeaverTable.delete(link, leaver));
  }

  private Leaving.Left left(Hit hit) {
    return new Leaving.Left(hit.table(), hit.row(), hit.opened());
  }

  private <T> T write(Work.Writing<T> writing) throws Unavailable {
    return writer.write(new Work.Alone<>(writing));
  }

  private void walk(Sought sought, Taking taking) throws Unavailable {
    var traces = new Traces(sought);
    var numbers = new HashSet<String>();
    for (SealedTable table : SealedTable.ALL) {
      var mark = "";
      boolean more = !OTHERS.contains(table.name());
      while (more) {
        var from = mark;
        var rows = readers.read(link -> table.behind(link, from, SLICE));
        var hits =
            rows.stream()
                .map(row -> hit(table, row))
                .filter(hit -> isIn(traces, hit, numbers))
                .toList();
        hits.forEach(hit -> numbers.add(hit.row().text("number")));
        numbers.remove("");
        if (!hits.isEmpty()) {
          taking.take(hits);
        }
        more = rows.size() == SLICE;
        mark = rows.isEmpty() ? "" : table.mark(rows.getLast());
      }
    }
  }

  /** The audit comes last, and tells of records by their numbers. */
  private static boolean isIn(Traces traces, Hit hit, Set<String> numbers) {
    var text = Traces.text(hit.opened());
    return traces.isIn(hit.row(), text)
        || (hit.table().name().equals("audit") && traces.isLook(text, numbers));
  }

  private Hit hit(SealedTable table, SealedTable.Row row) {
    var opened = new LinkedHashMap<String, String>();
    for (String column : table.sealed().keySet()) {
      opened.put(column, table.open(seal, row, column));
    }
    return new Hit(table, row, opened);
  }

  private static Map<String, Object> told(Hit hit) {
    var told = new LinkedHashMap<String, Object>();
    hit.row()
        .columns()
        .forEach(
            (name, value) ->
                told.put(
                    name, value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value));
    told.putAll(hit.opened());
    return told;
  }

  private static List<Media.Sent> media(Hit hit) {
    return RECORDS.contains(hit.table().name())
        ? Nameless.media(AnswersJson.read(hit.opened().getOrDefault("answers", "")))
        : List.of();
  }
}
