package org.lanshao.turn;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.lanshao.count.Condition;
import org.lanshao.count.Cut;
import org.lanshao.count.Report;
import org.lanshao.count.Scope;
import org.lanshao.count.Source;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.FormId;
import org.lanshao.form.QuestionId;
import org.lanshao.reading.DayRange;

/**
 * What a kept report holds: {@code {"v":1,"report":{"kind":"summary","title":…,"forms":[…],"in":
 * "area","of":"445300","first":"2022-05-09","last":…,"text":…,"inputs":[{"name":…,"measure":…,
 * "distinct":0,"in":…,"where":[{"question":…,"value":…}],"number":5685}]}}}. Its numbers of matters
 * stand beside it, so that nodes of before read what they know: {@code {"v":1,"matters":[{"name":…,
 * "letter":"H","stage":"opened","in":…,"number":3}]}}.
 */
public final class ReportJson {
  private static final String NAME = "report";
  private static final String MATTERS = "matters";

  private ReportJson() {}

  /** Its numbers of matters. */
  public static String matters(Report report) {
    return Json.write(
        MATTERS,
        out -> {
          out.writeStartArray();
          for (Report.Input input : report.inputs()) {
            if (input.source() instanceof Source.OfMatters matters) {
              write(input, matters, out);
            }
          }
          out.writeEndArray();
        });
  }

  private static void write(Report.Input input, Source.OfMatters matters, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("name", input.name());
    out.writeStringField("letter", matters.letter());
    out.writeStringField("stage", Json.word(matters.stage()));
    span(matters.scope(), matters.days(), out);
    out.writeNumberField("number", input.number());
    out.writeEndObject();
  }

  /** The numbers of matters that were written so. */
  public static List<Report.Input> matters(String text) {
    return Json.read(text, MATTERS, in -> Json.list(in, ReportJson::matter));
  }

  private static Report.Input matter(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    var name = Json.text(in, "name");
    var letter = Json.text(in, "letter");
    var stage = Json.constant(in, "stage", Source.Stage.values());
    var scope = scope(in);
    var range = range(in);
    long number = whole(in);
    Json.end(in);
    return new Report.Input(name, new Source.OfMatters(letter, stage, scope, range), number);
  }

  private static long whole(JsonParser in) throws IOException {
    Json.expect("number".equals(in.nextFieldName()), in);
    Json.expect(in.nextToken() == JsonToken.VALUE_NUMBER_INT, in);
    return in.getLongValue();
  }

  /** All but the number, the moment, who asked, and its numbers of matters. */
  public static String write(Report report) {
    return Json.write(NAME, out -> write(report, out));
  }

  /** The report of this number that somebody asked for at that moment. */
  public static Report read(String number, Instant at, PersonId by, String text) {
    return Json.read(text, NAME, in -> read(number, at, by, in));
  }

  private static void write(Report report, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("kind", Json.word(report.kind()));
    out.writeStringField("title", report.title());
    out.writeArrayFieldStart("forms");
    for (FormId form : report.forms()) {
      out.writeString(form.text());
    }
    out.writeEndArray();
    span(report.scope(), report.range(), out);
    out.writeStringField("text", report.text());
    out.writeArrayFieldStart("inputs");
    for (Report.Input input : report.inputs()) {
      if (input.source() instanceof Source.OfRecords(Cut cut)) {
        write(input, cut, out);
      }
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void write(Report.Input input, Cut cut, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", input.name());
    out.writeStringField("measure", cut.measure());
    out.writeNumberField("distinct", cut.distinct() ? 1 : 0);
    span(cut.scope(), cut.range(), out);
    out.writeArrayFieldStart("where");
    for (Condition only : cut.where()) {
      out.writeStartObject();
      out.writeStringField("question", only.question().text());
      out.writeStringField("value", only.value());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeNumberField("number", input.number());
    out.writeEndObject();
  }

  private static void span(Scope scope, DayRange range, JsonGenerator out) throws IOException {
    switch (scope) {
      case Scope.InArea(AreaCode area) -> areas(List.of(area), out);
      case Scope.InAreas(List<AreaCode> several) -> areas(several, out);
      case Scope.ByPerson(PersonId person) -> {
        out.writeStringField("in", "person");
        out.writeStringField("of", person.text());
      }
    }
    out.writeStringField("first", range.first().toString());
    out.writeStringField("last", range.last().toString());
  }

  private static void areas(List<AreaCode> areas, JsonGenerator out) throws IOException {
    out.writeStringField("in", "area");
    out.writeStringField("of", areas.stream().map(AreaCode::text).collect(joining(",")));
  }

  private static Report read(String number, Instant at, PersonId by, JsonParser in)
      throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    var kind = Json.constant(in, "kind", Report.Kind.values());
    var title = Json.text(in, "title");
    var forms = items(in, "forms", item -> new FormId(item.getText()));
    var scope = scope(in);
    var range = range(in);
    var text = Json.text(in, "text");
    var inputs = items(in, "inputs", ReportJson::input);
    Json.end(in);
    return new Report(number, at, by, kind, title, forms, scope, range, text, inputs);
  }

  private static <T> List<T> items(JsonParser in, String name, Json.Reading<T> item)
      throws IOException {
    Json.expect(name.equals(in.nextFieldName()), in);
    in.nextToken();
    return Json.list(in, item);
  }

  private static Report.Input input(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    var name = Json.text(in, "name");
    var measure = Json.text(in, "measure");
    boolean distinct = Json.number(in, "distinct") == 1;
    var scope = scope(in);
    var range = range(in);
    var where = items(in, "where", ReportJson::condition);
    long number = whole(in);
    Json.end(in);
    return new Report.Input(
        name, new Cut(measure, distinct, scope, range, where, List.of()), number);
  }

  private static Condition condition(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    var question = new QuestionId(Json.text(in, "question"));
    var value = Json.text(in, "value");
    Json.end(in);
    return new Condition(question, value);
  }

  private static Scope scope(JsonParser in) throws IOException {
    boolean area = Json.text(in, "in").equals("area");
    var of = Json.text(in, "of");
    return area
        ? Scope.in(Stream.of(of.split(",")).map(AreaCode::new).toList())
        : new Scope.ByPerson(new PersonId(of));
  }

  private static DayRange range(JsonParser in) throws IOException {
    var first = LocalDate.parse(Json.text(in, "first"));
    return new DayRange(first, LocalDate.parse(Json.text(in, "last")));
  }
}
