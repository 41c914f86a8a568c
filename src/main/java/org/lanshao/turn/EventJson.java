package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.lanshao.dialogue.Basis;
import org.lanshao.dialogue.Event;
import org.lanshao.form.Answers;
import org.lanshao.form.FormId;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;

/**
 * The events of a dialogue as stored: {@code
 * {"v":1,"events":[{"did":"answered","question":"people","value":3}]}}.
 */
public final class EventJson {
  private EventJson() {}

  /** The JSON text of these events. */
  public static String write(List<Event> events) {
    return Json.write("events", out -> write(events, out));
  }

  /**
   * The events of a JSON text.
   *
   * @throws IllegalArgumentException when it is not what {@link #write(List)} makes; the message
   *     holds nothing of the text
   */
  public static List<Event> read(String json) {
    return Json.read(json, "events", in -> Json.list(in, EventJson::event));
  }

  private static void write(List<Event> events, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (Event event : events) {
      out.writeStartObject();
      write(event, out);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void write(Event event, JsonGenerator out) throws IOException {
    switch (event) {
      case Event.Started(FormId form, String definition) -> {
        out.writeStringField("did", "started");
        out.writeStringField("form", form.text());
        out.writeStringField("definition", definition);
      }
      case Event.Reopened(Basis basis) -> {
        out.writeStringField("did", "reopened");
        BasisJson.write(basis, out);
      }
      case Event.Reasoned(String why) -> {
        out.writeStringField("did", "reasoned");
        out.writeStringField("why", why);
      }
      case Event.Answered answered -> {
        of("answered", answered.question(), out);
        out.writeFieldName("value");
        ValueJson.write(answered.value(), out);
      }
      case Event.Copied copied -> {
        of("copied", copied.question(), out);
        out.writeFieldName("value");
        ValueJson.write(copied.value(), out);
      }
      case Event.Offered offered -> {
        of("offered", offered.question(), out);
        out.writeArrayFieldStart("values");
        for (var value : offered.candidates()) {
          ValueJson.write(value, out);
        }
        out.writeEndArray();
      }
      case Event.Insisted(int check) -> {
        out.writeStringField("did", "insisted");
        out.writeNumberField("check", check);
      }
      case Event.Skipped(QuestionId question) -> of("skipped", question, out);
      case Event.Cleared(QuestionId question) -> of("cleared", question, out);
      case Event.Misread(QuestionId question) -> of("misread", question, out);
      case Event.Opened(QuestionId question) -> of("opened", question, out);
      case Event.Noted(QuestionId question) -> of("noted", question, out);
      case Event.Closed() -> out.writeStringField("did", "closed");
      case Event.Together(int count) -> {
        out.writeStringField("did", "together");
        out.writeNumberField("count", count);
      }
      case Event.Gathered(List<Answers> records) -> {
        out.writeStringField("did", "gathered");
        out.writeArrayFieldStart("records");
        for (Answers record : records) {
          AnswersJson.write(record, out);
        }
        out.writeEndArray();
      }
      case Event.Undone() -> out.writeStringField("did", "undone");
      case Event.Restarted() -> out.writeStringField("did", "restarted");
      case Event.Cancelled() -> out.writeStringField("did", "cancelled");
      case Event.Kept() -> out.writeStringField("did", "kept");
      case Event.Resumed(int kept) -> {
        out.writeStringField("did", "resumed");
        out.writeNumberField("kept", kept);
      }
      case Event.Timed(UUID timer, Instant at) -> {
        out.writeStringField("did", "timed");
        out.writeStringField("timer", timer.toString());
        out.writeStringField("at", at.toString());
      }
      case Event.Loose(Value value, Instant at) -> {
        out.writeStringField("did", "loose");
        out.writeStringField("at", at.toString());
        out.writeFieldName("value");
        ValueJson.write(value, out);
      }
      case Event.Placed() -> out.writeStringField("did", "placed");
      case Event.Dropped() -> out.writeStringField("did", "dropped");
      case Event.Numbered(String number) -> {
        out.writeStringField("did", "numbered");
        out.writeStringField("number", number);
      }
      case Event.Submitted() -> out.writeStringField("did", "submitted");
    }
  }

  private static void of(String did, QuestionId question, JsonGenerator out) throws IOException {
    out.writeStringField("did", did);
    out.writeStringField("question", question.text());
  }

  private static Event event(JsonParser in) throws IOException {
    Json.expect(in.currentToken() == JsonToken.START_OBJECT, in);
    Event event = event(Json.text(in, "did"), in);
    Json.end(in);
    return event;
  }

  private static Event event(String did, JsonParser in) throws IOException {
    return switch (did) {
      case "started" ->
          new Event.Started(new FormId(Json.text(in, "form")), Json.text(in, "definition"));
      case "reopened" -> new Event.Reopened(BasisJson.read(in));
      case "reasoned" -> new Event.Reasoned(Json.text(in, "why"));
      case "answered" -> answered(in);
      case "copied" -> copied(in);
      case "offered" -> offered(in);
      case "insisted" -> new Event.Insisted(Json.number(in, "check"));
      case "skipped" -> new Event.Skipped(question(in));
      case "cleared" -> new Event.Cleared(question(in));
      case "misread" -> new Event.Misread(question(in));
      case "opened" -> new Event.Opened(question(in));
      case "noted" -> new Event.Noted(question(in));
      case "closed" -> new Event.Closed();
      case "together" -> new Event.Together(Json.number(in, "count"));
      case "gathered" -> gathered(in);
      case "undone" -> new Event.Undone();
      case "restarted" -> new Event.Restarted();
      case "cancelled" -> new Event.Cancelled();
      case "kept" -> new Event.Kept();
      case "resumed" -> new Event.Resumed(Json.number(in, "kept"));
      case "timed" -> timed(in);
      case "loose" -> loose(in);
      case "placed" -> new Event.Placed();
      case "dropped" -> new Event.Dropped();
      case "numbered" -> new Event.Numbered(Json.text(in, "number"));
      case "submitted" -> new Event.Submitted();
      default -> throw new IOException("unknown event");
    };
  }

  private static Event timed(JsonParser in) throws IOException {
    try {
      var timer = UUID.fromString(Json.text(in, "timer"));
      return new Event.Timed(timer, Instant.parse(Json.text(in, "at")));
    } catch (IllegalArgumentException | DateTimeParseException wrong) {
      throw new IOException("not a timer");
    }
  }

  private static Event loose(JsonParser in) throws IOException {
    try {
      var at = Instant.parse(Json.text(in, "at"));
      field(in, "value");
      return new Event.Loose(ValueJson.read(in), at);
    } catch (DateTimeParseException wrong) {
      throw new IOException("not a time");
    }
  }

  private static Event answered(JsonParser in) throws IOException {
    var question = question(in);
    field(in, "value");
    return new Event.Answered(question, ValueJson.read(in));
  }

  private static Event copied(JsonParser in) throws IOException {
    var question = question(in);
    field(in, "value");
    return new Event.Copied(question, ValueJson.read(in));
  }

  private static Event gathered(JsonParser in) throws IOException {
    field(in, "records");
    return new Event.Gathered(Json.list(in, AnswersJson::read));
  }

  private static Event offered(JsonParser in) throws IOException {
    var question = question(in);
    field(in, "values");
    return new Event.Offered(question, Json.list(in, ValueJson::read));
  }

  private static QuestionId question(JsonParser in) throws IOException {
    return new QuestionId(Json.text(in, "question"));
  }

  private static void field(JsonParser in, String name) throws IOException {
    Json.expect(in.nextToken() == JsonToken.FIELD_NAME && name.equals(in.currentName()), in);
    in.nextToken();
  }
}
