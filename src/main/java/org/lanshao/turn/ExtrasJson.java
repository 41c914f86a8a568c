package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lanshao.message.Extras;
import org.lanshao.message.Extras.Attachment;
import org.lanshao.message.Extras.Mention;

/**
 * What a message has beyond its text, as it is stored, each only where there is something: {@code
 * {"markdown":"…","file":{"kind":"IMAGE","hash":"…","name":"…"},"mentions":["=account","*"],
 * "link":"…","replaces":"…"}}; among the mentions {@code *} is everybody.
 */
final class ExtrasJson {
  private static final String ALL = "*";
  private static final String ONE = "=";

  private ExtrasJson() {}

  static void write(Extras extras, JsonGenerator out) throws IOException {
    out.writeStartObject();
    if (extras.markdown().isPresent()) {
      out.writeStringField("markdown", extras.markdown().get());
    }
    if (extras.file().isPresent()) {
      out.writeFieldName("file");
      write(extras.file().get(), out);
    }
    if (!extras.mentions().isEmpty()) {
      out.writeArrayFieldStart("mentions");
      for (Mention mention : extras.mentions()) {
        out.writeString(word(mention));
      }
      out.writeEndArray();
    }
    if (extras.link().isPresent()) {
      out.writeStringField("link", extras.link().get());
    }
    if (extras.replaces().isPresent()) {
      out.writeStringField("replaces", extras.replaces().get());
    }
    out.writeEndObject();
  }

  private static void write(Attachment file, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("kind", file.kind().name());
    out.writeStringField("hash", file.hash());
    out.writeStringField("name", file.name());
    out.writeEndObject();
  }

  private static String word(Mention mention) {
    return switch (mention) {
      case Mention.All() -> ALL;
      case Mention.Person(String account) -> ONE + account;
    };
  }

  static Extras read(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    Optional<String> markdown = Optional.empty();
    Optional<Attachment> file = Optional.empty();
    List<Mention> mentions = List.of();
    Optional<String> link = Optional.empty();
    Optional<String> replaces = Optional.empty();
    while (Json.another(in)) {
      switch (in.currentName()) {
        case "markdown" -> markdown = Optional.of(Json.value(in));
        case "link" -> link = Optional.of(Json.value(in));
        case "replaces" -> replaces = Optional.of(Json.value(in));
        case "file" -> {
          in.nextToken();
          file = Optional.of(file(in));
        }
        case "mentions" -> {
          in.nextToken();
          mentions = Json.list(in, ExtrasJson::mention);
        }
        default -> Json.expect(false, in);
      }
    }
    return new Extras(markdown, file, mentions, link, replaces);
  }

  private static Attachment file(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    var kind = Json.text(in, "kind");
    var file = new Attachment(kind(kind, in), Json.text(in, "hash"), Json.text(in, "name"));
    Json.end(in);
    return file;
  }

  private static Attachment.Kind kind(String name, JsonParser in) throws IOException {
    for (Attachment.Kind kind : Attachment.Kind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    Json.expect(false, in);
    return Attachment.Kind.FILE;
  }

  private static Mention mention(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.VALUE_STRING, in);
    var word = in.getText();
    Json.expect(word.equals(ALL) || word.startsWith(ONE), in);
    return word.equals(ALL) ? new Mention.All() : new Mention.Person(word.substring(1));
  }
}
