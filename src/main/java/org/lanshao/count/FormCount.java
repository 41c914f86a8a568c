package org.lanshao.count;

import java.util.List;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.Measure;
import org.lanshao.reading.DayRange;

/**
 * What of one form is counted.
 *
 * @param form whose records
 * @param measures the names of its measures; none: all that can be counted so
 * @param where what the records must have been answered, at most one condition for each question
 * @param by what the numbers are parted by, at most two: the rows and the columns of a table
 */
public record FormCount(
    FormId form, List<String> measures, List<Condition> where, List<Breakdown> by) {
  /** Copies the lists. */
  public FormCount {
    measures = List.copyOf(measures);
    where = List.copyOf(where);
    by = List.copyOf(by);
    if (by.size() > 2) {
      throw new IllegalArgumentException("a table has rows and columns only");
    }
  }

  /** All measures of a form, plainly. */
  public static FormCount all(FormId form) {
    return new FormCount(form, List.of(), List.of(), List.of());
  }

  /** The measures that are counted, in the order of the form. */
  public List<Measure> measures(Form of) {
    return of.counted().stream()
        .filter(measure -> measures.isEmpty() || measures.contains(measure.name()))
        .toList();
  }

  /** What the store is asked for one of them. */
  public Cut cut(Form of, Measure measure, Scope scope, DayRange range, List<Axis> axes) {
    boolean distinct = measure.amount() instanceof Measure.Amount.Distinct;
    return new Cut(Entries.name(of, measure), distinct, scope, range, where, axes);
  }
}
