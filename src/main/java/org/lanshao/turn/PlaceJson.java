package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.lanshao.form.Value;

/** A place as JSON, {@code {"place":"445381101","name":"太平镇（罗定市）"}}; null where there is none. */
final class PlaceJson {
  private PlaceJson() {}

  static void write(Value.Place place, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("place", place.code());
    out.writeStringField("name", place.name());
    out.writeEndObject();
  }

  static void write(Optional<Value.Place> place, JsonGenerator out) throws IOException {
    if (place.isPresent()) {
      write(place.get(), out);
    } else {
      out.writeNull();
    }
  }

  static Optional<Value.Place> read(JsonParser in) throws IOException {
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    var code = Json.text(in, "place");
    var place = new Value.Place(code, Json.text(in, "name"));
    Json.end(in);
    return Optional.of(place);
  }
}
