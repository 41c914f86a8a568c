package org.lanshao.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lanshao.count.Axis;
import org.lanshao.count.Cells;
import org.lanshao.count.Condition;
import org.lanshao.count.Cut;
import org.lanshao.count.Entries;
import org.lanshao.count.Scope;
import org.lanshao.count.Total;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.Measure;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.reading.DayRange;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * Counts with what other forms add to a measure: what stations summed by hand, what visits tell of.
 * By the answers of a question it counts where the form that adds is counted by the same question,
 * as by the purpose of visits; by others it is in no row, and where only some of those answers
 * count it is left out.
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
  public Cells count(Form form, Measure measure, Cut cut) throws Unavailable {
    var own = facts.count(cut);
    var more = added(form, measure, cut);
    return more.keysToNumber().isEmpty() ? own : sum(List.of(own, more));
  }

  /** What of it others add. */
  private Cells added(Form form, Measure measure, Cut cut) throws Unavailable {
    var cells = new ArrayList<Cells>();
    for (Cut more : cuts(form, measure, cut)) {
      cells.add(facts.count(more));
    }
    return sum(cells);
  }

  /** What is asked of others to know what they add; nothing where they cannot add anything. */
  public List<Cut> cuts(Form form, Measure measure, Cut cut) {
    return additions(form, measure, cut).stream().map(Addition::cut).toList();
  }

  /**
   * What another form adds.
   *
   * @param cut what is asked to know how much
   */
  public record Addition(Form by, Cut cut) {}

  /** As {@link #cuts}, each with the form that adds. */
  public List<Addition> additions(Form form, Measure measure, Cut cut) {
    var name = Entries.name(form, measure);
    var additions = new ArrayList<Addition>();
    for (Form other : library.forms()) {
      for (Measure one : other.measures()) {
        if (one.into().filter(name::equals).isPresent() && one.by().containsAll(answered(cut))) {
          additions.add(new Addition(other, cut.of(Entries.name(other, one))));
        }
      }
    }
    return List.copyOf(additions);
  }

  /**
   * How much of these measures other forms add, by form; those that add nothing are left out.
   *
   * @param cuts what is asked for each measure, as one number
   */
  public Map<Form, List<Total>> added(Form form, Map<Measure, Cut> cuts) throws Unavailable {
    var added = new LinkedHashMap<Form, List<Total>>();
    for (var asked : cuts.entrySet()) {
      for (Addition part : additions(form, asked.getKey(), asked.getValue())) {
        long number = facts.count(part.cut()).number();
        if (number != 0) {
          added
              .computeIfAbsent(part.by(), unseen -> new ArrayList<>())
              .add(new Total(asked.getKey(), number));
        }
      }
    }
    return added;
  }

  /**
   * What others add to a measure at none of the places of a cut. Where a record of theirs can be at
   * several places that is known only when none is at any; else 0.
   */
  public long apart(Form form, Measure measure, Cut cut) throws Unavailable {
    long apart = 0;
    for (Addition whole : additions(form, measure, cut.total())) {
      long placed = 0;
      for (Addition part : additions(form, measure, cut)) {
        if (part.cut().measure().equals(whole.cut().measure())) {
          placed += sum(facts.count(part.cut()));
        }
      }
      boolean several = answered(cut).stream().anyMatch(asked -> overlaps(whole.by(), asked));
      apart += several && placed != 0 ? 0 : facts.count(whole.cut()).number() - placed;
    }
    return apart;
  }

  private static long sum(Cells cells) {
    return cells.keysToNumber().values().stream().mapToLong(Long::longValue).sum();
  }

  private static boolean overlaps(Form form, QuestionId question) {
    return form.question(question).filter(q -> q.type() instanceof Type.Choices).isPresent();
  }

  /** The questions whose answers matter. */
  private static List<QuestionId> answered(Cut cut) {
    return Stream.concat(
            cut.where().stream().map(Condition::question),
            cut.axes().stream()
                .flatMap(
                    a -> a instanceof Axis.Answers one ? Stream.of(one.question()) : Stream.of()))
        .toList();
  }

  /**
   * The whole of a measure.
   *
   * @param name such as {@code visit.household_visits}; 0 when no form counts it
   */
  public long total(String name, Scope scope, DayRange range) throws Unavailable {
    for (Form form : library.forms()) {
      for (Measure measure : form.counted()) {
        if (Entries.name(form, measure).equals(name)) {
          boolean distinct = measure.amount() instanceof Measure.Amount.Distinct;
          var cut = distinct ? Cut.distinct(name, scope, range) : Cut.sum(name, scope, range);
          return count(form, measure, cut).number();
        }
      }
    }
    return 0;
  }

  private static Cells sum(List<Cells> parts) {
    var sum = new HashMap<List<String>, Long>();
    parts.forEach(
        cells -> cells.keysToNumber().forEach((keys, n) -> sum.merge(keys, n, Long::sum)));
    return new Cells(sum);
  }
}
