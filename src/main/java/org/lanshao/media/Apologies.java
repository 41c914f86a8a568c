package org.lanshao.media;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.turn.MediaRows.Claimed;
import org.lanshao.turn.MediaRows.Settlement;
import org.lanshao.turn.NewOutgoing;

/**
 * What the sender of something that is not kept is told, where it was sent, once.
 *
 * @param wording the current one, in the language of whoever a conversation is with
 * @param ids fresh ids, UUIDv7
 * @param clock the time, in the zone that people live in
 * @param megabytes the limit of size
 */
public record Apologies(
    Function<ConversationId, Wording> wording, Supplier<UUID> ids, Clock clock, int megabytes)
    implements Telling {
  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("M/d HH:mm");

  /** The message, as rows; none when nothing was refused. */
  @Override
  public List<NewOutgoing> of(Claimed row, Settlement settlement) {
    return settlement instanceof Settlement.Refused(String code, String ignored)
        ? List.of(message(row, code))
        : List.of();
  }

  private NewOutgoing message(Claimed row, String code) {
    String at = AT.format(row.at().atZone(clock.getZone()));
    String text =
        wording
            .apply(row.conversation())
            .say(words(code), Map.of("at", at, "most", Integer.toString(megabytes)));
    return new NewOutgoing(
        ids.get(),
        row.conversation().channel(),
        target(row),
        new Reply.Part(text, List.of()),
        "media:" + row.name(),
        clock.instant(),
        NewOutgoing.Terms.REPLY);
  }

  /** What is said about a refusal with this code. */
  private static DeskWords words(String code) {
    return switch (code) {
      case "not_a_photo" -> DeskWords.MEDIA_NO_PHOTO;
      case "wrong_type" -> DeskWords.MEDIA_TYPE;
      case "too_large" -> DeskWords.MEDIA_SIZE;
      default -> DeskWords.MEDIA_LOST;
    };
  }

  private static Target target(Claimed row) {
    return switch (row.conversation().chat()) {
      case Chat.Private() -> new Target.ToPerson(row.conversation().account());
      case Chat.Group(String id) -> new Target.ToGroup(id);
    };
  }
}
