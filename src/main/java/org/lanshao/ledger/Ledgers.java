package org.lanshao.ledger;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lanshao.count.Scope;
import org.lanshao.form.Form;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Revision;
import org.lanshao.turn.Records;
import org.lanshao.turn.Records.Mark;
import org.lanshao.turn.Unavailable;

/** Fills books with records. */
public final class Ledgers {
  private Ledgers() {}

  /** Writes what stands of these forms, a sheet each, and leaves closing the book to the caller. */
  public static void fill(
      LedgerBook book, List<Form> forms, Scope scope, DayRange range, Records records)
      throws IOException, Unavailable {
    for (Form form : forms) {
      book.begin(form);
      Optional<Mark> mark = Optional.empty();
      do {
        var page = records.page(form.id(), scope, range, mark);
        for (Revision record : page.records()) {
          book.add(record);
        }
        mark = page.next();
      } while (mark.isPresent());
    }
  }
}
