package org.lanshao.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.lanshao.channel.RawResponse;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.Inbound;

/**
 * Shows on the feed what passes through {@code /sandbox/messages}. What is said:
 *
 * <pre>{"id":"m1","chat":"private","from":"p1","text":"走访"}</pre>
 *
 * or {@code photo} or {@code file} with its id, or {@code location}. What is replied, one event for
 * each part, with an id that a repeated reply repeats:
 *
 * <pre>{"id":"m1/1","chat":"private","to":"p1","text":"走访哪里？","choices":[…]}</pre>
 */
final class SandboxEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Feed feed;

  SandboxEvents(Feed feed) {
    this.feed = feed;
  }

  void onSaid(Inbound inbound) {
    var said =
        JSON.createObjectNode()
            .put("id", inbound.messageId())
            .put("chat", chat(inbound))
            .put("from", inbound.account());
    switch (inbound.content()) {
      case Content.Text(String text) -> feed.said(said.put("text", text).toString());
      case Content.Media(Content.Media.Kind kind, String id) ->
          feed.said(said.put(kind == Content.Media.Kind.IMAGE ? "photo" : "file", id).toString());
      case Content.Location(double latitude, double longitude, String label) ->
          feed.said(said.put("location", latitude + ", " + longitude).toString());
      default -> {} // nothing else is said
    }
  }

  void onReply(Inbound inbound, RawResponse response) {
    if (response.status() != 200 || response.body().length == 0) {
      return;
    }
    int number = 0;
    for (JsonNode part : parts(response)) {
      number++;
      ObjectNode shown =
          JSON.createObjectNode()
              .put("id", inbound.messageId() + "/" + number)
              .put("chat", chat(inbound))
              .put("to", inbound.account());
      shown.set("text", part.path("text"));
      shown.set("choices", part.path("choices"));
      if (part.has("file")) {
        shown.set("file", part.path("file"));
      }
      feed.show(shown.toString());
    }
  }

  private static JsonNode parts(RawResponse response) {
    try {
      return JSON.readTree(response.body()).path("replies");
    } catch (IOException ours) {
      throw new UncheckedIOException(ours);
    }
  }

  private static String chat(Inbound inbound) {
    return switch (inbound.chat()) {
      case Chat.Private() -> "private";
      case Chat.Group(String id) -> id;
    };
  }
}
