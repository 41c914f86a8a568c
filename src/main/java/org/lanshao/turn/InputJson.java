package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lanshao.message.Content;
import org.lanshao.message.Reply;

/**
 * What came in, as it is stored: {@code {"v":1,"input":{"kind":"text","text":"…"}}}. It is kept for
 * people who look into a case, and for the desk to see which count 图 is about. Nothing else depends
 * on it, so that it can be purged.
 */
public final class InputJson {
  private InputJson() {}

  /** The stored form of what came in. */
  public static String write(Content content) {
    return Json.write(
        "input",
        json -> {
          json.writeStartObject();
          write(content, json);
          json.writeEndObject();
        });
  }

  /** The words of what came in, typed or by a button; empty when there are none. */
  public static Optional<String> words(String stored) {
    return Json.read(
        stored,
        "input",
        in -> {
          var kind = Json.text(in, "kind");
          boolean said = kind.equals("text") || kind.equals("pressed");
          var words = said ? Optional.of(Json.text(in, "text")) : Optional.<String>empty();
          while (in.nextToken() != JsonToken.END_OBJECT) {
            in.skipChildren();
          }
          return words;
        });
  }

  private static void write(Content content, JsonGenerator json) throws IOException {
    switch (content) {
      case Content.Text(String text) -> {
        json.writeStringField("kind", "text");
        json.writeStringField("text", text);
      }
      case Content.Pressed(Reply.Choice choice) -> {
        json.writeStringField("kind", "pressed");
        json.writeStringField("text", choice.say());
      }
      case Content.Media(Content.Media.Kind kind, String mediaId) -> {
        json.writeStringField("kind", kind.name());
        json.writeStringField("media", mediaId);
      }
      case Content.Location(double latitude, double longitude, String label) -> {
        json.writeStringField("kind", "location");
        json.writeNumberField("latitude", latitude);
        json.writeNumberField("longitude", longitude);
        json.writeStringField("label", label);
      }
      case Content.Several(List<Content> items) -> {
        json.writeStringField("kind", "several");
        json.writeArrayFieldStart("items");
        for (Content item : items) {
          json.writeStartObject();
          write(item, json);
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      case Content.Joined() -> json.writeStringField("kind", "joined");
      case Content.Left() -> json.writeStringField("kind", "left");
      case Content.Listed listed -> {
        json.writeStringField("kind", listed.isNew() ? "listed new" : "listed");
        json.writeStringField("renamed", listed.renamed());
        json.writeStringField("name", listed.name());
        json.writeStringField("phone", listed.phone());
        json.writeStringField("area", listed.area());
      }
      case Content.Due() -> json.writeStringField("kind", "due");
      case Content.Entered() -> json.writeStringField("kind", "entered");
      case Content.Unusable(String kind) -> json.writeStringField("kind", "unusable " + kind);
    }
  }
}
