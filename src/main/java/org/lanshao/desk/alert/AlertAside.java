package org.lanshao.desk.alert;

import java.util.Optional;
import org.lanshao.alert.Alert;
import org.lanshao.desk.talk.Asides;
import org.lanshao.directory.PersonId;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.turn.KeptAlert;
import org.lanshao.turn.Unavailable;

/** The private talk in which the rest of an alert is asked that was raised in a group. */
public final class AlertAside {
  private final AlertRoom room;

  AlertAside(AlertRoom room) {
    this.room = room;
  }

  /**
   * Where it is asked; empty for an alert that was not raised in a group, and when its reporter
   * cannot be written to.
   */
  Optional<ConversationId> conversation(Alert alert) {
    return isInGroup(alert)
        ? alert
            .core()
            .begun()
            .reporter()
            .person()
            .flatMap(person -> Asides.talk(person, room.addresses()))
        : Optional.empty();
  }

  private static boolean isInGroup(Alert alert) {
    return alert.core().begun().reporter().conversation().chat() instanceof Chat.Group;
  }

  /** The last alert that somebody raised in a group and that is not over. */
  public Optional<Alert> last(PersonId reporter) throws Unavailable {
    return room.facts().openAlerts().stream()
        .map(KeptAlert::alert)
        .filter(alert -> alert instanceof Alert.Running && isInGroup(alert))
        .filter(alert -> alert.core().begun().reporter().is(reporter))
        .reduce((before, last) -> last);
  }

  /** What its reporter said first, without the word that raised it. */
  public String words(Alert alert) {
    var words = alert.core().known().words();
    return words.isEmpty() ? "" : room.danger().rest(words.getFirst());
  }
}
