package org.lanshao.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.turn.ReplyJson;

/** An outgoing message as it is stored: {@code {"v":1,"person":"…","reply":"{…}"}}. */
final class PayloadJson {
  private static final JsonFactory JSON = new JsonFactory();

  private PayloadJson() {}

  /** Whom it goes to and what it says. */
  record Payload(Target target, Reply.Part part) {}

  static String write(Payload payload) {
    var out = new StringWriter(256);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("v", 1);
      switch (payload.target()) {
        case Target.ToPerson(String account) -> json.writeStringField("person", account);
        case Target.ToGroup(String send) -> json.writeStringField("group", send);
      }
      var reply = new Reply(java.util.List.of(payload.part()));
      json.writeStringField("reply", ReplyJson.write(reply));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  static Payload read(String text) {
    var target = new Target[1];
    var reply = Reply.NONE;
    try (var json = JSON.createParser(text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        json.nextToken();
        switch (name) {
          case "person" -> target[0] = new Target.ToPerson(json.getText());
          case "group" -> target[0] = new Target.ToGroup(json.getText());
          case "reply" -> reply = ReplyJson.read(json.getText());
          default -> json.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a stored message cannot be read", e);
    }
    return new Payload(target[0], reply.parts().getFirst());
  }
}
