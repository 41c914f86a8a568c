package org.lanshao.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The sandbox channel of a server. */
final class Sandbox implements Client {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Http http;

  Sandbox(Installation installation) {
    http = new Http(installation.port());
  }

  @Override
  public Said say(int worker, long messageId, String text) throws IOException {
    return say("w" + worker, stored(messageId), text);
  }

  /** Anybody says something in private. */
  Said say(String from, String messageId, String text) throws IOException {
    var message = JSON.createObjectNode();
    message.put("from", from).put("chat", "private").put("text", text).put("id", messageId);
    var response =
        http.post("/sandbox/messages", "application/json", message.toString().getBytes(UTF_8));
    if (response.statusCode() != 200) {
      return new Said(response.statusCode(), response.body());
    }
    return new Said(200, texts(JSON.readTree(response.body()).path("replies")));
  }

  private static String texts(JsonNode replies) {
    return StreamSupport.stream(replies.spliterator(), false)
        .map(reply -> reply.path("text").asText())
        .collect(Collectors.joining("\n"));
  }

  @Override
  public String channel() {
    return "sandbox";
  }

  @Override
  public String stored(long messageId) {
    return "m" + messageId;
  }
}
