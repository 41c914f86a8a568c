package org.lanshao.alert;

import java.util.Set;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.PersonId;

/**
 * What came back of the messages of an alert. It is looked at, never kept: a late report of the
 * platform changes no state.
 *
 * @param seen who said that they read it (收到)
 * @param unreached whose message the platform refused or has not taken yet
 * @param unwritten the groups likewise
 */
public record Echo(Set<PersonId> seen, Set<PersonId> unreached, Set<GroupId> unwritten) {
  /** Nothing came back. */
  public static final Echo NONE = new Echo(Set.of(), Set.of(), Set.of());

  /** Copies the sets. */
  public Echo {
    seen = Set.copyOf(seen);
    unreached = Set.copyOf(unreached);
    unwritten = Set.copyOf(unwritten);
  }

  boolean reaches(PersonId person) {
    return seen.contains(person) || !unreached.contains(person);
  }
}
