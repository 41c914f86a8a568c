package org.lanshao.channel.wecom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.lanshao.channel.Delivery;
import org.lanshao.message.Extras;
import org.lanshao.message.Splitting;

/** The JSON of messages: what the calls that send them have in common. */
final class WecomBody {
  private static final Map<String, String> JSON =
      Map.of("content-type", "application/json; charset=utf-8");

  private WecomBody() {}

  /** A call with this body, which needs the access token. */
  static Delivery.HttpCall call(String uri, ObjectNode body) {
    return new Delivery.HttpCall("POST", uri, JSON, bytes(body), Optional.of("access_token"));
  }

  /** A call with this body, whose address says who calls. */
  static Delivery.HttpCall open(String uri, ObjectNode body) {
    return new Delivery.HttpCall("POST", uri, JSON, bytes(body), Optional.empty());
  }

  private static byte[] bytes(ObjectNode body) {
    try {
      return ApiAnswer.JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers cannot fail to be written", e);
    }
  }

  /** An empty body. */
  static ObjectNode create() {
    return ApiAnswer.JSON.createObjectNode();
  }

  /** The marked text of a message, if it has one that fits and the installation can show it. */
  static Optional<String> markdown(Optional<String> markdown, Abilities abilities, int maxBytes) {
    return markdown
        .map(SafeText::of)
        .filter(marked -> abilities.markdown() && Splitting.bytes(marked) <= maxBytes);
  }

  /** Writes marked text. */
  static void markdown(String marked, ObjectNode into) {
    into.put("msgtype", "markdown");
    into.putObject("markdown").put("content", marked);
  }

  /** Writes plain text; what stands below {@code text} comes back, for more. */
  static ObjectNode text(String text, ObjectNode into) {
    into.put("msgtype", "text");
    return into.putObject("text").put("content", SafeText.of(text));
  }

  /** Writes a picture or file that the platform keeps under this id. */
  static void file(Extras.Attachment file, String mediaId, ObjectNode into) {
    String type = type(file);
    into.put("msgtype", type);
    into.putObject(type).put("media_id", mediaId);
  }

  /** The platform's name for a kind of file. */
  static String type(Extras.Attachment file) {
    return switch (file.kind()) {
      case IMAGE -> "image";
      case FILE -> "file";
    };
  }
}
