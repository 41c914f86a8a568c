package org.lanshao.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Talks to the sandbox of a running server. */
final class SandboxClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String EVENT = "event: ";
  private static final String DATA = "data: ";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI url;
  private final String token;

  /** Of the server at this address; an empty token is not sent. */
  SandboxClient(URI url, String token) {
    this.url = url;
    this.token = token;
  }

  /** The server answered, but not as wished. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;
    private final int status;

    Refused(int status) {
      super("HTTP " + status);
      this.status = status;
    }

    /** What to do about it. */
    String hint() {
      return switch (status) {
        case 401 -> "要口令：用 --token 写上，或设环境变量 LANSHAO_SANDBOX_TOKEN。";
        case 403, 404 -> "这个服务没有开 sandbox 通道，或不让这样连。";
        case 503 -> "服务暂时不能用，过一会儿再说一遍。";
        default -> "服务没有接受（HTTP %d）。".formatted(status);
      };
    }
  }

  /** Name, role and area of everybody, by id. */
  Map<String, String> people() throws IOException, InterruptedException {
    var people = new LinkedHashMap<String, String>();
    for (JsonNode person : send(request("/sandbox/people"))) {
      people.put(
          person.path("id").asText(),
          person.path("name").asText() + "（" + person.path("area").asText() + "）");
    }
    return people;
  }

  /** Says something; the replies, each with {@code text}. */
  JsonNode say(String from, String chat, String text, String id)
      throws IOException, InterruptedException {
    var message =
        JSON.createObjectNode().put("from", from).put("chat", chat).put("text", text).put("id", id);
    var body = HttpRequest.BodyPublishers.ofString(message.toString());
    return send(request("/sandbox/messages").POST(body)).path("replies");
  }

  /**
   * Hands on what goes to people and groups, on a thread of its own, as long as the server is
   * there.
   */
  void listen(Consumer<JsonNode> onMessage) {
    Thread.ofVirtual().name("feed").start(() -> follow(onMessage));
  }

  private void follow(Consumer<JsonNode> onMessage) {
    try {
      var feed = request("/sandbox/feed").build();
      var kind = new StringBuilder();
      http.send(feed, HttpResponse.BodyHandlers.ofLines())
          .body()
          .forEach(line -> onFeedLine(line, kind, onMessage));
    } catch (IOException | UncheckedIOException | InterruptedException ended) {
      // the server is gone: the next thing that is said finds out and tells
    }
  }

  private static void onFeedLine(String line, StringBuilder kind, Consumer<JsonNode> onMessage) {
    if (line.startsWith(EVENT)) {
      kind.setLength(0);
      kind.append(line.substring(EVENT.length()));
    } else if (line.startsWith(DATA) && kind.toString().equals("message")) {
      json(line.substring(DATA.length())).ifPresent(onMessage);
    }
  }

  private static Optional<JsonNode> json(String text) {
    try {
      return Optional.of(JSON.readTree(text));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response =
        http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new Refused(response.statusCode());
    }
    return JSON.readTree(response.body());
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(url.resolve(path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }
}
