package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.lanshao.form.Media;
import org.lanshao.form.Point;
import org.lanshao.form.Value;

/**
 * An answer as JSON: {@code "text"}, {@code 3}, {@code true}, {@code ["flood","daily"]} for several
 * options, and for every other kind an object whose first field names it. Kinds are only added, and
 * what was ever written is read for ever:
 *
 * <pre>
 * {"about":200}                                  200多
 * {"decimal":"2.5"}  {"about_decimal":"2.5"}
 * {"one":"home"}
 * {"date":"2022-05-10"}  {"time":"20:30"}  {"datetime":"2022-05-10T20:30"}
 * {"place":"445381101","name":"太平镇（罗定市）"}
 * {"person":"张三","village":{"place":…}}  {"household":"12号户","village":null}
 * {"household":"张三","village":{"place":…},"file":"J12"}    a person likewise
 * {"phone":"13800138000"}  {"idnumber":"11010519491231002X"}
 * {"photos":[{"sent":"wecom","id":"m1"},{"kept":"9f86…"}]}  {"file":{"sent":…}}
 * {"point":[22.9,112.0],"place":{"place":…}}     each may be null
 * {"matter":"H23","name":"","about":"…","place":{"place":…}}
 * {"items":[{"name":{"person":…},"count":2}]}
 * </pre>
 */
final class ValueJson {
  private ValueJson() {}

  static void write(Value value, JsonGenerator out) throws IOException {
    switch (value) {
      case Value.Text(String text) -> out.writeString(text);
      case Value.Whole(long number, boolean approximate) -> whole(number, approximate, out);
      case Value.Decimal(BigDecimal number, boolean approximate) ->
          kind(approximate ? "about_decimal" : "decimal", number.toPlainString(), out);
      case Value.YesNo(boolean yes) -> out.writeBoolean(yes);
      case Value.One(String option) -> kind("one", option, out);
      case Value.Many many -> {
        out.writeStartArray();
        for (String option : many.options()) {
          out.writeString(option);
        }
        out.writeEndArray();
      }
      case Value.Date(LocalDate day) -> kind("date", day.toString(), out);
      case Value.Time(LocalTime time) -> kind("time", time.toString(), out);
      case Value.DateTime(LocalDateTime at) -> kind("datetime", at.toString(), out);
      case Value.Place place -> PlaceJson.write(place, out);
      case Value.Person(Optional<Value.Place> village, String name, Optional<String> number) ->
          named("person", name, village, number, out);
      case Value.Household(Optional<Value.Place> village, String name, Optional<String> number) ->
          named("household", name, village, number, out);
      case Value.Phone(String number) -> kind("phone", number, out);
      case Value.IdNumber(String number) -> kind("idnumber", number, out);
      case Value.Photos photos -> photos(photos.photos(), out);
      case Value.File(Media media) -> {
        out.writeStartObject();
        out.writeFieldName("file");
        MediaJson.write(media, out);
        out.writeEndObject();
      }
      case Value.Location location -> location(location, out);
      case Value.Matter matter -> matter(matter, out);
      case Value.Group group -> group(group, out);
    }
  }

  private static void whole(long number, boolean approximate, JsonGenerator out)
      throws IOException {
    if (approximate) {
      out.writeStartObject();
      out.writeNumberField("about", number);
      out.writeEndObject();
    } else {
      out.writeNumber(number);
    }
  }

  private static void kind(String kind, String text, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField(kind, text);
    out.writeEndObject();
  }

  private static void named(
      String kind,
      String name,
      Optional<Value.Place> village,
      Optional<String> number,
      JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    out.writeStringField(kind, name);
    out.writeFieldName("village");
    PlaceJson.write(village, out);
    if (number.isPresent()) {
      out.writeStringField("file", number.get());
    }
    out.writeEndObject();
  }

