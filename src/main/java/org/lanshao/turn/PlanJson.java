package org.lanshao.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.lanshao.alert.Plan;
import org.lanshao.alert.Slot;
import org.lanshao.alert.Times;
import org.lanshao.alert.Wave;
import org.lanshao.directory.Area;

/** Plans as stored with what goes on by them. */
final class PlanJson {
  private PlanJson() {}

  static ObjectNode write(Plan plan) {
    var out = TreeJson.object();
    out.put("name", plan.name()).put("repeat", plan.repeat().toString());
    out.put("needs", plan.needs());
    out.set(
        "sensitive", TreeJson.texts(plan.sensitive().stream().map(Slot::word).sorted().toList()));
    var waves = out.putArray("waves");
    for (Wave wave : plan.waves()) {
      var one = waves.addObject().put("after", wave.after().toString());
      one.set("people", TreeJson.texts(wave.people().stream().map(Slot::word).toList()));
      one.set("groups", TreeJson.texts(wave.groups().stream().map(Area.Kind::name).toList()));
    }
    var t = plan.times();
    var times =
        List.of(
            t.ask(), t.check(), t.call(), t.silent(), t.first(), t.follow(), t.remind(), t.last());
    out.set("times", TreeJson.texts(times.stream().map(Duration::toString).toList()));
    return out;
  }

  static Plan read(JsonNode in) {
    var waves = new ArrayList<Wave>();
    for (JsonNode wave : in.required("waves")) {
      waves.add(
          new Wave(
              Duration.parse(wave.required("after").asText()),
              TreeJson.list(wave.required("people"), PlanJson::slot),
              TreeJson.list(wave.required("groups"), Area.Kind::valueOf)));
    }
    var t = TreeJson.list(in.required("times"), Duration::parse);
    return new Plan(
        in.required("name").asText(),
        waves,
        Duration.parse(in.required("repeat").asText()),
        in.required("needs").asInt(),
        new HashSet<>(TreeJson.list(in.required("sensitive"), PlanJson::slot)),
        new Times(t.get(0), t.get(1), t.get(2), t.get(3), t.get(4), t.get(5), t.get(6), t.get(7)));
  }

  private static Slot slot(String word) {
    return Slot.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
