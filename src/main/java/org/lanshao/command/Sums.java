package org.lanshao.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.lanshao.count.Axis;
import org.lanshao.count.Cells;
import org.lanshao.count.Cut;
import org.lanshao.count.Entries;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.Measure;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * Counts with what other forms add to a measure: what stations summed by hand. It has neither
 * purposes nor kinds, so that it belongs to no answer: by answers it is in no row, and where only
 * some answers count it is left out.
 */
public final class Sums {
  private final Facts facts;
  private final Library library;

  /** What the forms of this library count, and add to each other. */
  public Sums(Facts facts, Library library) {
    this.facts = facts;
    this.library = library;
  }

  /** All of it, as one number or a table. */
  Cells count(Form form, Measure measure, Cut cut) throws Unavailable {
    var own = facts.count(cut);
    var more = added(form, measure, cut);
    return more.keysToNumber().isEmpty() ? own : sum(List.of(own, more));
  }

  /** What of it others add. */
  Cells added(Form form, Measure measure, Cut cut) throws Unavailable {
    var cells = new ArrayList<Cells>();
    for (Cut more : cuts(form, measure, cut)) {
      cells.add(facts.count(more));
    }
    return sum(cells);
  }

  /** What is asked of others to know what they add; nothing where they cannot add anything. */
  public List<Cut> cuts(Form form, Measure measure, Cut cut) {
    if (!cut.where().isEmpty() || cut.axes().stream().anyMatch(Axis.Answers.class::isInstance)) {
      return List.of();
    }
    var name = Entries.name(form, measure);
    var cuts = new ArrayList<Cut>();
    for (Form other : library.forms()) {
      for (Measure one : other.measures()) {
        if (one.into().filter(name::equals).isPresent()) {
          cuts.add(cut.of(Entries.name(other, one)));
        }
      }
    }
    return List.copyOf(cuts);
  }

  private static Cells sum(List<Cells> parts) {
    var sum = new HashMap<List<String>, Long>();
    parts.forEach(
        cells -> cells.keysToNumber().forEach((keys, n) -> sum.merge(keys, n, Long::sum)));
    return new Cells(sum);
  }
}
