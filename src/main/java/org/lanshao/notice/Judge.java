package org.lanshao.notice;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides what becomes of a notice for a station. */
public final class Judge {
  private final Policy policy;

  /** By this policy. */
  public Judge(Policy policy) {
    this.policy = policy;
  }

  /**
   * What a station has heard and does not want to hear.
   *
   * @param told what it was told, without practice; at least all that is in force and all of the
   *     last interval
   * @param silences those that hold where the station lies
   */
  public record Station(List<Told> told, List<Silence> silences) {
    /** Copies the lists. */
    public Station {
      told = List.copyOf(told);
      silences = List.copyOf(silences);
    }
  }

  /** What becomes of it at this moment. */
  public Verdict judge(Proposed proposed, Station station, ZonedDateTime now) {
    return proposed.act() == Act.CANCEL
        ? allClear(proposed, now)
        : higher(proposed, station)
            .or(() -> silenced(proposed, station, now.toInstant()))
            .or(() -> quiet(proposed, now))
            .or(() -> grouped(proposed, station, now.toInstant()))
            .orElse(Verdict.Send.ALONE);
  }

  /** It goes to exactly those who heard what is over, silenced or not. */
  private Verdict allClear(Proposed proposed, ZonedDateTime now) {
    return proposed.original().isEmpty()
        ? new Verdict.Refuse(Verdict.Reason.NOT_TOLD)
        : quiet(proposed, now).orElse(Verdict.Send.ALONE);
  }

  private static Optional<Verdict> higher(Proposed proposed, Station station) {
    return station.told().stream()
        .filter(told -> told.inForce() && told.kind().equals(proposed.kind()))
        .filter(told -> !isOriginal(proposed, told))
        .filter(told -> told.level().isAbove(proposed.level()))
        .findFirst()
        .map(told -> new Verdict.Inhibit(told.number()));
  }

  private static boolean isOriginal(Proposed proposed, Told told) {
    return proposed.original().map(Told::number).filter(told.number()::equals).isPresent();
  }

  private static Optional<Verdict> silenced(Proposed proposed, Station station, Instant now) {
    return station.silences().stream()
        .filter(silence -> silence.covers(proposed.kind(), proposed.level(), now))
        .map(Silence::until)
        .max(Comparator.naturalOrder())
        .map(until -> new Verdict.Hold(until, Verdict.Why.SILENCE));
  }

  /** What passed at night is followed by its updates and its all-clear at night. */
  private Optional<Verdict> quiet(Proposed proposed, ZonedDateTime now) {
    boolean passes =
        proposed.isUnheld()
            || (proposed.act() != Act.CANCEL && proposed.level().isUrgent())
            || proposed.original().filter(told -> passed(told, now)).isPresent();
    return passes
        ? Optional.empty()
        : policy.quietEnd(now).map(end -> new Verdict.Hold(end, Verdict.Why.QUIET));
  }

  private boolean passed(Told told, ZonedDateTime now) {
    return told.level().isUrgent() || policy.quietEnd(told.at().atZone(now.getZone())).isPresent();
  }

  private Optional<Verdict> grouped(Proposed proposed, Station station, Instant now) {
    var since = now.minus(policy.interval());
    var recent =
        station.told().stream()
            .filter(told -> told.level().isSameScale(proposed.level()))
            .filter(told -> told.at().isAfter(since))
            .toList();
    boolean waits =
        !proposed.isDue()
            && !(proposed.level() instanceof Level.Plain)
            && !recent.isEmpty()
            && !breaksThrough(proposed, recent);
    return waits
        ? recent.stream()
            .map(Told::at)
            .max(Comparator.naturalOrder())
            .map(last -> new Verdict.Group(last.plus(policy.interval())))
        : Optional.empty();
  }

  /**
   * What is higher than all before does; so does something grave that nothing says which the
   * station still goes by: what is in force, and what this takes the place of.
   */
  private static boolean breaksThrough(Proposed proposed, List<Told> recent) {
    boolean higher = recent.stream().allMatch(told -> proposed.level().isAbove(told.level()));
    boolean first =
        recent.stream()
            .filter(told -> told.inForce() || isOriginal(proposed, told))
            .filter(told -> told.kind().equals(proposed.kind()))
            .allMatch(told -> proposed.level().isAbove(told.level()));
    return higher || (first && proposed.level().isUrgent());
  }
}
