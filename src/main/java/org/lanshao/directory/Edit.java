package org.lanshao.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing that changes in the directory. Edits are kept for ever, in order; the directory is
 * their fold. An edit of something that is not there, or not any more, changes nothing.
 */
public sealed interface Edit {
  /** An area is there, or is from now on like this. */
  record PutArea(Area area) implements Edit {}

  /** An area is there no more. */
  record DropArea(AreaCode code) implements Edit {}

  /**
   * A person is there, or is from now on like this.
   *
   * @param before how they were when this was decided; empty for somebody new
   */
  record PutPerson(Person person, Optional<Person> before) implements Edit {}

  /** A person is there no more, and no record may name them: for mistaken rows of an import. */
  record DropPerson(PersonId id) implements Edit {}

  /** A group is there, or is from now on like this. */
  record PutGroup(Group group) implements Edit {}

  /** A group is there no more. */
  record DropGroup(GroupId id) implements Edit {}

  /** What somebody who left had open is in the hands of somebody else. */
  record HandOver(PersonId from, PersonId to) implements Edit {}

  /** Who has duty in an area on a day, in place of whoever had. */
  record Roster(AreaCode area, LocalDate day, List<PersonId> people) implements Edit {
    /** Copies the list. */
    public Roster {
      people = List.copyOf(people);
    }
  }

  /** Somebody came on duty. */
  record Begin(Shift shift) implements Edit {}

  /** Somebody went off duty. */
  record End(PersonId person, Instant at) implements Edit {}

  /** Something is proposed. */
  record Propose(Proposal proposal) implements Edit {}

  /** A proposal is decided; one that was decided before stays so. */
  record Settle(String number, Proposal.State state, Optional<PersonId> by) implements Edit {}
}
