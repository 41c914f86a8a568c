package org.lanshao.command;

import java.time.LocalDate;
import java.util.List;
import org.lanshao.count.Axis;
import org.lanshao.count.CountQuery;
import org.lanshao.count.Cut;
import org.lanshao.count.FormCount;
import org.lanshao.form.Form;
import org.lanshao.form.Measure;
import org.lanshao.message.Chat;

/** One form's part of a count, with all that is needed to ask for it and to tell it. */
record Asked(Form form, FormCount count, CountQuery query, LocalDate today, Chat chat) {
  /** The measures that were asked for, in the order of the form. */
  List<Measure> measures() {
    return count.measures(form);
  }

  /** Whether all records of the form count. */
  boolean isOfAll() {
    return count.where().isEmpty();
  }

  /** Whether all records of the form count, as one number for each measure. */
  boolean isPlain() {
    return isOfAll() && count.by().isEmpty();
  }

  /** What the store is asked for a measure and the sides of a table. */
  Cut cut(Measure measure, List<Axis> axes) {
    return count.cut(form, measure, query.scope(), query.range(), axes);
  }

  /** A number as this chat may see it: in groups, of a few of some kind of people only that. */
  String shown(Measure measure, long number) {
    boolean kind = !count.where().isEmpty() || MeasureLabel.of(measure).kind().isPresent();
    return shown(number, kind);
  }

  /** A number as this chat may see it; {@code category}: of some kind of people. */
  String shown(long number, boolean category) {
    return Few.shown(number, category, chat, Long.toString(number));
  }
}
