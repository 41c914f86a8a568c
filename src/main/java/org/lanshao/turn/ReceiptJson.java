package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonToken;
import java.util.List;
import org.lanshao.turn.Outgoing.Settlement;

/**
 * What a platform said when it took a message, as it is stored: {@code
 * {"v":1,"receipt":{"handle":"…","undelivered":["…"]}}}.
 */
public final class ReceiptJson {
  private ReceiptJson() {}

  /** The stored form. */
  public static String write(Settlement.Accepted accepted) {
    return Json.write(
        "receipt",
        out -> {
          out.writeStartObject();
          out.writeStringField("handle", accepted.handle());
          out.writeArrayFieldStart("undelivered");
          for (String account : accepted.undelivered()) {
            out.writeString(account);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  /**
   * What a stored text says.
   *
   * @throws IllegalArgumentException when it is not what {@link #write} makes; the message holds
   *     nothing of the text
   */
  public static Settlement.Accepted read(String stored) {
    return Json.read(
        stored,
        "receipt",
        in -> {
          Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
          String handle = Json.text(in, "handle");
          Json.expect("undelivered".equals(in.nextFieldName()), in);
          in.nextToken();
          List<String> undelivered =
              Json.list(
                  in,
                  item -> {
                    Json.expect(item.currentToken() == JsonToken.VALUE_STRING, item);
                    return item.getText();
                  });
          Json.end(in);
          return new Settlement.Accepted(handle, undelivered);
        });
  }
}
