package org.lanshao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.FormId;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Revision;
import org.lanshao.turn.Records;
import org.lanshao.turn.Unavailable;

/** Many records, page by page. */
final class RecordStore implements Records {
  /** Rows of a page: few enough to be held, enough that a page is worth a query. */
  private static final int ROWS = 1000;

  private final RevisionTable revisions;
  private final Readers readers;
  private final Function<AreaCode, List<AreaCode>> within;

  RecordStore(RevisionTable revisions, Readers readers, Function<AreaCode, List<AreaCode>> within) {
    this.revisions = revisions;
    this.readers = readers;
    this.within = within;
  }

  @Override
  public Page page(FormId form, Scope scope, DayRange range, Optional<Mark> after)
      throws Unavailable {
    return readers.read(link -> page(link, form, scope, range, after));
  }

  @Override
  public List<Changed> revised(Instant after) throws Unavailable {
    return readers.read(link -> RevisionTable.revised(link, after));
  }

  @Override
  public List<Changed> changed(FormId form, DayRange range, Instant after) throws Unavailable {
    return readers.read(link -> RevisionTable.changed(link, form, range, after));
  }

  private Page page(Link link, FormId form, Scope scope, DayRange range, Optional<Mark> after)
      throws SQLException {
    var records = new ArrayList<Revision>();
    Optional<Mark> last = Optional.empty();
    int count = 0;
    try (var rows = rows(link, form, range, after)) {
      while (rows.next()) {
        count++;
        last = Optional.of(new Mark(Days.day(rows.getInt(8)), Uuids.read(rows.getBytes(1))));
        if (isIn(scope, rows)) {
          var record = revisions.read(rows);
          if (record.state() != Revision.State.WITHDRAWN) {
            records.add(record);
          }
        }
      }
    }
    return new Page(records, count < ROWS ? Optional.empty() : last);
  }

  private static ResultSet rows(Link link, FormId form, DayRange range, Optional<Mark> after)
      throws SQLException {
    int first = after.map(mark -> Days.number(mark.day())).orElse(Days.number(range.first()));
    UUID id = after.map(Mark::id).orElse(new UUID(0, 0));
    return link.prepare(
            RevisionTable.PAGE,
            form.text(),
            first,
            Days.number(range.last()),
            first,
            Uuids.bytes(id),
            ROWS)
        .executeQuery();
  }

  /** Looked at before anything is opened: what is out of sight stays sealed. */
  private boolean isIn(Scope scope, ResultSet rows) throws SQLException {
    return switch (scope) {
      case Scope.InArea(AreaCode wanted) -> path(rows).contains(wanted);
      case Scope.InAreas(List<AreaCode> wanted) -> path(rows).stream().anyMatch(wanted::contains);
      case Scope.ByPerson(PersonId person) -> person.text().equals(rows.getString(5));
    };
  }

  /** Where it counts: its area and what this one lay in then; now, where it counts nothing. */
  private List<AreaCode> path(ResultSet rows) throws SQLException {
    var counted = rows.getString(17);
    if (counted != null) {
      return EntryTable.codes(counted).map(AreaCode::new).toList();
    }
    boolean revised = rows.getInt(10) > 1;
    return within.apply(new AreaCode(rows.getString(revised ? 13 : 6)));
  }
}
