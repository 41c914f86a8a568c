package org.lanshao.command;

import org.lanshao.count.CountQuery;
import org.lanshao.count.Entries;
import org.lanshao.form.Form;
import org.lanshao.form.Measure;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** The number of a measure. */
final class Measured {
  private Measured() {}

  /** Of this form, in the scope and range of the query. */
  static long number(Facts facts, Form form, Measure measure, CountQuery query) throws Unavailable {
    var name = Entries.name(form, measure);
    return switch (measure.amount()) {
      case Measure.Amount.Add add -> facts.sum(name, query.scope(), query.range());
      case Measure.Amount.Distinct distinct -> facts.distinct(name, query.scope(), query.range());
    };
  }
}
