package org.lanshao.desk.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.form.Follows;
import org.lanshao.form.Form;
import org.lanshao.form.Until;
import org.lanshao.form.Value;
import org.lanshao.reading.Practice;
import org.lanshao.record.Matter;
import org.lanshao.record.Submission;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;
import org.lanshao.turn.UncaredMatters;

/**
 * Gives matters a day that were opened before there were days, as if their last step were taken
 * with the forms of today. Done at each start: it finds nothing the next time.
 */
public final class CareBackfill {
  private static final int AT_ONCE = 200;

  private final Facts facts;
  private final UncaredMatters uncared;
  private final List<Form> forms;

  /** By these forms. */
  public CareBackfill(Facts facts, UncaredMatters uncared, List<Form> forms) {
    this.facts = facts;
    this.uncared = uncared;
    this.forms = List.copyOf(forms);
  }

  /** Cares for all of them; returns how many there were. */
  public int run() throws Unavailable {
    int done = 0;
    for (var some = uncared.some(AT_ONCE); !some.isEmpty(); some = uncared.some(AT_ONCE)) {
      var cared = new ArrayList<Matter>();
      for (Matter matter : some) {
        cared.add(matter.with(care(matter)));
      }
      uncared.care(cared);
      done += cared.size();
    }
    return done;
  }

  /** Without a day where the record is there no more: it stays with who opened it. */
  private Matter.Care care(Matter matter) throws Unavailable {
    var last = facts.record(matter.steps().getLast().record());
    if (last.isEmpty()) {
      return matter.care();
    }
    var record = last.get().record();
    return CareDays.named(matter.care(), record.answers(), until(matter, record))
        .orElseGet(
            () -> matter.care().until(new CareDays(forms).usual(matter, record.day()), false));
  }

  private Optional<Until> until(Matter matter, Submission record) {
    var form = forms.stream().filter(one -> one.id().equals(record.form())).findFirst();
    return record.number().equals(matter.opener())
        ? form.stream()
            .flatMap(one -> one.matters().opened(record.answers()).stream())
            .filter(line -> line.letter().equals(Practice.letter(matter.letter())))
            .flatMap(line -> line.until().stream())
            .findFirst()
        : form.stream()
            .flatMap(one -> one.matters().followed(record.answers()).stream())
            .filter(line -> isNamed(matter, line, record))
            .flatMap(line -> line.until().stream())
            .findFirst();
  }

  private static boolean isNamed(Matter matter, Follows line, Submission record) {
    return record.answers().get(line.question()).orElseThrow() instanceof Value.Matter named
        && named.number().equals(matter.number());
  }
}
