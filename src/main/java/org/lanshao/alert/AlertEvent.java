package org.lanshao.alert;

import java.util.List;
import java.util.Set;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.PersonId;

/** What happened to an alert; an {@link Alert} is the fold of these. */
public sealed interface AlertEvent {
  /** Who did it, when, and where from. */
  By by();

  /**
   * It began. Always the first, and never again.
   *
   * @param asked whether it waits for an answer whether it is one
   */
  record Began(By by, Begun begun, Certainty certainty, Known known, boolean asked)
      implements AlertEvent {}

  /** It is one: its reporter says so, or nobody answered in time. */
  record Confirmed(By by, Certainty certainty) implements AlertEvent {}

  /** It is none: its reporter says so. */
  record Dismissed(By by) implements AlertEvent {}

  /** This is known of it now. */
  record Learned(By by, Known known) implements AlertEvent {}

  /**
   * Something was sent along.
   *
   * @param what {@code photo}, {@code voice}, {@code video}, {@code file} or {@code location}
   * @param reference where it is kept; private
   */
  record Attached(By by, String what, String reference) implements AlertEvent {}

  /**
   * A wave went out.
   *
   * @param step which, from 0
   * @param people who was told in it
   * @param groups which groups were
   * @param hole whether somebody whom it names is not there or cannot be written to, so that the
   *     next one goes out at once
   */
  record Climbed(By by, int step, Set<PersonId> people, Set<GroupId> groups, boolean hole)
      implements AlertEvent {
    /** Copies the sets. */
    public Climbed {
      people = Set.copyOf(people);
      groups = Set.copyOf(groups);
    }
  }

  /** The messages of the last wave were looked after; without anybody reached the next is due. */
  record Checked(By by, boolean hole) implements AlertEvent {}

  /** Somebody takes over. */
  record TakenOver(By by) implements AlertEvent {}

  /** A further report (续报); private. */
  record Reported(By by, String words) implements AlertEvent {}

  /** The final report (终报); private. */
  record FinallyReported(By by, String words) implements AlertEvent {}

  /** It is closed for this reason (结案); private. */
  record Settled(By by, String why) implements AlertEvent {}

  /** It was none (误报); why is private. */
  record Withdrawn(By by, String why) implements AlertEvent {}

  /** It is open again; why is private. */
  record Reopened(By by, String why) implements AlertEvent {}

  /** Somebody was told what was due. */
  record Reminded(By by, Due due, List<PersonId> people) implements AlertEvent {
    /** Copies the list. */
    public Reminded {
      people = List.copyOf(people);
    }
  }
}