  private static void photos(List<Media> photos, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("photos");
    for (Media photo : photos) {
      MediaJson.write(photo, out);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void location(Value.Location location, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeFieldName("point");
    if (location.point().isPresent()) {
      var point = location.point().get();
      out.writeArray(new double[] {point.latitude(), point.longitude()}, 0, 2);
    } else {
      out.writeNull();
    }
    out.writeFieldName("place");
    PlaceJson.write(location.place(), out);
    out.writeEndObject();
  }

  private static void matter(Value.Matter matter, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("matter", matter.number());
    out.writeStringField("name", matter.name());
    out.writeStringField("about", matter.about());
    out.writeFieldName("place");
    PlaceJson.write(matter.place(), out);
    out.writeEndObject();
  }

  private static void group(Value.Group group, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("items");
    for (var item : group.items()) {
      AnswersJson.write(item, out);
    }
    out.writeEndArray();
    out.writeEndObject();
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

  /** The text that the parser stands at. */
  static String string(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.VALUE_STRING, in);
    return in.getText();
  }

  private static Value object(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    var kind = in.nextFieldName();
    Json.expect(kind != null, in);
    in.nextToken();
    try {
      Value value = value(kind == null ? "" : kind, in);
      if (!(value instanceof Value.Person || value instanceof Value.Household)) {
        Json.end(in);
      }
      return value;
    } catch (DateTimeException | IllegalArgumentException impossible) {
      throw new IOException("a value that cannot be");
    }
  }

  private static Value value(String kind, JsonParser in) throws IOException {
    return switch (kind) {
      case "about" -> new Value.Whole(in.getLongValue(), true);
      case "decimal" -> new Value.Decimal(new BigDecimal(string(in)));
      case "about_decimal" -> new Value.Decimal(new BigDecimal(string(in)), true);
      case "one" -> new Value.One(string(in));
      case "date" -> new Value.Date(LocalDate.parse(string(in)));
      case "time" -> new Value.Time(LocalTime.parse(string(in)));
      case "datetime" -> new Value.DateTime(LocalDateTime.parse(string(in)));
      case "place" -> new Value.Place(string(in), Json.text(in, "name"));
      case "person" -> {
        var name = string(in);
        yield new Value.Person(village(in), name, file(in));
      }
      case "household" -> {
        var name = string(in);
        yield new Value.Household(village(in), name, file(in));
      }
      case "phone" -> new Value.Phone(string(in));
      case "idnumber" -> new Value.IdNumber(string(in));
      case "photos" -> new Value.Photos(Json.list(in, MediaJson::read));
      case "file" -> new Value.File(MediaJson.read(in));
      case "point" -> location(in);
      case "matter" -> matter(in);
      case "items" -> new Value.Group(Json.list(in, AnswersJson::read));
      default -> throw new IOException("unknown kind of value");
    };
  }

  private static Value.Matter matter(JsonParser in) throws IOException {
    var number = string(in);
    var name = Json.text(in, "name");
    var about = Json.text(in, "about");
    Json.expect("place".equals(in.nextFieldName()), in);
    in.nextToken();
    var place = PlaceJson.read(in);
    Json.expect(place.isPresent(), in);
    return new Value.Matter(number, place.orElseThrow(), name, about);
  }

  /** The last field, which may be left out, and the end of the object. */
  private static Optional<String> file(JsonParser in) throws IOException {
    if (!Json.another(in)) {
      return Optional.empty();
    }
    Json.expect("file".equals(in.currentName()), in);
    var number = Json.value(in);
    Json.end(in);
    return Optional.of(number);
  }

  private static Optional<Value.Place> village(JsonParser in) throws IOException {
    Json.expect("village".equals(in.nextFieldName()), in);
    in.nextToken();
    return PlaceJson.read(in);
  }

  private static Value location(JsonParser in) throws IOException {
    Optional<Point> point = Optional.empty();
    if (in.currentToken() != JsonToken.VALUE_NULL) {
      var degrees = Json.list(in, JsonParser::getDoubleValue);
      Json.expect(degrees.size() == 2, in);
      point = Optional.of(new Point(degrees.getFirst(), degrees.getLast()));
    }
    Json.expect("place".equals(in.nextFieldName()), in);
    in.nextToken();
    return new Value.Location(point, PlaceJson.read(in));
  }
}
