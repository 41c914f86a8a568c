package org.lanshao.desk.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lanshao.alert.Alert;
import org.lanshao.alert.AlertEvent;
import org.lanshao.desk.talk.Attachment;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Media;
import org.lanshao.form.Wording;
import org.lanshao.message.ChannelName;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Extras;
import org.lanshao.message.Reply;
import org.lanshao.turn.KeptAlert;
import org.lanshao.turn.Lane;
import org.lanshao.turn.MediaRows.Settlement;
import org.lanshao.turn.MediaRows.State;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewOutgoing.Terms;
import org.lanshao.turn.Unavailable;

/**
 * Passes the pictures, voices and files that came with an alert on to those who were told of it, in
 * private, each once. Groups never get them.
 */
public final class AlertMedia {
  private static final Terms NEWS = Terms.of(Lane.EMERGENCY);

  private final AlertRoom room;

  AlertMedia(AlertRoom room) {
    this.room = room;
  }

  /**
   * Something that was sent in a conversation is kept now: those who were told get it.
   *
   * @return nothing when it did not come with an open alert
   */
  public List<NewOutgoing> kept(ConversationId conversation, Media.Sent sent, Settlement.Kept kept)
      throws Unavailable {
    var state = new State.Kept(kept.hash(), kept.type(), kept.size());
    return room.facts().openAlerts().stream()
        .filter(one -> brought(one, conversation, sent))
        .flatMap(one -> rows(one.alert(), to(one.alert()), state, room.now()).stream())
        .toList();
  }

  private static boolean brought(KeptAlert alert, ConversationId conversation, Media.Sent sent) {
    return attached(alert.events())
        .filter(it -> it.by().from().equals(conversation.key()))
        .anyMatch(it -> it.reference().equals(sent.id()));
  }

  /** What is kept already, for those whom this turn told of the alert or who took over in it. */
  List<NewOutgoing> earlier(AlertPage page, Instant now) throws Unavailable {
    var begun = page.alert().core().begun();
    var channel = begun.reporter().conversation().channel();
    var people = new LinkedHashSet<>(to(page.alert()));
    people.removeAll(to(page.before().alert()));
    var rows = new ArrayList<NewOutgoing>();
    for (var sent : people.isEmpty() ? List.<AlertEvent.Attached>of() : sent(page)) {
      if (state(channel, sent) instanceof State.Kept kept) {
        rows.addAll(rows(page.alert(), people, kept, now));
      }
    }
    return rows;
  }

  private static List<AlertEvent.Attached> sent(AlertPage page) {
    return attached(page.before().events()).toList();
  }

  private static Stream<AlertEvent.Attached> attached(List<AlertEvent> events) {
    return events.stream()
        .filter(AlertEvent.Attached.class::isInstance)
        .map(AlertEvent.Attached.class::cast)
        .filter(sent -> !sent.what().equals(Attachment.LOCATION));
  }

  private State state(ChannelName channel, AlertEvent.Attached sent) throws Unavailable {
    var state = room.facts().media(new Media.Sent(channel.text(), sent.reference()));
    return state.orElse(new State.Waits());
  }

  /** Those who were told or took over. */
  private static Set<PersonId> to(Alert alert) {
    var people = new LinkedHashSet<>(alert.core().told());
    if (alert instanceof Alert.Running running) {
      people.addAll(running.takers());
    }
    alert.core().begun().reporter().person().ifPresent(people::remove);
    return people;
  }

  private List<NewOutgoing> rows(
      Alert alert, Collection<PersonId> people, State.Kept kept, Instant now) {
    return people.stream().flatMap(person -> rows(alert, person, kept, now).stream()).toList();
  }

  private List<NewOutgoing> rows(Alert alert, PersonId person, State.Kept kept, Instant now) {
    boolean picture = kept.type().equals("jpeg") || kept.type().equals("png");
    var file =
        new Extras.Attachment(
            picture ? Extras.Attachment.Kind.IMAGE : Extras.Attachment.Kind.FILE,
            kept.hash(),
            alert.number() + "." + kept.type());
    var slots = Map.of("mark", room.text().mark(alert, person), "number", alert.number());
    var said = room.text().say(person, AlertWords.PASSED_ON, slots);
    var part = new Reply.Part(said, List.of(), Extras.file(file));
    var once = AlertPost.begin(alert.number()) + "m:" + kept.hash() + ":" + person;
    return room.addresses().of(person).stream()
        .flatMap(address -> room.replies().to(address, part, once, now, NEWS).stream())
        .toList();
  }

  /** How something that was sent along is called. */
  static String said(Attachment sent, Wording wording) {
    return switch (sent.what()) {
      case Attachment.PHOTO -> wording.say(AlertWords.SENT_PHOTO);
      case "voice" -> wording.say(AlertWords.SENT_VOICE);
      case "video" -> wording.say(AlertWords.SENT_VIDEO);
      case Attachment.LOCATION ->
          wording.say(AlertWords.SENT_LOCATION, Map.of("where", sent.reference()));
      default -> wording.say(AlertWords.SENT_FILE);
    };
  }
}
