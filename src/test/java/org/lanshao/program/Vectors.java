package org.lanshao.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The recorded requests of {@code wecom.json} that fit the settings of {@link Installation}. */
final class Vectors {
  private static final List<String> KINDS = List.of("url_verify", "app_message", "app_event");

  private Vectors() {}

  /** One request and what is wrong with it; empty text when nothing is. */
  record Vector(
      String name, String method, Wecom.Request request, String errorClass, String answer) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Those that a server must refuse. */
  static Stream<Vector> bad() {
    return all().filter(v -> !v.errorClass().isEmpty());
  }

  /** Those that a server must take. */
  static Stream<Vector> good() {
    return all().filter(v -> v.errorClass().isEmpty());
  }

  private static Stream<Vector> all() {
    try (var file = Vectors.class.getResourceAsStream("/vectors/wecom.json")) {
      var vectors = new ObjectMapper().readTree(Objects.requireNonNull(file)).path("vectors");
      return StreamSupport.stream(vectors.spliterator(), false)
          .filter(Vectors::ours)
          .map(Vectors::vector)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean ours(JsonNode vector) {
    return KINDS.contains(vector.path("kind").asText())
        && vector.path("token").asText().equals(Installation.TOKEN)
        && vector.path("encodingAesKey").asText().equals(Installation.AES_KEY)
        && vector.path("receiveId").asText().equals(Installation.CORP)
        && !vector.path("optional").asBoolean();
  }

  private static Vector vector(JsonNode vector) {
    var expect = vector.path("expect");
    var request =
        new Wecom.Request(
            Wecom.PATH + "?" + vector.path("rawQuery").asText(),
            vector.path("body").asText("").getBytes(UTF_8));
    return new Vector(
        vector.path("name").asText(),
        vector.path("method").asText(),
        request,
        expect.path("errorClass").asText(""),
        expect.path("responseBody").asText(""));
  }
}
