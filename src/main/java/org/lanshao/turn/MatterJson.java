package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import org.lanshao.form.Value;
import org.lanshao.record.Matter;

/**
 * What a matter is about and its steps: {@code
 * {"v":1,"matter":{"place":"4453…","placename":"石巷村","name":"张三","about":"用电",
 * "kinds":["wiring"],"steps":[ {"record":"V102","state":"open","done":0,"amount":0}]}}}.
 */
public final class MatterJson {
  private MatterJson() {}

  /** Reading half: what was written of a matter. */
  public record Body(Matter.What what, List<Matter.Step> steps) {}

  /** The text of a matter's private parts. */
  public static String write(Matter matter) {
    return Json.write("matter", out -> write(matter, out));
  }

  private static void write(Matter matter, JsonGenerator out) throws IOException {
    var what = matter.what();
    out.writeStartObject();
    out.writeStringField("place", what.place().code());
    out.writeStringField("placename", what.place().name());
    out.writeStringField("name", what.name());
    out.writeStringField("about", what.about());
    if (!what.kinds().isEmpty()) {
      out.writeArrayFieldStart("kinds");
      for (String kind : what.kinds()) {
        out.writeString(kind);
      }
      out.writeEndArray();
    }
    out.writeArrayFieldStart("steps");
    for (Matter.Step step : matter.steps()) {
      out.writeStartObject();
      out.writeStringField("record", step.record());
      out.writeStringField("state", step.state());
      out.writeNumberField("done", step.done() ? 1 : 0);
      out.writeNumberField("amount", step.amount());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** Reads it back. */
  public static Body read(String text) {
    return Json.read(text, "matter", MatterJson::read);
  }

  private static Body read(JsonParser in) throws IOException {
    var code = Json.text(in, "place");
    var place = new Value.Place(code, Json.text(in, "placename"));
    var name = Json.text(in, "name");
    var about = Json.text(in, "about");
    var kinds = List.<String>of();
    var next = in.nextFieldName();
    if ("kinds".equals(next)) {
      in.nextToken();
      kinds = Json.list(in, JsonParser::getText);
      next = in.nextFieldName();
    }
    var what = new Matter.What(place, name, about, kinds);
    Json.expect("steps".equals(next), in);
    in.nextToken();
    var steps = Json.list(in, MatterJson::step);
    Json.end(in);
    return new Body(what, steps);
  }

  private static Matter.Step step(JsonParser in) throws IOException {
    var record = Json.text(in, "record");
    var state = Json.text(in, "state");
    boolean done = Json.number(in, "done") == 1;
    Json.expect("amount".equals(in.nextFieldName()), in);
    long amount = in.nextLongValue(0);
    Json.end(in);
    return new Matter.Step(record, state, done, amount);
  }
}
