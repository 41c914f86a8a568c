package org.lanshao.turn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.PersonId;
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

  /**
   * What was corrected, returned or withdrawn after a moment, the oldest first and each record's
   * own in their order.
   */
  List<Changed> revised(Instant after) throws Unavailable;

  /**
   * What was filed of a form for these days, or revised, after a moment, the oldest first and each
   * record's own in their order.
   */
  List<Changed> changed(FormId form, DayRange range, Instant after) throws Unavailable;

  /**
   * Something that became of a record.
   *
   * @param day for which it was filed
   * @param person who filed it
   * @param areas where it lies with this, and where it was filed
   * @param at when this became of it
   */
  record Changed(
      String number,
      FormId form,
      LocalDate day,
      PersonId person,
      List<AreaCode> areas,
      Revision.State state,
      Instant at) {
    /** Copies the list. */
    public Changed {
      areas = List.copyOf(areas);
    }

    /** Whether it is, or was, among these records. */
    public boolean isIn(Scope scope, Directory directory) {
      return switch (scope) {
        case Scope.ByPerson(PersonId own) -> person.equals(own);
        case Scope.InArea(AreaCode area) -> lies(area, directory);
        case Scope.InAreas(List<AreaCode> several) ->
            several.stream().anyMatch(area -> lies(area, directory));
      };
    }

    private boolean lies(AreaCode area, Directory directory) {
      return areas.stream().anyMatch(one -> directory.within(one, area));
    }
  }

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
