package org.lanshao.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.lanshao.alert.AlertEvent;
import org.lanshao.alert.Begun;
import org.lanshao.alert.By;
import org.lanshao.alert.Certainty;
import org.lanshao.alert.Due;
import org.lanshao.alert.Known;
import org.lanshao.alert.Plan;
import org.lanshao.alert.Reporter;
import org.lanshao.alert.Slot;
import org.lanshao.alert.Times;
import org.lanshao.alert.Wave;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.PersonId;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;

/**
 * The events of alerts as stored: {@code {"v":1,"did":"taken","at":"…","person":"p11","from":"…"}}.
 * The first one holds the plan, so that a later file changes nothing.
 */
public final class AlertJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private AlertJson() {}

  /** The JSON text of an event. */
  public static String write(AlertEvent event) {
    var out = MAPPER.createObjectNode();
    out.put("v", 1);
    out.put("at", event.by().at().toString());
    out.put("person", event.by().person().map(PersonId::text).orElse(""));
    out.put("from", event.by().from());
    write(event, out);
    return out.toString();
  }

  private static void write(AlertEvent event, ObjectNode out) {
    switch (event) {
      case AlertEvent.Began it -> {
        out.put("did", "began").put("certainty", it.certainty().word()).put("asked", it.asked());
        out.set("begun", begun(it.begun()));
        out.set("known", known(it.known()));
      }
      case AlertEvent.Confirmed it ->
          out.put("did", "confirmed").put("certainty", it.certainty().word());
      case AlertEvent.Dismissed it -> out.put("did", "dismissed");
      case AlertEvent.Learned it -> out.put("did", "learned").set("known", known(it.known()));
      case AlertEvent.Attached it ->
          out.put("did", "attached").put("what", it.what()).put("reference", it.reference());
      case AlertEvent.Climbed it -> {
        out.put("did", "climbed").put("step", it.step()).put("hole", it.hole());
        out.set("people", texts(it.people().stream().map(PersonId::text).sorted().toList()));
        out.set("groups", texts(it.groups().stream().map(GroupId::text).sorted().toList()));
      }
      case AlertEvent.Checked it -> out.put("did", "checked").put("hole", it.hole());
      case AlertEvent.TakenOver it -> out.put("did", "taken");
      case AlertEvent.Reported it -> out.put("did", "reported").put("words", it.words());
      case AlertEvent.FinallyReported it -> out.put("did", "final").put("words", it.words());
      case AlertEvent.Settled it -> out.put("did", "settled").put("words", it.why());
      case AlertEvent.Withdrawn it -> out.put("did", "withdrawn").put("words", it.why());
      case AlertEvent.Reopened it -> out.put("did", "reopened").put("words", it.why());
      case AlertEvent.Reminded it -> {
        out.put("did", "reminded").put("due", it.due().word());
        out.set("people", texts(it.people().stream().map(PersonId::text).toList()));
      }
    }
  }

  /**
   * The event of a JSON text.
   *
   * @throws IllegalArgumentException when it is not what {@link #write(AlertEvent)} makes; the
   *     message holds nothing of the text
   */
  public static AlertEvent read(String stored) {
    try {
      return read(MAPPER.readTree(stored));
    } catch (JsonProcessingException | RuntimeException e) {
      throw new IllegalArgumentException("a stored event of an alert cannot be read");
    }
  }

  private static AlertEvent read(JsonNode in) {
    var person = in.required("person").asText();
    var by =
        new By(
            person.isEmpty() ? Optional.empty() : Optional.of(new PersonId(person)),
            in.required("from").asText(),
            Instant.parse(in.required("at").asText()));
    var words = in.path("words").asText();
    return switch (in.required("did").asText()) {
      case "began" ->
          new AlertEvent.Began(
              by,
              begun(in.required("begun")),
              certainty(in),
              known(in.required("known")),
              in.required("asked").asBoolean());
      case "confirmed" -> new AlertEvent.Confirmed(by, certainty(in));
      case "dismissed" -> new AlertEvent.Dismissed(by);
      case "learned" -> new AlertEvent.Learned(by, known(in.required("known")));
      case "attached" ->
          new AlertEvent.Attached(
              by, in.required("what").asText(), in.required("reference").asText());
      case "climbed" ->
          new AlertEvent.Climbed(
              by,
              in.required("step").asInt(),
              new HashSet<>(list(in.required("people"), PersonId::new)),
              new HashSet<>(list(in.required("groups"), GroupId::new)),
              in.required("hole").asBoolean());
      case "checked" -> new AlertEvent.Checked(by, in.required("hole").asBoolean());
      case "taken" -> new AlertEvent.TakenOver(by);
      case "reported" -> new AlertEvent.Reported(by, words);
      case "final" -> new AlertEvent.FinallyReported(by, words);
      case "settled" -> new AlertEvent.Settled(by, words);
      case "withdrawn" -> new AlertEvent.Withdrawn(by, words);
      case "reopened" -> new AlertEvent.Reopened(by, words);
      case "reminded" ->
          new AlertEvent.Reminded(
              by,
              Due.valueOf(upper(in.required("due").asText())),
              list(in.required("people"), PersonId::new));
      default -> throw new IllegalArgumentException("unknown");
    };
  }

  private static Certainty certainty(JsonNode in) {
    return Certainty.valueOf(upper(in.required("certainty").asText()));
  }

  private static ObjectNode begun(Begun begun) {
    var out = MAPPER.createObjectNode();
    var conversation = begun.reporter().conversation();
    out.put("number", begun.number()).put("at", begun.at().toString());
    out.put("practice", begun.practice());
    out.put("reporter", begun.reporter().person().map(PersonId::text).orElse(""));
    out.put("channel", conversation.channel().text()).put("account", conversation.account());
    out.put("chat", conversation.chat() instanceof Chat.Group(String id) ? id : "");
    out.set("plan", plan(begun.plan()));
    return out;
  }

  private static Begun begun(JsonNode in) {
    var reporter = in.required("reporter").asText();
    var chat = in.required("chat").asText();
    var conversation =
        new ConversationId(
            new ChannelName(in.required("channel").asText()),
            chat.isEmpty() ? new Chat.Private() : new Chat.Group(chat),
            in.required("account").asText());
    return new Begun(
        in.required("number").asText(),
        new Reporter(
            reporter.isEmpty() ? Optional.empty() : Optional.of(new PersonId(reporter)),
            conversation),
        Instant.parse(in.required("at").asText()),
        plan(in.required("plan")),
        in.required("practice").asBoolean());
  }

  static ObjectNode plan(Plan plan) {
    var out = MAPPER.createObjectNode();
    out.put("name", plan.name()).put("repeat", plan.repeat().toString());
    out.put("needs", plan.needs());
    out.set("sensitive", texts(plan.sensitive().stream().map(Slot::word).sorted().toList()));
    var waves = out.putArray("waves");
    for (Wave wave : plan.waves()) {
      var one = waves.addObject().put("after", wave.after().toString());
      one.set("people", texts(wave.people().stream().map(Slot::word).toList()));
      one.set("groups", texts(wave.groups().stream().map(Area.Kind::name).toList()));
    }
    var t = plan.times();
    var times =
        List.of(
            t.ask(), t.check(), t.call(), t.silent(), t.first(), t.follow(), t.remind(), t.last());
    out.set("times", texts(times.stream().map(Duration::toString).toList()));
    return out;
  }

  static Plan plan(JsonNode in) {
    var waves = new ArrayList<Wave>();
    for (JsonNode wave : in.required("waves")) {
      waves.add(
          new Wave(
              Duration.parse(wave.required("after").asText()),
              list(wave.required("people"), AlertJson::slot),
              list(wave.required("groups"), Area.Kind::valueOf)));
    }
    var t = list(in.required("times"), Duration::parse);
    return new Plan(
        in.required("name").asText(),
        waves,
        Duration.parse(in.required("repeat").asText()),
        in.required("needs").asInt(),
        new HashSet<>(list(in.required("sensitive"), AlertJson::slot)),
        new Times(t.get(0), t.get(1), t.get(2), t.get(3), t.get(4), t.get(5), t.get(6), t.get(7)));
  }

  private static Slot slot(String word) {
    return Slot.valueOf(upper(word));
  }

  private static ObjectNode known(Known known) {
    var out = MAPPER.createObjectNode();
    out.put("people", known.people().orElse(-1L)).put("area", known.area().text());
    out.put("place", known.place()).put("sensitive", known.sensitive());
    out.set("kinds", texts(known.kinds()));
    out.set("words", texts(known.words()));
    out.set("answers", texts(known.answers()));
    out.set("missing", texts(known.missing()));
    return out;
  }

  private static Known known(JsonNode in) {
    long people = in.required("people").asLong();
    return new Known(
        list(in.required("kinds"), text -> text),
        people < 0 ? Optional.empty() : Optional.of(people),
        new AreaCode(in.required("area").asText()),
        in.required("place").asBoolean(),
        in.required("sensitive").asBoolean(),
        list(in.required("words"), text -> text),
        list(in.required("answers"), text -> text),
        list(in.required("missing"), text -> text));
  }

  private static ArrayNode texts(Collection<String> texts) {
    var out = MAPPER.createArrayNode();
    texts.forEach(out::add);
    return out;
  }

  private static <T> List<T> list(JsonNode in, Function<String, T> item) {
    var items = new ArrayList<T>();
    in.forEach(one -> items.add(item.apply(one.asText())));
    return items;
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
