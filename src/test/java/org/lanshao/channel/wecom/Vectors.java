package org.lanshao.channel.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.lanshao.channel.RawRequest;
import org.lanshao.message.ChannelName;

/** The recorded callbacks of {@code vectors/wecom.json}. */
final class Vectors {
  /** Smart bots are another channel: their JSON callbacks are not for an app. */
  static final Set<String> LEFT_OUT = Set.of("aibot_message", "aibot_event", "aibot_media");

  private static final JsonNode FILE = read();

  private Vectors() {}

  record Vector(String name, JsonNode json) {
    String kind() {
      return json.path("kind").asText();
    }

    JsonNode expect() {
      return json.path("expect");
    }

    boolean isAccepted() {
      return expect().path("ok").asBoolean();
    }

    WecomSettings settings() {
      return new WecomSettings(
          new ChannelName("wecom"),
          "https://api.example.invalid",
          json.path("receiveId").asText(),
          1000027,
          "secret-of-the-app",
          json.path("token").asText(),
          json.path("encodingAesKey").asText());
    }

    WecomChannel channel() {
      return new WecomChannel(settings(), RandomGenerator.getDefault());
    }

    RawRequest request() {
      Map<String, String> query = new HashMap<>();
      json.path("query").properties().forEach(p -> query.put(p.getKey(), p.getValue().asText()));
      String body = json.path("body").asText("");
      return new RawRequest(
          json.path("method").asText(), query, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Vector> all() {
    List<Vector> vectors = new ArrayList<>();
    FILE.path("vectors").forEach(v -> vectors.add(new Vector(v.path("name").asText(), v)));
    return vectors.stream();
  }

  static Stream<Vector> ofKinds(String... kinds) {
    return all().filter(v -> List.of(kinds).contains(v.kind()));
  }

  static Vector named(String name) {
    return all().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
  }

  private static JsonNode read() {
    try (var in = Vectors.class.getResourceAsStream("/vectors/wecom.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
