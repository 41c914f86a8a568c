package org.lanshao.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Value;

/**
 * Something that lives on after the record that opened it: a hazard until it is fixed, a household
 * until it is home. How it stands follows from the steps that records take; a record that is
 * corrected or withdrawn takes another step or none, and the matter stands as if it always had.
 *
 * @param number as people see it: H23
 * @param opener the number of the record that opened it; its own number where that record bears it
 * @param person who filed that record
 * @param area where the matter lies: the area of that record
 * @param day the local day on which that record was filed
 * @param what what it is about; private
 * @param steps of the records that opened and followed it, each record once, in their order
 * @param version 1 when it was opened, then one more each time a record changed it
 * @param made what made this version
 */
public record Matter(
    String number,
    String opener,
    PersonId person,
    AreaCode area,
    LocalDate day,
    What what,
    List<Step> steps,
    int version,
    Made made) {
  /** Copies the steps. */
  public Matter {
    steps = List.copyOf(steps);
  }

  /**
   * What a matter is about; private.
   *
   * @param place where it is
   * @param name whom it concerns; empty if nobody
   * @param about as people read it
   */
  public record What(Value.Place place, String name, String about) {
    /** Without what it says. */
    @Override
    public String toString() {
      return "What";
    }
  }

  /**
   * What one record does to a matter.
   *
   * @param record its number
   * @param state in which the matter is then; empty text leaves it as it is
   * @param done whether nothing is left to do in that state
   * @param amount of the first step how much the matter is about, of a later one how much it takes
   *     away; the state of a step that takes away is reached when nothing is left
   */
  public record Step(String record, String state, boolean done, long amount) {}

  /** By which record, whom and when a version was made, and the local day of that. */
  public record Made(String record, PersonId by, Instant at, LocalDate day) {}

  /** A matter that a record just opened. */
  public static Matter open(String number, Submission record, What what, Step step, Made made) {
    return new Matter(
        number,
        record.number(),
        record.person(),
        record.area(),
        record.day(),
        what,
        List.of(step),
        1,
        made);
  }

  /** The letter of its number. */
  public String letter() {
    return number.substring(0, 1);
  }

  /** The step that it stands in; empty when the record that opened it does not open it any more. */
  public Optional<Step> standing() {
    if (steps.isEmpty() || !steps.getFirst().record().equals(opener)) {
      return Optional.empty();
    }
    var standing = steps.getFirst();
    long left = standing.amount();
    for (Step step : steps.subList(1, steps.size())) {
      left -= step.amount();
      boolean reached = step.amount() == 0 || left <= 0;
      standing = reached && !step.state().isEmpty() ? step : standing;
    }
    return Optional.of(standing);
  }

  /** The id of the state that it is in; empty text when it is not any more. */
  public String state() {
    return standing().map(Step::state).orElse("");
  }

  /** Whether something is left to do. */
  public boolean isOpen() {
    return standing().filter(step -> !step.done()).isPresent();
  }

  /** How much of its amount is left; 0 when it is not open, or has none. */
  public long left() {
    long taken = steps.stream().skip(1).mapToLong(Step::amount).sum();
    return isOpen() ? Math.max(0, steps.getFirst().amount() - taken) : 0;
  }

  /** The step of a record; empty when it takes none. */
  public Optional<Step> step(String record) {
    return steps.stream().filter(step -> step.record().equals(record)).findFirst();
  }

  /** As it stands without what a record does. */
  public Matter without(String record) {
    return with(steps.stream().filter(step -> !step.record().equals(record)).toList(), what, area);
  }

  /** As it stands with this step, in the place of the record's earlier one or last. */
  public Matter with(Step step) {
    var next = new ArrayList<>(steps);
    int at = next.indexOf(step(step.record()).orElse(step));
    if (at >= 0) {
      next.set(at, step);
    } else if (step.record().equals(opener)) {
      next.addFirst(step);
    } else {
      next.add(step);
    }
    return with(next, what, area);
  }

  /** The same, about something else, in another area. */
  public Matter about(What other, AreaCode otherArea) {
    return with(steps, other, otherArea);
  }

  private Matter with(List<Step> next, What other, AreaCode otherArea) {
    return new Matter(number, opener, person, otherArea, day, other, next, version, made);
  }

  /** The version after this one. */
  public Matter next(Made now) {
    return new Matter(number, opener, person, area, day, what, steps, version + 1, now);
  }

  /** As an answer that names it. */
  public Value.Matter value() {
    return new Value.Matter(number, what.place(), what.name(), what.about());
  }

  /** Without what it is about. */
  @Override
  public String toString() {
    return "Matter[" + number + " " + version + " " + state() + "]";
  }
}
