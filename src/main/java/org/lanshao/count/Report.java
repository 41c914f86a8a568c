package org.lanshao.count;

import java.time.Instant;
import java.util.List;
import org.lanshao.directory.PersonId;
import org.lanshao.form.FormId;
import org.lanshao.reading.DayRange;

/**
 * Numbers as they were given to somebody: kept, so that they can be looked at again and compared
 * with what is counted later.
 *
 * @param number as people see it: R12
 * @param at when it was asked for
 * @param by who asked
 * @param title what it is called
 * @param forms whose records it tells of
 * @param scope whose records
 * @param range of which days
 * @param text what was said; private
 * @param inputs the numbers in it that records count
 */
public record Report(
    String number,
    Instant at,
    PersonId by,
    Kind kind,
    String title,
    List<FormId> forms,
    Scope scope,
    DayRange range,
    String text,
    List<Input> inputs) {
  /** Copies the lists. */
  public Report {
    forms = List.copyOf(forms);
    inputs = List.copyOf(inputs);
  }

  /** What it was asked for by. */
  public enum Kind {
    /** 汇总: sentences. */
    SUMMARY,
    /** 简报: a newsletter. */
    BULLETIN,
    /** 导出: a workbook. */
    EXPORT
  }

  /**
   * A number and what the store was asked for it.
   *
   * @param name by which people speak of it
   * @param cut one number: without sides
   */
  public record Input(String name, Cut cut, long number) {}

  /** Without what was said. */
  @Override
  public String toString() {
    return "Report[" + number + "]";
  }
}
