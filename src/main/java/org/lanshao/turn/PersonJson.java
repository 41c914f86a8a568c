package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lanshao.directory.Agency;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Role;

/**
 * A person of the directory: {@code {"id":"p1","name":…,"role":"worker","area":…,"phone":…,
 * "language":"zh","left":0,"accounts":{"wecom":…},"agency":…}}; the last of few.
 */
final class PersonJson {
  private PersonJson() {}

  static void write(Person person, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", person.id().text());
    out.writeStringField("name", person.name());
    out.writeStringField("role", person.role().word());
    out.writeStringField("area", person.area().text());
    out.writeStringField("phone", person.phone());
    out.writeStringField("language", person.language());
    out.writeNumberField("left", person.left() ? 1 : 0);
    out.writeObjectFieldStart("accounts");
    for (var account : person.accounts().entrySet()) {
      out.writeStringField(account.getKey(), account.getValue());
    }
    out.writeEndObject();
    if (person.agency().isPresent()) {
      out.writeStringField("agency", person.agency().get().name());
    }
    out.writeEndObject();
  }

  /** The parser stands at the beginning of the object. */
  static Person read(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    var id = new PersonId(Json.text(in, "id"));
    var name = Json.text(in, "name");
    var role = Json.constant(in, "role", Role.values());
    var area = new AreaCode(Json.text(in, "area"));
    var phone = Json.text(in, "phone");
    var language = Json.text(in, "language");
    boolean left = Json.number(in, "left") == 1;
    var accounts = accounts(in);
    var agency = agency(in);
    return new Person(id, name, role, area, accounts, phone, language, left, agency);
  }

  /** It stands last, and of few; the end of the object is read with it. */
  private static Optional<Agency> agency(JsonParser in) throws IOException {
    if (!Json.another(in)) {
      return Optional.empty();
    }
    Json.expect("agency".equals(in.currentName()), in);
    var agency = Agency.of(Json.value(in));
    Json.end(in);
    return agency;
  }

  private static Map<String, String> accounts(JsonParser in) throws IOException {
    Json.expect("accounts".equals(in.nextFieldName()), in);
    Json.expect(in.nextToken() == JsonToken.START_OBJECT, in);
    var accounts = new HashMap<String, String>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      var kind = in.currentName();
      in.nextToken();
      accounts.put(kind, in.getText());
    }
    return accounts;
  }
}
