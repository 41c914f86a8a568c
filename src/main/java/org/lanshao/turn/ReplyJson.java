package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.lanshao.message.Reply;

/**
 * Replies as they are stored: {@code
 * {"v":1,"parts":[{"text":"…","choices":[{"label":"…","say":"…"}]}]}}.
 */
public final class ReplyJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ReplyJson() {}

  /** The stored form of a reply. */
  public static String write(Reply reply) {
    var out = new StringWriter(256);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("v", 1);
      json.writeArrayFieldStart("parts");
      for (Reply.Part part : reply.parts()) {
        write(part, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void write(Reply.Part part, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("text", part.text());
    if (!part.choices().isEmpty()) {
      json.writeArrayFieldStart("choices");
      for (Reply.Choice choice : part.choices()) {
        json.writeStartObject();
        json.writeStringField("label", choice.label());
        json.writeStringField("say", choice.say());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws UncheckedIOException when it is something else
   */
  public static Reply read(String stored) {
    try (JsonParser json = JSON.createParser(stored)) {
      var parts = new ArrayList<Reply.Part>();
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        if (json.currentName().equals("parts")) {
          json.nextToken();
          while (json.nextToken() == JsonToken.START_OBJECT) {
            parts.add(part(json));
          }
        } else {
          json.nextToken();
          json.skipChildren();
        }
      }
      return new Reply(parts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reply.Part part(JsonParser json) throws IOException {
    String text = "";
    List<Reply.Choice> choices = new ArrayList<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      if (json.currentName().equals("text")) {
        text = json.nextTextValue();
      } else {
        json.nextToken();
        while (json.nextToken() == JsonToken.START_OBJECT) {
          choices.add(choice(json));
        }
      }
    }
    return new Reply.Part(text, choices);
  }

  private static Reply.Choice choice(JsonParser json) throws IOException {
    String label = "";
    String say = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      if (json.currentName().equals("label")) {
        label = json.nextTextValue();
      } else {
        say = json.nextTextValue();
      }
    }
    return new Reply.Choice(label, say);
  }
}
