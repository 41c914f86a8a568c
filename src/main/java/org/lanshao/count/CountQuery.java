package org.lanshao.count;

import java.util.List;
import org.lanshao.form.FormId;
import org.lanshao.reading.DayRange;

/**
 * A count that somebody asks for.
 *
 * @param forms all measures of these forms, at least one form
 * @param scope whose records
 * @param range of which days
 */
public record CountQuery(List<FormId> forms, Scope scope, DayRange range) {
  /** Copies the list and refuses an empty one. */
  public CountQuery {
    forms = List.copyOf(forms);
    if (forms.isEmpty()) {
      throw new IllegalArgumentException("a count of no form");
    }
  }

  /** The same of other records. */
  public CountQuery in(Scope other) {
    return new CountQuery(forms, other, range);
  }

  /** The same of other days. */
  public CountQuery on(DayRange other) {
    return new CountQuery(forms, scope, other);
  }
}
