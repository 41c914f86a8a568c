package org.lanshao.turn;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.count.Scope;
import org.lanshao.form.FormId;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Revision;

/** The port through which many records are read, page by page. Methods block. */
public interface Records {
  /**
   * Records of a form as they stand, by day and in the order in which they were filed; those that
   * were withdrawn are left out. All pages together hold each record once that stood there before
   * the first.
   *
   * @param after where the page before ended; empty for the first page
   */
  Page page(FormId form, Scope scope, DayRange range, Optional<Mark> after) throws Unavailable;

  /** Where a page ended. */
  record Mark(LocalDate day, UUID id) {}

  /**
   * Some records.
   *
   * @param records may be none even where more follow
   * @param next where the next page begins; empty when this is the last
   */
  record Page(List<Revision> records, Optional<Mark> next) {
    /** Copies the list. */
    public Page {
      records = List.copyOf(records);
    }
  }
}
