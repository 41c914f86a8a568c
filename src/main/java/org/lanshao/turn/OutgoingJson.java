package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;

/**
 * Outgoing messages as they are stored: {@code {"v":1,"outgoing":{"person":"…","part":{…}}}}, with
 * {@code group} instead of {@code person} for a group, or {@code "back":"…","account":"…"}, and the
 * part as in {@link ReplyJson}.
 */
public final class OutgoingJson {
  private OutgoingJson() {}

  /** Whom a message goes to and what it says; private. */
  public record Message(Target target, Reply.Part part) {
    /** Without what it says. */
    @Override
    public String toString() {
      return "Message[]";
    }
  }

  /** The stored form of a message. */
  public static String write(Message message) {
    return Json.write("outgoing", out -> write(message, out));
  }

  private static void write(Message message, JsonGenerator out) throws IOException {
    out.writeStartObject();
    switch (message.target()) {
      case Target.ToPerson(String account) -> out.writeStringField("person", account);
      case Target.ToGroup(String send) -> out.writeStringField("group", send);
      case Target.Back(String account, String back) -> {
        out.writeStringField("back", back);
        out.writeStringField("account", account);
      }
    }
    out.writeFieldName("part");
    ReplyJson.write(message.part(), out);
    out.writeEndObject();
  }

  /**
   * The message of a JSON text.
   *
   * @throws IllegalArgumentException when it is not what {@link #write(Message)} makes; the error's
   *     message holds nothing of the text
   */
  public static Message read(String stored) {
    return Json.read(stored, "outgoing", OutgoingJson::message);
  }

  private static Message message(JsonParser in) throws IOException {
    var kind = in.nextFieldName();
    var address = in.nextTextValue();
    Json.expect(kind != null && address != null, in);
    Target target = target(kind == null ? "" : kind, address == null ? "" : address, in);
    Json.expect("part".equals(in.nextFieldName()), in);
    in.nextToken();
    var part = ReplyJson.part(in);
    Json.end(in);
    return new Message(target, part);
  }

  private static Target target(String kind, String address, JsonParser in) throws IOException {
    return switch (kind) {
      case "person" -> new Target.ToPerson(address);
      case "group" -> new Target.ToGroup(address);
      default -> {
        Json.expect(kind.equals("back"), in);
        yield new Target.Back(Json.text(in, "account"), address);
      }
    };
  }
}
