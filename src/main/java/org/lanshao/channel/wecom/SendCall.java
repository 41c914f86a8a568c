package org.lanshao.channel.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;
import org.lanshao.message.Card;
import org.lanshao.message.Outbound;
import org.lanshao.message.Reply;

/** {@code message/send}: a message from the app to one member. */
final class SendCall {
  /**
   * How long WeCom looks back for an identical text to the same member, which it then drops. At a
   * first try this is short, so that the same question asked again later is heard.
   */
  private static final int FIRST_DUPLICATE_SECONDS = 60;

  /**
   * At a later try, whose text may have arrived before: WeCom's usual time, longer than the waits
   * of a platform that does not answer. Whoever got the very same text from another message in that
   * time is not told it twice.
   */
  private static final int DUPLICATE_SECONDS = 1800;

  private final String uri;
  private final long agentId;
  private final Abilities abilities;
  private final UploadCall uploads;

  SendCall(WecomSettings settings, UploadCall uploads) {
    this.uploads = uploads;
    this.uri = settings.api() + "/cgi-bin/message/send";
    this.agentId = settings.agentId();
    this.abilities = settings.abilities();
  }

  /** The call for a message. A text longer than the platform takes must have been split before. */
  Delivery encode(String account, Outbound outbound) {
    if (!isOne(account)) {
      return new Delivery.Impossible("unknown_recipient");
    }
    var file = outbound.part().extras().file();
    if (file.isPresent()) {
      return new Delivery.Uploading(
          file.get(),
          uploads,
          media -> call(account, outbound, body -> WecomBody.file(file.get(), media, body)));
    }
    return call(account, outbound, body -> write(outbound, body));
  }

  private Delivery.HttpCall call(String account, Outbound outbound, Consumer<ObjectNode> content) {
    var body = WecomBody.create();
    body.put("touser", account).put("agentid", agentId);
    content.accept(body);
    body.put("safe", 0);
    if (abilities.duplicateCheck()) {
      body.put("enable_duplicate_check", 1);
      body.put(
          "duplicate_check_interval",
          outbound.attempt() == 1 ? FIRST_DUPLICATE_SECONDS : DUPLICATE_SECONDS);
    }
    return WecomBody.call(uri, body);
  }

  /** The platform reads these as "several" and "everybody". */
  static boolean isOne(String account) {
    return !account.isBlank() && !account.contains("|") && !account.equalsIgnoreCase("@all");
  }

  private void write(Outbound outbound, ObjectNode body) {
    Reply.Part part = outbound.part();
    Optional<Card> card =
        abilities.cards() ? Card.of(CardJson.safe(part), CardJson.LIMITS) : Optional.empty();
    Optional<String> marked =
        WecomBody.markdown(part.extras().markdown(), abilities, WecomChannel.MAX_TEXT_BYTES);
    Optional<NoticeCard> notice = NoticeCard.of(part).filter(fits -> abilities.cards());
    if (card.isPresent()) {
      body.put("msgtype", "template_card");
      CardJson.write(card.get(), outbound.id(), body.putObject("template_card"));
    } else if (marked.isPresent()) {
      WecomBody.markdown(marked.get(), body);
    } else if (notice.isPresent()) {
      notice.get().write(body);
    } else {
      WecomBody.text(NoticeCard.text(part), body);
    }
  }

  /** What became of it. */
  static Outcome outcome(String account, RawResponse response) {
    return ApiAnswer.outcome(response, json -> taken(account, json));
  }

  /**
   * The platform says 0 even if it could not reach the member, and lists who it was. A card is
   * found again by the code that changes it, another message by its id.
   */
  private static Outcome taken(String account, JsonNode json) {
    if (lists(json.path("invaliduser"), account)) {
      return new Outcome.Refused("unknown_recipient", "0");
    }
    if (lists(json.path("unlicenseduser"), account)) {
      return new Outcome.Refused("unlicensed_recipient", "0");
    }
    String code = json.path("response_code").asText("");
    String handle = code.isEmpty() ? json.path("msgid").asText("") : Card.handle(code);
    return new Outcome.Accepted(handle, List.of());
  }

  /**
   * Whether a list such as {@code a|b} or {@code ["a","b"]} names the account; the platform writes
   * it in lower case.
   */
  private static boolean lists(JsonNode list, String account) {
    if (list.isArray()) {
      return list.valueStream().anyMatch(listed -> listed.asText().equalsIgnoreCase(account));
    }
    for (String listed : list.asText().split("\\|")) {
      if (listed.equalsIgnoreCase(account)) {
        return true;
      }
    }
    return false;
  }
}
