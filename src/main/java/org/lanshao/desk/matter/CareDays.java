package org.lanshao.desk.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lanshao.desk.talk.Listening;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Until;
import org.lanshao.form.Value;
import org.lanshao.record.Matter;

/** By which day a matter is to be followed once a record took its last step, as forms say it. */
record CareDays(List<Form> forms) {
  /** By the day that the record names; empty when it names none. */
  static Optional<Matter.Care> named(Matter.Care care, Answers answers, Optional<Until> until) {
    return until
        .flatMap(one -> answers.get(one.question()))
        .filter(Value.Date.class::isInstance)
        .map(day -> Optional.of(((Value.Date) day).day()))
        .map(day -> care.until(day, until.map(Until::deadline).orElse(false)));
  }

  /** After the rhythm that people asked for, else the one of its state. */
  Optional<LocalDate> usual(Matter matter, LocalDate day) {
    var after =
        matter.care().every() > 0
            ? Optional.of(matter.care().every())
            : Listening.kind(forms, matter.letter())
                .flatMap(kind -> kind.state(matter.state()))
                .flatMap(state -> state.after(matter.steps().size() - 1));
    return after.map(day::plusDays);
  }
}
