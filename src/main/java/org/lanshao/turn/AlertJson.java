package org.lanshao.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import org.lanshao.alert.AlertEvent;
import org.lanshao.alert.Begun;
import org.lanshao.alert.Certainty;
import org.lanshao.alert.Due;
import org.lanshao.alert.Known;
import org.lanshao.alert.Reporter;
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
  private AlertJson() {}

  /** The JSON text of an event. */
  public static String write(AlertEvent event) {
    var out = TreeJson.event(event.by());
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
        out.set(
            "people", TreeJson.texts(it.people().stream().map(PersonId::text).sorted().toList()));
        out.set(
            "groups", TreeJson.texts(it.groups().stream().map(GroupId::text).sorted().toList()));
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
        out.set("people", TreeJson.texts(it.people().stream().map(PersonId::text).toList()));
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
    return TreeJson.read(stored, "event of an alert", AlertJson::read);
  }

  private static AlertEvent read(JsonNode in) {
    var by = TreeJson.by(in);
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
              new HashSet<>(TreeJson.list(in.required("people"), PersonId::new)),
              new HashSet<>(TreeJson.list(in.required("groups"), GroupId::new)),
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
              TreeJson.list(in.required("people"), PersonId::new));
      default -> throw new IllegalArgumentException("unknown");
    };
  }

  private static Certainty certainty(JsonNode in) {
    return Certainty.valueOf(upper(in.required("certainty").asText()));
  }

  private static ObjectNode begun(Begun begun) {
    var out = TreeJson.object();
    var conversation = begun.reporter().conversation();
    out.put("number", begun.number()).put("at", begun.at().toString());
    out.put("practice", begun.practice());
    out.put("reporter", begun.reporter().person().map(PersonId::text).orElse(""));
    out.put("channel", conversation.channel().text()).put("account", conversation.account());
    out.put("chat", conversation.chat() instanceof Chat.Group(String id) ? id : "");
    out.set("plan", PlanJson.write(begun.plan()));
    return out;
  }

  private static Begun begun(JsonNode in) {
    var chat = in.required("chat").asText();
    var conversation =
        new ConversationId(
            new ChannelName(in.required("channel").asText()),
            chat.isEmpty() ? new Chat.Private() : new Chat.Group(chat),
            in.required("account").asText());
    return new Begun(
        in.required("number").asText(),
        new Reporter(TreeJson.present(in, "reporter").map(PersonId::new), conversation),
        Instant.parse(in.required("at").asText()),
        PlanJson.read(in.required("plan")),
        in.required("practice").asBoolean());
  }

  private static ObjectNode known(Known known) {
    var out = TreeJson.object();
    out.put("people", known.people().orElse(-1L)).put("area", known.area().text());
    out.put("place", known.place()).put("sensitive", known.sensitive());
    out.set("kinds", TreeJson.texts(known.kinds()));
    out.set("words", TreeJson.texts(known.words()));
    out.set("answers", TreeJson.texts(known.answers()));
    out.set("missing", TreeJson.texts(known.missing()));
    return out;
  }

  private static Known known(JsonNode in) {
    long people = in.required("people").asLong();
    return new Known(
        TreeJson.list(in.required("kinds"), text -> text),
        people < 0 ? Optional.empty() : Optional.of(people),
        new AreaCode(in.required("area").asText()),
        in.required("place").asBoolean(),
        in.required("sensitive").asBoolean(),
        TreeJson.list(in.required("words"), text -> text),
        TreeJson.list(in.required("answers"), text -> text),
        TreeJson.list(in.required("missing"), text -> text));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
