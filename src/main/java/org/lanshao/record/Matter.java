package org.lanshao.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Value;
import org.lanshao.reading.RecordNumber;

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
 * @param care in whose hands it is, and when it is to be followed
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
    Made made,
    Care care) {
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
   * @param kinds the options that tell of which kind it is; none where nobody said
   */
  public record What(Value.Place place, String name, String about, List<String> kinds) {
    /** Copies the list. */
    public What {
      kinds = List.copyOf(kinds);
    }

    /** Of no kind. */
    public What(Value.Place place, String name, String about) {
      this(place, name, about, List.of());
    }

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

  /**
   * By which record, whom and when a version was made, and the local day of that; by no record when
   * somebody changed its care.
   */
  public record Made(String record, PersonId by, Instant at, LocalDate day) {}

  /**
   * In whose hands a matter is, and when it is to be followed.
   *
   * @param owner who sees to it: who opened it, or whoever it was handed to
   * @param every so many days after each step it is to be followed, when people said so; 0: as its
   *     form says
   * @param due by the end of which day it is to be followed or done; empty when it need not be
   * @param deadline whether that day was named as the last one: then it stays when a step says
   *     nothing of it
   */
  public record Care(PersonId owner, int every, Optional<LocalDate> due, boolean deadline) {
    /** In the hands of who opened it, and not to be followed by any day. */
    public static Care of(PersonId owner) {
      return new Care(owner, 0, Optional.empty(), false);
    }

    /** The same, to be followed by this day. */
    public Care until(Optional<LocalDate> day, boolean last) {
      return new Care(owner, every, day, last);
    }

    /** The same, to be followed every so many days, next on this day; a deadline stays. */
    public Care every(int days, LocalDate next) {
      return new Care(owner, days, deadline ? due : Optional.of(next), deadline);
    }

    /** The same, in these hands. */
    public Care to(PersonId other) {
      return new Care(other, every, due, deadline);
    }
  }

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
        made,
        Care.of(record.person()));
  }

  /**
   * What its number begins with: one or two letters, with the mark of practice where it is
   * practice.
   */
  public String letter() {
    return RecordNumber.letters(number);
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
    return new Matter(number, opener, person, otherArea, day, other, next, version, made, care);
  }

  /** The same, cared for so. */
  public Matter with(Care other) {
    return new Matter(number, opener, person, area, day, what, steps, version, made, other);
  }

  /** How many days its day lies back; none while it is not past, or nothing is left to do. */
  public long overdue(LocalDate today) {
    return care.due()
        .filter(day -> isOpen() && day.isBefore(today))
        .map(day -> ChronoUnit.DAYS.between(day, today))
        .orElse(0L);
  }

  /** The version after this one. */
  public Matter next(Made now) {
    return new Matter(number, opener, person, area, day, what, steps, version + 1, now, care);
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
