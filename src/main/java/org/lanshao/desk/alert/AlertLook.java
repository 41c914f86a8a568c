package org.lanshao.desk.alert;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.alert.AlertEvent;
import org.lanshao.alert.By;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.PersonId;
import org.lanshao.turn.Unavailable;

/** Looks at what is due for an alert, as things are at this moment. */
final class AlertLook {
  private final AlertRoom room;

  AlertLook(AlertRoom room) {
    this.room = room;
  }

  /** Does what is due. */
  void look(AlertPage page, By by) throws Unavailable {
    var unsent = unsent(page);
    page.look(
        room.roster(),
        people(unsent),
        groups(unsent),
        new By(Optional.empty(), by.from(), by.at()));
  }

  /** Whom the last wave has not reached. */
  private List<String> unsent(AlertPage page) throws Unavailable {
    var events = page.before().events();
    int last = events.size();
    while (last > 0 && !(events.get(last - 1) instanceof AlertEvent.Climbed)) {
      last--;
    }
    return last == 0
        ? List.of()
        : room.facts().unsent(AlertPost.begin(page.number()) + last + ":").stream()
            .map(once -> once.split(":")[3])
            .toList();
  }

  private static Set<PersonId> people(List<String> unsent) {
    var people = new HashSet<PersonId>();
    unsent.stream()
        .filter(whom -> whom.startsWith("p."))
        .forEach(whom -> people.add(new PersonId(whom.substring(2))));
    return people;
  }

  private static Set<GroupId> groups(List<String> unsent) {
    var groups = new HashSet<GroupId>();
    unsent.stream()
        .filter(whom -> whom.startsWith("g."))
        .forEach(whom -> groups.add(new GroupId(whom.substring(2))));
    return groups;
  }
}
