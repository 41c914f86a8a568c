package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.lanshao.form.Media;

/**
 * A picture or file as JSON: {@code {"sent":"wecom","id":"m1"}}, or once it is kept {@code
 * {"kept":"9f86…"}}.
 */
final class MediaJson {
  private MediaJson() {}

  static void write(Media media, JsonGenerator out) throws IOException {
    out.writeStartObject();
    switch (media) {
      case Media.Sent(String channel, String id) -> {
        out.writeStringField("sent", channel);
        out.writeStringField("id", id);
      }
      case Media.Kept(String sha256) -> out.writeStringField("kept", sha256);
    }
    out.writeEndObject();
  }

  static Media read(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    var kind = in.nextFieldName();
    in.nextToken();
    var text = ValueJson.string(in);
    Json.expect("sent".equals(kind) || "kept".equals(kind), in);
    Media media =
        "sent".equals(kind) ? new Media.Sent(text, Json.text(in, "id")) : new Media.Kept(text);
    Json.end(in);
    return media;
  }
}
