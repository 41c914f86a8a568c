package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lanshao.alert.By;
import org.lanshao.directory.PersonId;

/** Stored JSON texts that few turns write, made and read as trees. */
final class TreeJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TreeJson() {}

  /** An object with nothing in it. */
  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * What stands in a text.
   *
   * @param what is stored, for the error
   * @throws IllegalArgumentException when it cannot be read; the message holds nothing of the text
   */
  static <T> T read(String stored, String what, Function<JsonNode, T> reading) {
    try {
      return reading.apply(MAPPER.readTree(stored));
    } catch (JsonProcessingException | RuntimeException e) {
      throw new IllegalArgumentException("a stored " + what + " cannot be read");
    }
  }

  /** An event as all begin, with who did it: {@code {"v":1,"at":"…","person":"p11","from":"…"}}. */
  static ObjectNode event(By by) {
    return object()
        .put("v", 1)
        .put("at", by.at().toString())
        .put("person", by.person().map(PersonId::text).orElse(""))
        .put("from", by.from());
  }

  /** Who did what an event tells. */
  static By by(JsonNode event) {
    return new By(
        present(event, "person").map(PersonId::new),
        event.required("from").asText(),
        Instant.parse(event.required("at").asText()));
  }

  /** The text under a name, which must be there; empty when it has no signs. */
  static Optional<String> present(JsonNode in, String name) {
    return Optional.of(in.required(name).asText()).filter(text -> !text.isEmpty());
  }

  /** An array of texts. */
  static ArrayNode texts(Collection<String> texts) {
    var out = MAPPER.createArrayNode();
    texts.forEach(out::add);
    return out;
  }

  /** What the texts of an array mean. */
  static <T> List<T> list(JsonNode in, Function<String, T> item) {
    var items = new ArrayList<T>();
    in.forEach(one -> items.add(item.apply(one.asText())));
    return items;
  }
}
