package org.lanshao.count;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
 * @param inputs the numbers in it that records and matters count, those of records first
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
    inputs = inputs.stream().sorted(Comparator.comparing(Input::isOfMatters)).toList();
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
   * @param source what is asked
   */
  public record Input(String name, Source source, long number) {
    /** A number of records. */
    public Input(String name, Cut cut, long number) {
      this(name, new Source.OfRecords(cut), number);
    }

    /** Whether matters are counted. */
    public boolean isOfMatters() {
      return source instanceof Source.OfMatters;
    }
  }

  /** The same with these numbers too. */
  public Report with(List<Input> more) {
    var all = Stream.concat(inputs.stream(), more.stream()).toList();
    return new Report(number, at, by, kind, title, forms, scope, range, text, all);
  }

  /** Without what was said. */
  @Override
  public String toString() {
    return "Report[" + number + "]";
  }
}
