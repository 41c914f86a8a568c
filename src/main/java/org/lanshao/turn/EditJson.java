package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.directory.Agency;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Founding;
import org.lanshao.directory.Group;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Proposal;
import org.lanshao.directory.RoughDay;
import org.lanshao.directory.Shift;
import org.lanshao.form.Point;

/**
 * The edits of the directory as stored: {@code
 * {"v":1,"edits":[{"do":"hand-over","from":"p1","to":"p11"}]}}.
 */
public final class EditJson {
  private EditJson() {}

  /** The JSON text of these edits. */
  public static String write(List<Edit> edits) {
    return Json.write("edits", out -> write(edits, out));
  }

  /**
   * The edits of a JSON text.
   *
   * @throws IllegalArgumentException when it is not what {@link #write(List)} makes; the message
   *     holds nothing of the text
   */
  public static List<Edit> read(String json) {
    return Json.read(json, "edits", in -> Json.list(in, EditJson::edit));
  }

  static void write(List<Edit> edits, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (Edit edit : edits) {
      out.writeStartObject();
      write(edit, out);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void write(Edit edit, JsonGenerator out) throws IOException {
    switch (edit) {
      case Edit.PutArea(Area area) -> area(area, out);
      case Edit.DropArea(AreaCode code) -> fields(out, "drop-area", "code", code.text());
      case Edit.PutPerson put -> person(put, out);
      case Edit.DropPerson(PersonId id) -> fields(out, "drop-person", "id", id.text());
      case Edit.PutGroup(Group group) -> group(group, out);
      case Edit.DropGroup(GroupId id) -> fields(out, "drop-group", "id", id.text());
      case Edit.HandOver(PersonId from, PersonId to) ->
          fields(out, "hand-over", "from", from.text(), "to", to.text());
      case Edit.Roster(AreaCode area, LocalDate day, List<PersonId> people) -> {
        fields(out, "roster", "area", area.text(), "day", day.toString());
        texts("people", people.stream().map(PersonId::text).toList(), out);
      }
      case Edit.Begin(Shift shift) -> {
        fields(out, "begin", "person", shift.person().text(), "area", shift.area().text());
        Json.writeInstant("from", shift.from(), out);
        Json.writeInstant("until", shift.until(), out);
        out.writeNumberField("ended", shift.ended() ? 1 : 0);
      }
      case Edit.End(PersonId person, var at) -> {
        fields(out, "end", "person", person.text());
        Json.writeInstant("at", at, out);
      }
      case Edit.Propose(Proposal proposal) -> {
        fields(out, "propose");
        ProposalJson.write(proposal, out);
      }
      case Edit.Settle(String number, Proposal.State state, Optional<PersonId> by) ->
          fields(
              out,
              "settle",
              "number",
              number,
              "state",
              Json.word(state),
              "by",
              by.map(PersonId::text).orElse(""));
    }
  }

  /** What is done, then names and their texts in turn. */
  private static void fields(JsonGenerator out, String what, String... namesAndTexts)
      throws IOException {
    out.writeStringField("do", what);
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      out.writeStringField(namesAndTexts[i], namesAndTexts[i + 1]);
    }
  }

  private static void texts(String name, List<String> texts, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  /** A station whose beginnings are known is written with them, under a word of its own. */
  private static void area(Area area, JsonGenerator out) throws IOException {
    boolean founded = !area.founding().equals(Founding.UNKNOWN);
    fields(
        out,
        founded ? "station" : "area",
        "code",
        area.code().text(),
        "name",
        area.name(),
        "kind",
        Json.word(area.kind()),
        "parent",
        area.parent().map(AreaCode::text).orElse(""));
    texts("aliases", area.aliases(), out);
    var point = area.point().map(p -> p.latitude() + " " + p.longitude());
    out.writeStringField("point", point.orElse(""));
    if (founded) {
      out.writeStringField("founded", text(area.founding().station()));
      out.writeStringField("branch", text(area.founding().branch()));
    }
  }

  private static String text(Optional<RoughDay> day) {
    return day.map(RoughDay::text).orElse("");
  }

  private static void person(Edit.PutPerson put, JsonGenerator out) throws IOException {
    fields(out, "person");
    out.writeFieldName("person");
    PersonJson.write(put.person(), out);
    out.writeArrayFieldStart("before");
    if (put.before().isPresent()) {
      PersonJson.write(put.before().get(), out);
    }
    out.writeEndArray();
  }

  /** One of agencies is written with them, under a word of its own. */
  private static void group(Group group, JsonGenerator out) throws IOException {
    fields(
        out,
        group.isOwn() ? "group" : "joint-group",
        "id",
        group.id().text(),
        "name",
        group.name(),
        "area",
        group.area().text(),
        "channel",
        group.channel(),
        "send",
        group.send(),
        "hear",
        group.hear());
    if (!group.isOwn()) {
      texts("agencies", group.agencies().stream().map(Agency::name).toList(), out);
    }
  }

  /** The parser stands at the beginning of the edit. */
  static Edit edit(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    var edit = edit(Json.text(in, "do"), in);
    Json.end(in);
    return edit;
  }

  private static Edit edit(String what, JsonParser in) throws IOException {
    return switch (what) {
      case "area" -> new Edit.PutArea(area(in));
      case "station" -> new Edit.PutArea(area(in).with(founding(in)));
      case "drop-area" -> new Edit.DropArea(new AreaCode(Json.text(in, "code")));
      case "person" -> person(in);
      case "drop-person" -> new Edit.DropPerson(new PersonId(Json.text(in, "id")));
      case "group" -> new Edit.PutGroup(group(in));
      case "joint-group" -> {
        var group = group(in);
        var agencies = texts("agencies", in).stream().flatMap(name -> Agency.of(name).stream());
        yield new Edit.PutGroup(group.of(agencies.collect(Collectors.toSet())));
      }
      case "drop-group" -> new Edit.DropGroup(new GroupId(Json.text(in, "id")));
      case "hand-over" ->
          new Edit.HandOver(new PersonId(Json.text(in, "from")), new PersonId(Json.text(in, "to")));
      case "roster" ->
          new Edit.Roster(
              new AreaCode(Json.text(in, "area")),
              day(Json.text(in, "day")),
              texts("people", in).stream().map(PersonId::new).toList());
      case "begin" ->
          new Edit.Begin(
              new Shift(
                  new PersonId(Json.text(in, "person")),
                  new AreaCode(Json.text(in, "area")),
                  Json.instant(in, "from"),
                  Json.instant(in, "until"),
                  Json.number(in, "ended") == 1));
      case "end" -> new Edit.End(new PersonId(Json.text(in, "person")), Json.instant(in, "at"));
      case "propose" -> new Edit.Propose(ProposalJson.read(in));
      case "settle" ->
          new Edit.Settle(
              Json.text(in, "number"),
              Json.constant(in, "state", Proposal.State.values()),
              Json.person(in, "by"));
      default -> throw new IOException("unknown edit");
    };
  }

  private static Area area(JsonParser in) throws IOException {
    var code = new AreaCode(Json.text(in, "code"));
    var name = Json.text(in, "name");
    var kind = Json.constant(in, "kind", Area.Kind.values());
    var parent = Optional.of(Json.text(in, "parent")).filter(text -> !text.isEmpty());
    var aliases = texts("aliases", in);
    return new Area(
        code, name, kind, parent.map(AreaCode::new), aliases, point(Json.text(in, "point")));
  }

  private static Founding founding(JsonParser in) throws IOException {
    var founded = RoughDay.read(Json.text(in, "founded"));
    return new Founding(founded, RoughDay.read(Json.text(in, "branch")));
  }

  private static Optional<Point> point(String text) throws IOException {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      int space = text.indexOf(' ');
      return Optional.of(
          new Point(
              Double.parseDouble(text.substring(0, Math.max(0, space))),
              Double.parseDouble(text.substring(space + 1))));
    } catch (NumberFormatException e) {
      throw new IOException("no point", e);
    }
  }

  private static Edit person(JsonParser in) throws IOException {
    Json.expect("person".equals(in.nextFieldName()), in);
    in.nextToken();
    var person = PersonJson.read(in);
    Json.expect("before".equals(in.nextFieldName()), in);
    in.nextToken();
    return new Edit.PutPerson(person, Json.list(in, PersonJson::read).stream().findFirst());
  }

  private static Group group(JsonParser in) throws IOException {
    return new Group(
        new GroupId(Json.text(in, "id")),
        Json.text(in, "name"),
        new AreaCode(Json.text(in, "area")),
        Json.text(in, "channel"),
        Json.text(in, "send"),
        Json.text(in, "hear"));
  }

  private static List<String> texts(String name, JsonParser in) throws IOException {
    Json.expect(name.equals(in.nextFieldName()), in);
    Json.expect(in.nextToken() == JsonToken.START_ARRAY, in);
    return Json.list(
        in,
        item -> {
          Json.expect(item.currentToken() == JsonToken.VALUE_STRING, item);
          return item.getText();
        });
  }

  private static LocalDate day(String text) throws IOException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IOException("no day", e);
    }
  }
}
