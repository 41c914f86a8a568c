package org.lanshao.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.directory.PersonId;

/**
 * An emergency, from the first words to its end. What a state allows is a method of it; what it
 * does not allow has none.
 *
 * <pre>
 * Asked ──raised──▶ Open ──taken──▶ Taken ──终报 or 结案──▶ Resolved ──the other──▶ Closed
 *   └──dismissed──▶ Closed ◀──误报── (any of them)          Closed ──reopened──▶ Open
 * </pre>
 *
 * Only taking over ends the climb. Every state but {@link Closed} has a next due time.
 */
public sealed interface Alert {
  /** What every state has. */
  Core core();

  /** As people see it: E7. */
  default String number() {
    return core().begun().number();
  }

  /** When something is due next; empty for one that is closed, and for no other. */
  default Optional<Instant> due() {
    return core().clocks().first();
  }

  /** One that is not closed and not only asked about. */
  sealed interface Running extends Alert permits Open, Taken, Resolved {
    /** The same with this core. */
    Running with(Core core);

    /** Who has taken over so far. */
    List<PersonId> takers();

    /** This is known now. */
    Running learned(Known known, Instant at);

    /** It was none. */
    default Closed withdrawn() {
      return new Closed(core().with(Clocks.NONE), takers(), End.FALSE_ALARM);
    }

    /** A reminder was given that is not given again. */
    default Running reminded(Due due) {
      return with(core().without(due));
    }
  }

  /** Words of danger were said, and it is asked whether they are meant. */
  record Asked(Core core) implements Alert {
    /** One that has an end. */
    public Asked {
      required(core, Due.ASK);
    }

    /** It is one: it climbs at once. */
    public Open raised(Certainty certainty, Instant at) {
      return Open.climbing(core.without(Due.ASK).with(certainty), List.of(), at);
    }

    /** It is none. */
    public Closed dismissed() {
      return new Closed(core.with(Clocks.NONE), List.of(), End.DISMISSED);
    }

    /** More was said before there was an answer. */
    public Asked learned(Known known, Instant at) {
      return new Asked(core.learned(known, at).without(Due.SILENT));
    }
  }

  /**
   * It climbs.
   *
   * @param takers those who have taken over, of several that are needed
   * @param start since when it climbs
   * @param step the next wave, from 0
   */
  record Open(Core core, List<PersonId> takers, Instant start, int step) implements Running {
    /** One that climbs on. */
    public Open {
      takers = List.copyOf(takers);
      required(core, Due.CLIMB);
    }

    /** One whose first wave is due at this moment. */
    static Open climbing(Core core, List<PersonId> takers, Instant at) {
      var clocks =
          core.clocks()
              .with(Due.CLIMB, at)
              .with(Due.CALL, at.plus(core.times().call()))
              .without(Due.FOLLOW_UP, Due.LAST, Due.CHECK);
      return new Open(core.with(clocks).learned(core.known(), at), takers, at, 0);
    }

    @Override
    public Open with(Core next) {
      return new Open(next, takers, start, step);
    }

    /** This is known now; in another town than was thought it begins its climb anew. */
    @Override
    public Open learned(Known known, Instant at) {
      var next = core.learned(known, at);
      boolean moved = !known.area().equals(core.known().area());
      return moved ? new Open(next.with(Due.CLIMB, at), takers, at, 0) : with(next);
    }

    /** A wave went out. */
    public Open climbed(AlertEvent.Climbed wave) {
      Instant at = wave.by().at();
      var plan = core.begun().plan();
      int next = wave.step() + 1;
      Instant usual =
          next < plan.waves().size()
              ? later(start.plus(plan.wave(next).after()), at)
              : at.plus(plan.repeat());
      boolean atOnce = wave.hole() && next < plan.waves().size();
      var clocks =
          core.clocks()
              .with(Due.CLIMB, atOnce ? at : usual)
              .with(Due.CHECK, at.plus(core.times().check()));
      return new Open(core.telling(wave).with(clocks), takers, start, next);
    }

    /** It was looked after the last wave; one that reached nobody brings the next one on. */
    public Open checked(boolean hole, Instant at) {
      var clocks = core.clocks().without(Due.CHECK);
      boolean more = step < core.begun().plan().waves().size();
      return with(core.with(hole && more ? clocks.notAfter(Due.CLIMB, at) : clocks));
    }

