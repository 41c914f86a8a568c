package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.lanshao.form.Value;

/**
 * An answer as JSON: {@code "text"}, {@code 3}, {@code true}, {@code {"one":"home"}}, {@code
 * ["flood","daily"]} for several options, {@code {"place":"445381101","name":"太平镇（罗定市）"}}.
 */
final class ValueJson {
  private ValueJson() {}

  static void write(Value value, JsonGenerator out) throws IOException {
    switch (value) {
      case Value.Text(String text) -> out.writeString(text);
      case Value.Whole(long number) -> out.writeNumber(number);
      case Value.YesNo(boolean yes) -> out.writeBoolean(yes);
      case Value.One(String option) -> {
        out.writeStartObject();
        out.writeStringField("one", option);
        out.writeEndObject();
      }
      case Value.Many many -> {
        out.writeStartArray();
        for (String option : many.options()) {
          out.writeString(option);
        }
        out.writeEndArray();
      }
      case Value.Place(String code, String name) -> {
        out.writeStartObject();
        out.writeStringField("place", code);
        out.writeStringField("name", name);
        out.writeEndObject();
      }
    }
  }

  /** The parser stands at the value's first token and is left at its last. */
  static Value read(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    Json.expect(token != null, in);
    return switch (token) {
      case VALUE_STRING -> new Value.Text(in.getText());
      case VALUE_NUMBER_INT -> new Value.Whole(in.getLongValue());
      case VALUE_TRUE -> new Value.YesNo(true);
      case VALUE_FALSE -> new Value.YesNo(false);
      case START_ARRAY -> new Value.Many(Json.list(in, ValueJson::string));
      default -> object(in);
    };
  }

  private static String string(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.VALUE_STRING, in);
    return in.getText();
  }

  private static Value object(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    var name = in.nextFieldName();
    Json.expect("one".equals(name) || "place".equals(name), in);
    in.nextToken();
    var text = string(in);
    Value value =
        "one".equals(name) ? new Value.One(text) : new Value.Place(text, Json.text(in, "name"));
    Json.end(in);
    return value;
  }
}
