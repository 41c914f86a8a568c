package org.lanshao.store;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.FormId;
import org.lanshao.record.Revision;
import org.lanshao.turn.StationDays;
import org.lanshao.turn.Unavailable;

/** What is asked of stations' days, each on a connection that reads. */
final class StationDayStore implements StationDays {
  private final RevisionTable revisions;
  private final Readers readers;

  StationDayStore(RevisionTable revisions, Readers readers) {
    this.revisions = revisions;
    this.readers = readers;
  }

  @Override
  public Optional<Revision> told(FormId form, AreaCode station, LocalDate day) throws Unavailable {
    return readers.read(
        link -> {
          var record = StationDayTable.record(link, form, station, day);
          return record.isEmpty() ? Optional.empty() : revisions.standing(link, record.get());
        });
  }

  @Override
  public Set<AreaCode> stations(FormId form, LocalDate day) throws Unavailable {
    return readers.read(link -> StationDayTable.stations(link, form, day));
  }
}
