package org.lanshao.desk.talk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.lanshao.alert.AlertEvent;
import org.lanshao.dialogue.Event;
import org.lanshao.form.Answers;
import org.lanshao.form.Media;
import org.lanshao.form.Value;
import org.lanshao.message.ConversationId;
import org.lanshao.record.Nameless;
import org.lanshao.turn.AlertChanges;
import org.lanshao.turn.KeptAlert;
import org.lanshao.turn.NewMedia;
import org.lanshao.turn.NewMedia.Wanted;

/**
 * Finds the pictures and files that a turn took, as answers, to be placed or with an alert: their
 * bytes must be fetched.
 */
public final class SentMedia {
  private SentMedia() {}

  /**
   * As rows, in the order of the answers. An answer that grew by a picture names those before it
   * again; they are known already.
   */
  public static List<NewMedia> of(List<Event> events, ConversationId id, long seq, Instant at) {
    var found = new LinkedHashSet<Found>();
    for (Event event : events) {
      switch (event) {
        case Event.Answered(var ignored, Value value) -> media(value).forEach(found::add);
        case Event.Loose(Value value, var ignored) -> media(value).forEach(found::add);
        default -> {} // nothing else takes a picture
      }
    }
    var rows = new ArrayList<NewMedia>();
    found.forEach(one -> rows.add(new NewMedia(id, seq, one.sent(), one.wanted(), at)));
    return rows;
  }

  /** What was sent along with an alert, as rows; a place has no bytes. */
  public static List<NewMedia> of(AlertChanges changes, ConversationId id, long seq, Instant at) {
    return changes.step().stream()
        .flatMap(step -> step.events().stream())
        .filter(AlertEvent.Attached.class::isInstance)
        .map(AlertEvent.Attached.class::cast)
        .filter(sent -> !sent.what().equals(Attachment.LOCATION))
        .map(sent -> attached(sent, id, seq, at))
        .toList();
  }

  private static NewMedia attached(
      AlertEvent.Attached attached, ConversationId id, long seq, Instant at) {
    var wanted = attached.what().equals(Attachment.PHOTO) ? Wanted.PHOTO : Wanted.FILE;
    return new NewMedia(
        id, seq, new Media.Sent(id.channel().text(), attached.reference()), wanted, at);
  }

  /** What a record's answers refer to, each once. */
  public static List<Media.Sent> of(Answers answers) {
    return Nameless.media(answers);
  }

  /** What was sent along with an alert; a place has no bytes. */
  public static List<Media.Sent> of(KeptAlert kept) {
    var channel = kept.alert().core().begun().reporter().conversation().channel().text();
    return kept.events().stream()
        .filter(AlertEvent.Attached.class::isInstance)
        .map(AlertEvent.Attached.class::cast)
        .filter(sent -> !sent.what().equals(Attachment.LOCATION))
        .map(sent -> new Media.Sent(channel, sent.reference()))
        .toList();
  }

  /** A picture or file, and what it was taken as. */
  record Found(Media.Sent sent, Wanted wanted) {}

  /** What a value refers to that a platform keeps. */
  static Stream<Found> media(Value value) {
    return switch (value) {
      case Value.Photos(List<Media> photos) -> sent(photos, Wanted.PHOTO);
      case Value.File(Media media) -> sent(List.of(media), Wanted.FILE);
      case Value.Group(var items) ->
          items.stream()
              .flatMap(item -> item.byQuestion().values().stream())
              .flatMap(SentMedia::media);
      case Value.Text ignored -> none();
      case Value.Whole ignored -> none();
      case Value.Decimal ignored -> none();
      case Value.YesNo ignored -> none();
      case Value.One ignored -> none();
      case Value.Many ignored -> none();
      case Value.Place ignored -> none();
      case Value.Date ignored -> none();
      case Value.Time ignored -> none();
      case Value.DateTime ignored -> none();
      case Value.Person ignored -> none();
      case Value.Household ignored -> none();
      case Value.Phone ignored -> none();
      case Value.IdNumber ignored -> none();
      case Value.Location ignored -> none();
      case Value.Matter ignored -> none();
    };
  }

  private static Stream<Found> sent(Collection<Media> media, Wanted wanted) {
    return media.stream()
        .flatMap(
            one -> one instanceof Media.Sent sent ? Stream.of(new Found(sent, wanted)) : none());
  }

  private static Stream<Found> none() {
    return Stream.empty();
  }
}
