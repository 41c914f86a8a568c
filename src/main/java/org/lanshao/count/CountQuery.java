package org.lanshao.count;

import java.util.List;
import java.util.Optional;
import org.lanshao.form.FormId;
import org.lanshao.reading.DayRange;

/**
 * A count that somebody asks for, as a value: nothing in it needs to be looked up to count it.
 *
 * @param forms what of which forms, at least one
 * @param scope whose records
 * @param range of which days
 * @param comparison with which days before
 * @param ranked whether the parts stand in the order of their numbers, the largest first
 * @param occasion what these days are called; empty where they have no name
 */
public record CountQuery(
    List<FormCount> forms,
    Scope scope,
    DayRange range,
    Comparison comparison,
    boolean ranked,
    Optional<String> occasion) {
  /** Copies the list and refuses an empty one. */
  public CountQuery {
    forms = List.copyOf(forms);
    if (forms.isEmpty()) {
      throw new IllegalArgumentException("a count of no form");
    }
  }

  /** All measures of these forms, neither parted nor compared. */
  public static CountQuery of(List<FormId> forms, Scope scope, DayRange range) {
    var all = forms.stream().map(FormCount::all).toList();
    return new CountQuery(all, scope, range, Comparison.NONE, false, Optional.empty());
  }

  /** The same of other records. */
  public CountQuery in(Scope other) {
    return new CountQuery(forms, other, range, comparison, ranked, occasion);
  }

  /** The same of other days. */
  public CountQuery on(DayRange other) {
    return new CountQuery(forms, scope, other, comparison, ranked, Optional.empty());
  }

  /** What is counted of a form; empty when nothing is. */
  public Optional<FormCount> of(FormId form) {
    return forms.stream().filter(part -> part.form().equals(form)).findFirst();
  }
}
