package org.lanshao.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanshao.directory.PersonId;
import org.lanshao.form.FormId;
import org.lanshao.reading.DayRange;
import org.lanshao.register.FileNumber;
import org.lanshao.register.RegisterChange;
import org.lanshao.register.RegisterEdit;
import org.lanshao.turn.NewRegisterChange;
import org.lanshao.turn.RegisterFacts;
import org.lanshao.turn.Staging;
import org.lanshao.turn.Unavailable;

/** The register, through the store's writer and readers. */
final class RegisterStore implements RegisterFacts, Staging<RegisterEdit, NewRegisterChange> {
  /** So many rows are cleared away at once: turns wait for them. */
  private static final int SLICE = 500;

  private static final String MET =
      "SELECT DISTINCT household FROM household_met WHERE form = ? AND day BETWEEN ? AND ?";
  private static final String LAST_MET =
      "SELECT household, MAX(day) FROM household_met WHERE form = ? AND day <= ?"
          + " GROUP BY household";
  private static final String MET_BY =
      "SELECT DISTINCT m.household FROM submission s JOIN household_met m ON m.record = s.id"
          + " WHERE s.person = ? AND s.form = ?";

  private final RegisterTable table;
  private final Writer writer;
  private final Readers readers;

  RegisterStore(RegisterTable table, Writer writer, Readers readers) {
    this.table = table;
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public Optional<RegisterChange> since(long version) throws Unavailable {
    return readers.read(link -> table.since(link, version));
  }

  @Override
  public List<Kept> history(FileNumber number) throws Unavailable {
    return readers.read(link -> table.history(link, number));
  }

  @Override
  public Map<FileNumber, List<Kept>> changed(Instant from, Instant end) throws Unavailable {
    return readers.read(link -> table.changed(link, from, end));
  }

  @Override
  public Set<FileNumber> met(FormId form, DayRange range) throws Unavailable {
    long first = Days.number(range.first());
    long last = Days.number(range.last());
    return readers.read(link -> numbers(link, MET, form.text(), first, last));
  }

  @Override
  public Set<FileNumber> metBy(FormId form, PersonId person) throws Unavailable {
    return readers.read(link -> numbers(link, MET_BY, person.text(), form.text()));
  }

  private static Set<FileNumber> numbers(Link link, String sql, Object... values)
      throws SQLException {
    var met = new HashSet<FileNumber>();
    try (var rows = link.prepare(sql, values).executeQuery()) {
      while (rows.next()) {
        met.add(new FileNumber(rows.getString(1)));
      }
    }
    return met;
  }

  @Override
  public Map<FileNumber, LocalDate> lastMet(FormId form, LocalDate until) throws Unavailable {
    long day = Days.number(until);
    return readers.read(
        link -> {
          var last = new HashMap<FileNumber, LocalDate>();
          try (var rows = link.prepare(LAST_MET, form.text(), day).executeQuery()) {
            while (rows.next()) {
              last.put(new FileNumber(rows.getString(1)), Days.day(rows.getInt(2)));
            }
          }
          return last;
        });
  }

  @Override
  public void layOut(UUID batch, List<RegisterEdit> slice) throws Unavailable {
    var rows = table.edits(batch, slice);
    write(
        link -> {
          table.insert(link, rows);
          return rows.size();
        });
  }

  @Override
  public boolean takeIn(NewRegisterChange change, long edits) throws Unavailable {
    var row = table.rows(change).change();
    long since = change.change().version() - 1;
    return write(link -> table.takeIn(link, row, since, edits));
  }

  @Override
  public void clear(UUID batch) throws Unavailable {
    clear(Uuids.bytes(batch), Uuids.bytes(batch));
  }

  @Override
  public void clearAway(Instant before) throws Unavailable {
    clear(new byte[0], Uuids.bytes(Uuids.first(before)));
  }

  private void clear(byte[] first, byte[] last) throws Unavailable {
    for (var rows = forgotten(first, last); !rows.isEmpty(); rows = forgotten(first, last)) {
      var slice = rows;
      write(
          link -> {
            RegisterTable.clear(link, slice);
            return slice.size();
          });
    }
  }

  /** Looked for before anything is written: turns need not wait for that. */
  private List<Object[]> forgotten(byte[] first, byte[] last) throws Unavailable {
    return readers.read(link -> RegisterTable.forgotten(link, first, last, SLICE));
  }

  private <T> T write(Work.Writing<T> writing) throws Unavailable {
    return writer.write(new Work.Alone<>(writing));
  }
}
