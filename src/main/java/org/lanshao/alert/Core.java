package org.lanshao.alert;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.PersonId;

/**
 * What every state of an alert has.
 *
 * @param begun what never changes
 * @param certainty how sure it is
 * @param known what is known
 * @param clocks what is due when
 * @param told who was told of it so far
 * @param groups which groups were
 * @param reports how many reports there were after the first
 */
public record Core(
    Begun begun,
    Certainty certainty,
    Known known,
    Clocks clocks,
    Set<PersonId> told,
    Set<GroupId> groups,
    int reports) {
  /** Copies the sets. */
  public Core {
    told = Set.copyOf(told);
    groups = Set.copyOf(groups);
  }

  Times times() {
    return begun.plan().times();
  }

  Core with(Clocks next) {
    return new Core(begun, certainty, known, next, told, groups, reports);
  }

  Core with(Certainty next) {
    return new Core(begun, next, known, clocks, told, groups, reports);
  }

  Core with(Due due, Instant at) {
    return with(clocks.with(due, at));
  }

  Core without(Due... dues) {
    return with(clocks.without(dues));
  }

  /** With one more report. */
  Core reported() {
    return new Core(begun, certainty, known, clocks, told, groups, reports + 1);
  }

  /**
   * With what is known now; while something is missing, its reporter's silence is watched. Practice
   * stays in the station where it began, whatever place its words name.
   */
  Core learned(Known next, Instant at) {
    var then =
        next.missing().isEmpty()
            ? clocks.without(Due.SILENT)
            : clocks.with(Due.SILENT, at.plus(times().silent()));
    var kept = begun.practice() ? next.in(known.area()) : next;
    return new Core(begun, certainty, kept, then, told, groups, reports);
  }

  Core telling(AlertEvent.Climbed wave) {
    var people = new HashSet<>(told);
    people.addAll(wave.people());
    var written = new HashSet<>(groups);
    written.addAll(wave.groups());
    return new Core(begun, certainty, known, clocks, people, written, reports);
  }
}
