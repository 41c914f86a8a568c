package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.lanshao.message.Reply;

/**
 * Replies as they are stored: {@code
 * {"v":1,"parts":[{"text":"…","choices":[{"label":"…","say":"…"}]}]}}.
 */
public final class ReplyJson {
  private ReplyJson() {}

  /** The stored form of a reply. */
  public static String write(Reply reply) {
    return Json.write(
        "parts",
        out -> {
          out.writeStartArray();
          for (Reply.Part part : reply.parts()) {
            write(part, out);
          }
          out.writeEndArray();
        });
  }

  static void write(Reply.Part part, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("text", part.text());
    out.writeArrayFieldStart("choices");
    for (Reply.Choice choice : part.choices()) {
      out.writeStartObject();
      out.writeStringField("label", choice.label());
      out.writeStringField("say", choice.say());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /**
   * The reply of a JSON text.
   *
   * @throws IllegalArgumentException when it is not what {@link #write(Reply)} makes; the message
   *     holds nothing of the text
   */
  public static Reply read(String stored) {
    return new Reply(Json.read(stored, "parts", in -> Json.list(in, ReplyJson::part)));
  }

  static Reply.Part part(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    String text = Json.text(in, "text");
    Json.expect("choices".equals(in.nextFieldName()), in);
    in.nextToken();
    List<Reply.Choice> choices = Json.list(in, ReplyJson::choice);
    Json.end(in);
    return new Reply.Part(text, choices);
  }

  private static Reply.Choice choice(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    var choice = new Reply.Choice(Json.text(in, "label"), Json.text(in, "say"));
    Json.end(in);
    return choice;
  }
}
