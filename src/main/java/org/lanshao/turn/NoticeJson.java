package org.lanshao.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.directory.Agency;
import org.lanshao.directory.AreaCode;
import org.lanshao.notice.Act;
import org.lanshao.notice.Asks;
import org.lanshao.notice.Colour;
import org.lanshao.notice.Content;
import org.lanshao.notice.Grade;
import org.lanshao.notice.Item;
import org.lanshao.notice.Level;
import org.lanshao.notice.Notice;
import org.lanshao.notice.NoticeEvent;
import org.lanshao.notice.Reference;
import org.lanshao.notice.Status;
import org.lanshao.notice.Verdict;

/**
 * The events of notices as stored: {@code
 * {"v":1,"did":"issued","at":"…","person":"p31","from":"…"}}.
 */
public final class NoticeJson {
  private NoticeJson() {}

  /** The JSON text of an event. */
  public static String write(NoticeEvent event) {
    var out = TreeJson.event(event.by());
    switch (event) {
      case NoticeEvent.Drafted it ->
          out.put("did", "drafted").set("content", content(it.content()));
      case NoticeEvent.Issued it ->
          out.put("did", "issued").put("asks", it.asks().name()).put("unheld", it.isUnheld());
      case NoticeEvent.Placed it -> {
        var stations = out.put("did", "placed").putObject("stations");
        it.verdicts()
            .forEach((area, verdict) -> stations.put(area.text(), VerdictJson.write(verdict)));
      }
      case NoticeEvent.Reminded it -> {
        out.put("did", "reminded").put("round", it.round());
        areas(out, "stations", it.stations());
      }
      case NoticeEvent.Settled it -> out.put("did", "settled");
      case NoticeEvent.Ended it ->
          out.put("did", "ended").put("end", it.end().name()).put("number", it.number());
    }
    return out.toString();
  }

  /**
   * The event of a JSON text.
   *
   * @throws IllegalArgumentException when it is not what {@link #write} makes; the message holds
   *     nothing of the text
   */
  public static NoticeEvent read(String stored) {
    return TreeJson.read(stored, "event of a notice", NoticeJson::read);
  }

  private static NoticeEvent read(JsonNode in) {
    var by = TreeJson.by(in);
    return switch (in.required("did").asText()) {
      case "drafted" -> new NoticeEvent.Drafted(by, content(in.required("content")));
      case "issued" ->
          new NoticeEvent.Issued(
              by, Asks.valueOf(in.required("asks").asText()), in.required("unheld").asBoolean());
      case "placed" -> {
        var verdicts = new LinkedHashMap<AreaCode, Verdict>();
        in.required("stations")
            .properties()
            .forEach(
                one ->
                    verdicts.put(
                        new AreaCode(one.getKey()), VerdictJson.read(one.getValue().asText())));
        yield new NoticeEvent.Placed(by, verdicts);
      }
      case "reminded" ->
          new NoticeEvent.Reminded(by, in.required("round").asInt(), areas(in, "stations"));
      case "settled" -> new NoticeEvent.Settled(by);
      case "ended" ->
          new NoticeEvent.Ended(
              by, Notice.End.valueOf(in.required("end").asText()), in.required("number").asText());
      default -> throw new IllegalArgumentException("unknown");
    };
  }

  private static ObjectNode content(Content content) {
    var out = TreeJson.object();
    out.put("number", content.number()).put("at", content.at().toString());
    out.put("status", content.status().name()).put("act", content.act().name());
    out.put("asks", content.asks().name()).put("unheld", content.isUnheld());
    out.put("original", content.original().orElse(""));
    content.source().ifPresent(source -> out.set("source", source(source)));
    areas(out, "stations", content.stations());
    if (!content.agencies().isEmpty()) {
      out.set("agencies", TreeJson.texts(content.agencies().stream().map(Agency::name).toList()));
    }
    out.set("plan", PlanJson.write(content.plan()));
    var items = out.putArray("items");
    for (Item item : content.items()) {
      var one = items.addObject();
      one.put("kind", item.kind()).put("level", level(item.level()));
      one.put("headline", item.headline()).put("text", item.text());
      one.put("expires", item.expires().map(Instant::toString).orElse(""));
      areas(one, "areas", item.areas());
    }
    return out;
  }

  private static Content content(JsonNode in) {
    var items = new ArrayList<Item>();
    for (JsonNode item : in.required("items")) {
      items.add(
          new Item(
              item.required("kind").asText(),
              level(item.required("level").asText()),
              areas(item, "areas"),
              item.required("headline").asText(),
              item.required("text").asText(),
              TreeJson.present(item, "expires").map(Instant::parse)));
    }
    return new Content(
        in.required("number").asText(),
        Instant.parse(in.required("at").asText()),
        Status.valueOf(in.required("status").asText()),
        Act.valueOf(in.required("act").asText()),
        items,
        Asks.valueOf(in.required("asks").asText()),
        in.required("unheld").asBoolean(),
        TreeJson.present(in, "original"),
        in.has("source") ? Optional.of(source(in.required("source"))) : Optional.empty(),
        areas(in, "stations"),
        agencies(in),
        PlanJson.read(in.required("plan")));
  }

  private static Set<Agency> agencies(JsonNode in) {
    return in.has("agencies")
        ? new LinkedHashSet<>(TreeJson.list(in.required("agencies"), Agency::new))
        : Set.of();
  }

  private static ObjectNode source(Reference source) {
    return TreeJson.object()
        .put("sender", source.sender())
        .put("identifier", source.identifier())
        .put("sent", source.sent().toString());
  }

  private static Reference source(JsonNode in) {
    return new Reference(
        in.required("sender").asText(),
        in.required("identifier").asText(),
        Instant.parse(in.required("sent").asText()));
  }

  private static String level(Level level) {
    return switch (level) {
      case Level.Signal(Colour colour) -> "signal " + colour.name();
      case Level.Response(Grade grade) -> "response " + grade.name();
      case Level.Plain() -> "plain";
    };
  }

  private static Level level(String stored) {
    var words = List.of(stored.split(" "));
    return switch (words.getFirst()) {
      case "signal" -> new Level.Signal(Colour.valueOf(words.getLast()));
      case "response" -> new Level.Response(Grade.valueOf(words.getLast()));
      case "plain" -> new Level.Plain();
      default -> throw new IllegalArgumentException("unknown");
    };
  }

  private static void areas(ObjectNode out, String name, Collection<AreaCode> areas) {
    out.set(name, TreeJson.texts(areas.stream().map(AreaCode::text).toList()));
  }

  private static Set<AreaCode> areas(JsonNode in, String name) {
    return new LinkedHashSet<>(TreeJson.list(in.required(name), AreaCode::new));
  }
}
