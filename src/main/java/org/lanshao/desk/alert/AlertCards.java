package org.lanshao.desk.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.alert.Alert;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.message.Outbound.Target;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewOutgoing.Terms;
import org.lanshao.turn.SentCards;
import org.lanshao.turn.SentCards.Sent;
import org.lanshao.turn.Unavailable;

/** The cards that people were sent for an alert: once it climbs no more they show how it stands. */
final class AlertCards {
  private static final Terms NEWS = Terms.of(Lane.EMERGENCY);

  private final AlertRoom room;

  AlertCards(AlertRoom room) {
    this.room = room;
  }

  /** What is sent so that no card asks any more; nothing while the alert climbs. */
  List<NewOutgoing> over(Alert alert, Instant now) throws Unavailable {
    if (alert instanceof Alert.Asked || alert instanceof Alert.Open) {
      return List.of();
    }
    var since = now.minus(SentCards.CHANGEABLE);
    return room.facts().cards().cards(AlertPost.cause(alert.number()), since).stream()
        .map(card -> card.saying(shown(alert, reader(card)), room::id, now, NEWS))
        .toList();
  }

  private PersonId reader(Sent card) {
    var person =
        card.target() instanceof Target.ToPerson(String account)
            ? room.speaker(card.channel(), account).map(Person::id)
            : Optional.<PersonId>empty();
    return person.orElse(new PersonId(""));
  }

  /** What a card shows in place of its buttons. */
  String shown(Alert alert, PersonId reader) {
    return switch (alert) {
      case Alert.Running running -> taken(running, reader);
      case Alert.Closed closed when closed.end() == Alert.End.SETTLED ->
          room.text().say(reader, AlertWords.SHOWN_CLOSED, Map.of());
      case Alert.Closed closed -> room.text().say(reader, AlertWords.SHOWN_FALSE, Map.of());
      case Alert.Asked asked -> throw new IllegalStateException("nobody has a card of it");
    };
  }

  private String taken(Alert.Running alert, PersonId reader) {
    boolean own = alert.takers().contains(reader);
    var names = Map.of("name", room.text().names(alert.takers(), reader));
    return own
        ? room.text().say(reader, AlertWords.SHOWN_OWN, Map.of())
        : room.text().say(reader, AlertWords.SHOWN_TAKEN, names);
  }
}