    /** Somebody takes over; when they are enough it climbs no more. */
    public Running taken(PersonId by, Instant at) {
      var now = joined(takers, by);
      if (now.size() < core.begun().plan().needs()) {
        return new Open(core, now, start, step);
      }
      var clocks =
          core.clocks()
              .without(Due.CLIMB, Due.CHECK, Due.CALL)
              .with(Due.FOLLOW_UP, at.plus(core.times().first()));
      return new Taken(core.with(clocks), now);
    }

    /** There was a further report before anybody took over: it climbs on. */
    public Open reported() {
      return with(core.reported());
    }

    private static Instant later(Instant one, Instant other) {
      return one.isBefore(other) ? other : one;
    }
  }

  /** Somebody has taken over. */
  record Taken(Core core, List<PersonId> takers) implements Running {
    /** One whose next report is due some time. */
    public Taken {
      takers = List.copyOf(takers);
      required(core, Due.FOLLOW_UP);
    }

    @Override
    public Taken with(Core next) {
      return new Taken(next, takers);
    }

    @Override
    public Taken learned(Known known, Instant at) {
      return with(core.learned(known, at));
    }

    /** Somebody else takes over as well. */
    public Taken taken(PersonId by) {
      return new Taken(core, joined(takers, by));
    }

    /** There was a further report: the next one is due later. */
    public Taken reported(Instant at) {
      return with(core.reported().with(Due.FOLLOW_UP, at.plus(core.times().follow())));
    }

    /** A report is late, and those who should give it were told; they will be again. */
    public Taken late(Instant at) {
      return with(core.with(Due.FOLLOW_UP, at.plus(core.times().remind())));
    }

    /** The final report is there; the reason for closing is not yet. */
    public Resolved finallyReported(Instant at) {
      return new Resolved(Resolved.last(core.reported(), at), takers, Lack.REASON);
    }

    /** The reason for closing is there; the final report is not yet. */
    public Resolved settled(Instant at) {
      return new Resolved(Resolved.last(core, at), takers, Lack.FINAL_REPORT);
    }
  }

  /** What a resolved alert still lacks. */
  enum Lack {
    /** The final report (终报). */
    FINAL_REPORT,
    /** The reason for closing (结案). */
    REASON
  }

  /** The danger is over. */
  record Resolved(Core core, List<PersonId> takers, Lack lack) implements Running {
    /** One that has an end. */
    public Resolved {
      takers = List.copyOf(takers);
      required(core, Due.LAST);
    }

    static Core last(Core core, Instant at) {
      return core.without(Due.FOLLOW_UP, Due.SILENT).with(Due.LAST, at.plus(core.times().last()));
    }

    @Override
    public Resolved with(Core next) {
      return new Resolved(next, takers, lack);
    }

    @Override
    public Resolved learned(Known known, Instant at) {
      return with(core.learned(known, at).without(Due.SILENT));
    }

    /** What it lacks is late, and those who should give it were told; they will be again. */
    public Resolved late(Instant at) {
      return with(core.with(Due.LAST, at.plus(core.times().last())));
    }

    /** There was a further report. */
    public Resolved reported() {
      return with(core.reported());
    }

    /** What it lacked is there. */
    public Closed closed() {
      return new Closed(core.with(Clocks.NONE), takers, End.SETTLED);
    }

    /** It is not over after all. */
    public Open reopened(Instant at) {
      return Open.climbing(core.without(Due.LAST), List.of(), at);
    }
  }

  /** How an alert ended. */
  enum End {
    /** With its final report and a reason. */
    SETTLED,
    /** It was none (误报). */
    FALSE_ALARM,
    /** Its words of danger were not meant. */
    DISMISSED
  }

  /** It is over; nothing is due. */
  record Closed(Core core, List<PersonId> takers, End end) implements Alert {
    /** One that nothing is due for. */
    public Closed {
      takers = List.copyOf(takers);
      if (core.clocks().first().isPresent()) {
        throw new IllegalArgumentException("a closed alert has something due");
      }
    }

    /** It is not over after all: it climbs from its first wave. */
    public Open reopened(Instant at) {
      return Open.climbing(core, List.of(), at);
    }
  }

  private static void required(Core core, Due due) {
    if (!core.clocks().times().containsKey(due)) {
      throw new IllegalArgumentException("an alert without its next due time");
    }
  }

  private static List<PersonId> joined(List<PersonId> people, PersonId more) {
    if (people.contains(more)) {
      return people;
    }
    var next = new ArrayList<>(people);
    next.add(more);
    return next;
  }
}
