package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lanshao.message.Extras;
import org.lanshao.message.Reply;

/**
 * Replies as they are stored: {@code
 * {"v":1,"parts":[{"text":"…","choices":[{"label":"…","say":"…"}]}]}}. A choice that answers one
 * question alone has {@code "question"} too, and a part may have {@code "extras"} as in {@link
 * ExtrasJson}. The reply to the press of a button is {@code
 * {"v":1,"pressed":{"shown":"…","parts":[…]}}}.
 */
public final class ReplyJson {
  private static final String PRESSED = "{\"v\":1,\"pressed\"";

  private ReplyJson() {}

  /** The stored form of a reply. */
  public static String write(Reply reply) {
    return reply
        .pressed()
        .map(shown -> Json.write("pressed", out -> write(shown, reply.parts(), out)))
        .orElseGet(() -> Json.write("parts", out -> write(reply.parts(), out)));
  }

  private static void write(String shown, List<Reply.Part> parts, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("shown", shown);
    out.writeFieldName("parts");
    write(parts, out);
    out.writeEndObject();
  }

  private static void write(List<Reply.Part> parts, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (Reply.Part part : parts) {
      write(part, out);
    }
    out.writeEndArray();
  }

  static void write(Reply.Part part, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("text", part.text());
    out.writeArrayFieldStart("choices");
    for (Reply.Choice choice : part.choices()) {
      write(choice, out);
    }
    out.writeEndArray();
    if (!part.extras().equals(Extras.NONE)) {
      out.writeFieldName("extras");
      ExtrasJson.write(part.extras(), out);
    }
    out.writeEndObject();
  }

  private static void write(Reply.Choice choice, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("label", choice.label());
    out.writeStringField("say", choice.say());
    if (!choice.question().isEmpty()) {
      out.writeStringField("question", choice.question());
    }
    out.writeEndObject();
  }

  /**
   * The reply of a JSON text.
   *
   * @throws IllegalArgumentException when it is not what {@link #write(Reply)} makes; the message
   *     holds nothing of the text
   */
  public static Reply read(String stored) {
    return stored.startsWith(PRESSED)
        ? Json.read(stored, "pressed", ReplyJson::pressed)
        : new Reply(Json.read(stored, "parts", in -> Json.list(in, ReplyJson::part)));
  }

  private static Reply pressed(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    var shown = Json.text(in, "shown");
    Json.expect("parts".equals(in.nextFieldName()), in);
    in.nextToken();
    var parts = Json.list(in, ReplyJson::part);
    Json.end(in);
    return new Reply(parts, Optional.of(shown));
  }

  static Reply.Part part(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    String text = Json.text(in, "text");
    Json.expect("choices".equals(in.nextFieldName()), in);
    in.nextToken();
    List<Reply.Choice> choices = Json.list(in, ReplyJson::choice);
    Extras extras = Extras.NONE;
    if (Json.another(in)) {
      Json.expect("extras".equals(in.currentName()), in);
      in.nextToken();
      extras = ExtrasJson.read(in);
      Json.end(in);
    }
    return new Reply.Part(text, choices, extras);
  }

  private static Reply.Choice choice(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    var label = Json.text(in, "label");
    var say = Json.text(in, "say");
    if (!Json.another(in)) {
      return new Reply.Choice(label, say);
    }
    Json.expect("question".equals(in.currentName()), in);
    var question = Json.value(in);
    Json.end(in);
    return new Reply.Choice(label, say, question);
  }
}
