package org.lanshao.channel.wecom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;
import org.lanshao.message.Outbound;

/** {@code message/send}: a text from the app to one member. */
final class SendCall {
  /**
   * How long WeCom drops an identical text to the same member: long enough for a try again after a
   * lost response, short enough that the same question asked later is heard.
   */
  private static final int DUPLICATE_SECONDS = 60;

  private final String uri;
  private final long agentId;

  SendCall(WecomSettings settings) {
    this.uri = settings.api() + "/cgi-bin/message/send";
    this.agentId = settings.agentId();
  }

  /** The call for a message. A text longer than the platform takes must have been split before. */
  Delivery encode(Outbound outbound) {
    return switch (outbound.target()) {
      case Outbound.Target.ToPerson(String account) -> toMember(account, outbound.part().text());
      case Outbound.Target.ToGroup ignored -> new Delivery.Impossible("no_group");
    };
  }

  private Delivery toMember(String account, String text) {
    // The platform reads these as "several" and "everybody".
    if (account.isBlank() || account.contains("|") || account.equalsIgnoreCase("@all")) {
      return new Delivery.Impossible("unknown_recipient");
    }
    return new Delivery.HttpCall(
        "POST",
        uri,
        Map.of("content-type", "application/json; charset=utf-8"),
        body(account, text),
        Optional.of("access_token"));
  }

  private byte[] body(String account, String text) {
    var json = ApiAnswer.JSON.createObjectNode();
    json.put("touser", account).put("msgtype", "text").put("agentid", agentId);
    json.putObject("text").put("content", SafeText.of(text));
    json.put("safe", 0).put("enable_duplicate_check", 1);
    json.put("duplicate_check_interval", DUPLICATE_SECONDS);
    try {
      return ApiAnswer.JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers cannot fail to be written", e);
    }
  }

  /** What became of it. */
  Outcome outcome(Outbound outbound, RawResponse response) {
    return switch (ApiAnswer.of(response)) {
      case ApiAnswer.Unreadable(Outcome.TryAgain again) -> again;
      case ApiAnswer.Read(int errcode, JsonNode json) when errcode == 0 -> taken(outbound, json);
      case ApiAnswer.Read(int errcode, JsonNode ignored) -> ErrorCodes.outcome(errcode);
    };
  }

  /** The platform says 0 even if it could not reach the member, and lists who it was. */
  private static Outcome taken(Outbound outbound, JsonNode json) {
    var taken = new Outcome.Accepted(json.path("msgid").asText(""), List.of());
    if (!(outbound.target() instanceof Outbound.Target.ToPerson(String account))) {
      return taken;
    }
    if (lists(json.path("invaliduser"), account)) {
      return new Outcome.Refused("unknown_recipient", "0");
    }
    if (lists(json.path("unlicenseduser"), account)) {
      return new Outcome.Refused("unlicensed_recipient", "0");
    }
    return taken;
  }

  /** Whether a list such as {@code a|b} names the account; the platform writes it in lower case. */
  private static boolean lists(JsonNode list, String account) {
    for (String listed : list.asText().split("\\|")) {
      if (listed.equalsIgnoreCase(account)) {
        return true;
      }
    }
    return false;
  }
}
