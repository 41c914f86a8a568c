package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.register.Client;
import org.lanshao.register.ClientField;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.RegisterEdit;
import org.lanshao.register.Tag;

/**
 * An edit of the register as stored:
 *
 * <pre>
 * {"v":1,"edit":{"do":"household","number":"J1","fields":{"area":"4453…","head":"张三","size":"3"},
 *   "clients":[{"number":"J1-1","fields":{"name":"张三"},
 *     "tags":[{"category":"dibao","from":"2022-01-01","until":"","source":"","detail":""}]}]}}
 * {"v":1,"edit":{"do":"site","number":"W12","fields":{…}}}
 * {"v":1,"edit":{"do":"merge","from":"J2","into":"J1"}}
 * </pre>
 */
public final class RegisterJson {
  private RegisterJson() {}

  /** The JSON text of an edit. */
  public static String write(RegisterEdit edit) {
    return Json.write("edit", out -> write(edit, out));
  }

  /**
   * The edit of a JSON text.
   *
   * @throws IllegalArgumentException when it is not what {@link #write(RegisterEdit)} makes; the
   *     message holds nothing of the text
   */
  public static RegisterEdit read(String json) {
    return Json.read(json, "edit", RegisterJson::edit);
  }

  private static void write(RegisterEdit edit, JsonGenerator out) throws IOException {
    out.writeStartObject();
    switch (edit) {
      case RegisterEdit.Put(Household household) -> {
        out.writeStringField("do", "household");
        out.writeStringField("number", household.number().text());
        fields(household.fields(), out);
        clients(household.clients(), out);
      }
      case RegisterEdit.Merge(FileNumber from, FileNumber into) -> {
        out.writeStringField("do", "merge");
        out.writeStringField("from", from.text());
        out.writeStringField("into", into.text());
      }
    }
    out.writeEndObject();
  }

  private static <F extends Enum<F>> void fields(Map<F, String> fields, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart("fields");
    for (var field : fields.entrySet()) {
      out.writeStringField(Json.word(field.getKey()), field.getValue());
    }
    out.writeEndObject();
  }

  private static void clients(List<Client> clients, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("clients");
    for (Client client : clients) {
      out.writeStartObject();
      out.writeStringField("number", client.number().text());
      fields(client.fields(), out);
      out.writeArrayFieldStart("tags");
      for (Tag tag : client.tags()) {
        tag(tag, out);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void tag(Tag tag, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("category", tag.category());
    out.writeStringField("from", tag.from().map(LocalDate::toString).orElse(""));
    out.writeStringField("until", tag.until().map(LocalDate::toString).orElse(""));
    out.writeStringField("source", tag.source());
    out.writeStringField("detail", tag.detail());
    out.writeEndObject();
  }

  private static RegisterEdit edit(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    try {
      var edit = edit(Json.text(in, "do"), in);
      Json.end(in);
      return edit;
    } catch (DateTimeException | IllegalArgumentException impossible) {
      throw new IOException("an edit that cannot be");
    }
  }

  private static RegisterEdit edit(String what, JsonParser in) throws IOException {
    return switch (what) {
      case "household" -> {
        var number = number("number", in);
        var fields = fields(HouseholdField.class, in);
        yield new RegisterEdit.Put(
            new Household(number, fields, list("clients", in, RegisterJson::client)));
      }
      case "merge" -> {
        var from = number("from", in);
        yield new RegisterEdit.Merge(from, number("into", in));
      }
      default -> throw new IOException("unknown edit");
    };
  }

  private static FileNumber number(String name, JsonParser in) throws IOException {
    return new FileNumber(Json.text(in, name));
  }

  private static <F extends Enum<F>> Map<F, String> fields(Class<F> kind, JsonParser in)
      throws IOException {
    Json.expect("fields".equals(in.nextFieldName()), in);
    Json.expect(in.nextToken() == JsonToken.START_OBJECT, in);
    var fields = new EnumMap<F, String>(kind);
    while (Json.another(in)) {
      var word = in.currentName();
      var text = Json.value(in);
      var field = Arrays.stream(kind.getEnumConstants()).filter(one -> Json.word(one).equals(word));
      fields.put(field.findFirst().orElseThrow(() -> new IOException("unknown field")), text);
    }
    return fields;
  }

  private static <T> List<T> list(String name, JsonParser in, Json.Reading<T> item)
      throws IOException {
    Json.expect(name.equals(in.nextFieldName()), in);
    in.nextToken();
    return Json.list(in, item);
  }

  private static Client client(JsonParser in) throws IOException {
    var number = number("number", in);
    var fields = fields(ClientField.class, in);
    var client = new Client(number, fields, list("tags", in, RegisterJson::tag));
    Json.end(in);
    return client;
  }

  private static Tag tag(JsonParser in) throws IOException {
    var category = Json.text(in, "category");
    var from = day("from", in);
    var until = day("until", in);
    var source = Json.text(in, "source");
    var tag = new Tag(category, from, until, source, Json.text(in, "detail"));
    Json.end(in);
    return tag;
  }

  private static Optional<LocalDate> day(String name, JsonParser in) throws IOException {
    return Optional.of(Json.text(in, name)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
  }
}
