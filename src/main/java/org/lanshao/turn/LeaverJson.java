package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.register.FileNumber;
import org.lanshao.turn.PeopleHeld.Leaver;
import org.lanshao.turn.PeopleHeld.Sought;

/** Who is to be forgotten, as it is stored: {@code {"v":1,"leaver":{"number":"J12-1",…}}}. */
public final class LeaverJson {
  private LeaverJson() {}

  /** What is private of somebody. */
  public static String write(Leaver leaver) {
    return Json.write("leaver", out -> write(leaver, out));
  }

  private static void write(Leaver leaver, JsonGenerator out) throws IOException {
    var sought = leaver.sought();
    out.writeStartObject();
    out.writeStringField("number", leaver.number());
    out.writeStringField("household", leaver.household().map(FileNumber::text).orElse(""));
    texts("marks", sought.marks(), out);
    texts("names", sought.names(), out);
    texts("places", sought.places(), out);
    texts("near", sought.near().stream().map(AreaCode::text).toList(), out);
    texts("nearby", sought.nearby().stream().map(PersonId::text).toList(), out);
    out.writeNumberField("unique", sought.unique() ? 1 : 0);
    texts("clients", sought.clients(), out);
    texts("worker", sought.worker().stream().map(PersonId::text).toList(), out);
    out.writeEndObject();
  }

  private static void texts(String name, Collection<String> texts, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  /**
   * What was written.
   *
   * @param id of the row
   * @param at when it was asked for
   */
  public static Leaver read(UUID id, Instant at, String text) {
    return Json.read(text, "leaver", in -> read(id, at, in));
  }

  private static Leaver read(UUID id, Instant at, JsonParser in) throws IOException {
    var number = Json.text(in, "number");
    var household = Optional.of(Json.text(in, "household")).filter(text -> !text.isEmpty());
    var marks = Set.copyOf(texts(in, "marks"));
    var names = Set.copyOf(texts(in, "names"));
    var places = Set.copyOf(texts(in, "places"));
    var near = texts(in, "near").stream().map(AreaCode::new).collect(Collectors.toSet());
    var nearby = texts(in, "nearby").stream().map(PersonId::new).collect(Collectors.toSet());
    boolean unique = Json.number(in, "unique") == 1;
    var clients = Set.copyOf(texts(in, "clients"));
    var worker = texts(in, "worker").stream().map(PersonId::new).toList();
    Json.end(in);
    var sought = new Sought(marks, names, places, near, nearby, unique, clients, worker);
    return new Leaver(id, at, sought, number, household.map(FileNumber::new));
  }

  private static List<String> texts(JsonParser in, String name) throws IOException {
    Json.expect(name.equals(in.nextFieldName()), in);
    in.nextToken();
    return Json.list(in, JsonParser::getText);
  }
}
