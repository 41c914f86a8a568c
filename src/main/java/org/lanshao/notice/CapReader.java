package org.lanshao.notice;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads warnings: the XML of CAP 1.2 (OASIS, July 2010), and the names that 12379 gives some of its
 * elements ({@code sendTime}, {@code eventType}, a colour as {@code severity}, a bare {@code
 * geocode}).
 */
public final class CapReader {
  private static final Map<String, Status> STATUS =
      Map.of("Actual", Status.ACTUAL, "Exercise", Status.EXERCISE, "Test", Status.TEST);
  private static final Map<String, Act> ACTS =
      Map.of("Alert", Act.ALERT, "Update", Act.UPDATE, "Cancel", Act.CANCEL);
  private static final Set<String> OTHER_STATUS = Set.of("System", "Draft");
  private static final Set<String> OTHER_ACTS = Set.of("Ack", "Error");
  private static final List<String> SCOPES = List.of("Public", "Restricted", "Private");
  private static final List<String> CATEGORIES =
      List.of(
          "Geo",
          "Met",
          "Safety",
          "Security",
          "Rescue",
          "Fire",
          "Health",
          "Env",
          "Transport",
          "Infra",
          "CBRNE",
          "Other");
  private static final List<String> URGENCIES =
      List.of("Immediate", "Expected", "Future", "Past", "Unknown");
  private static final List<String> SEVERITIES =
      List.of(
          "Extreme", "Severe", "Moderate", "Minor", "Unknown", "Red", "Orange", "Yellow", "Blue");
  private static final List<String> CERTAINTIES =
      List.of("Observed", "Likely", "Possible", "Unlikely", "Unknown");
  private static final List<String> COLOURS =
      List.of("Colour", "Color", "ColorCode", "AlertColor", "颜色", "预警颜色", "预警级别");
  private static final List<String> GRADES = List.of("ResponseLevel", "响应级别", "应急响应级别");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern IDENTIFIER = Pattern.compile("[^\\s,<&]{1,128}");

  private final CapAreas areas;

  /** Finds areas so. */
  public CapReader(CapAreas areas) {
    this.areas = areas;
  }

  /** What a document says, or what is wrong with it. */
  public CapRead read(byte[] bytes) {
    try {
      var root = XmlNode.read(bytes).orElseThrow(() -> new CapWrong(CapCode.NOT_XML, ""));
      if (!root.name().equals("alert")) {
        throw new CapWrong(CapCode.NOT_CAP, root.name());
      }
      return new CapRead.Read(warning(root));
    } catch (CapWrong wrong) {
      return wrong.read();
    }
  }

  private Warning warning(XmlNode root) throws CapWrong {
    var identifier = named(root, "identifier");
    var sender = named(root, "sender");
    var sent = time(required(root, "sent", "sendTime"), "sent");
    var status = status(required(root, "status"));
    var act = act(required(root, "msgType"));
    oneOf(root, "scope", SCOPES);
    var references = references(root);
    if (references.isEmpty() != (act == Act.ALERT)) {
      throw new CapWrong(CapCode.REFERENCES, "references");
    }
    var items = new ArrayList<Item>();
    for (XmlNode info : root.all("info")) {
      items.add(item(info, act));
    }
    if (items.isEmpty() && act != Act.CANCEL) {
      throw new CapWrong(CapCode.MISSING, "info");
    }
    return new Warning(identifier, sender, sent, status, act, references, items);
  }

  private static String named(XmlNode node, String name) throws CapWrong {
    var text = required(node, name);
    if (!IDENTIFIER.matcher(text).matches()) {
      throw new CapWrong(name, "不能有空格、逗号、< 和 &，最长128个字");
    }
    return text;
  }

  private static Status status(String text) throws CapWrong {
    var status = STATUS.get(text);
    if (status == null) {
      throw other("status", OTHER_STATUS.contains(text), List.of("Actual", "Exercise", "Test"));
    }
    return status;
  }

  private static Act act(String text) throws CapWrong {
    var act = ACTS.get(text);
    if (act == null) {
      throw other("msgType", OTHER_ACTS.contains(text), List.of("Alert", "Update", "Cancel"));
    }
    return act;
  }

  private static CapWrong other(String field, boolean known, List<String> taken) {
    return CapWrong.not(known ? CapCode.NOT_TAKEN : CapCode.BAD_VALUE, field, taken);
  }

  private static List<Reference> references(XmlNode root) throws CapWrong {
    var references = new ArrayList<Reference>();
    for (String text : SPACES.split(root.text("references").orElse(""))) {
      if (!text.isEmpty()) {
        references.add(reference(text));
      }
    }
    return references;
  }

  private static Reference reference(String text) throws CapWrong {
    var parts = text.split(",", -1);
    if (parts.length != 3 || parts[0].isEmpty() || parts[1].isEmpty()) {
      throw new CapWrong("references", "每条写成 sender,identifier,sent，几条之间用空格隔开");
    }
    return new Reference(parts[0], parts[1], time(parts[2], "references"));
  }

  private Item item(XmlNode info, Act act) throws CapWrong {
    boolean national = info.text("eventType").isPresent();
    if (!national) {
      oneOf(info, "category", CATEGORIES);
    }
    var event = required(info, "event", "eventType");
    oneOf(info, "urgency", URGENCIES);
    oneOf(info, "severity", SEVERITIES);
    oneOf(info, "certainty", CERTAINTIES);
    time(info, "effective");
    time(info, "onset");
    var headline = CapText.line(info.text("headline").orElse(event));
    var text = CapText.plain(info.text("description").orElse(""), info.text("instruction"));
    return new Item(
        kind(info, event, headline),
        level(info, event, headline, act),
        areas.of(info.all("area")),
        headline,
        text,
        time(info, "expires"));
  }

  private static String kind(XmlNode info, String event, String headline) throws CapWrong {
    var code =
        info.text("eventType")
            .or(
                () ->
                    info.all("eventCode").stream()
                        .flatMap(one -> one.text("value").stream())
                        .findFirst());
    var said = event + " " + headline;
    boolean response = said.contains("响应");
    return code.flatMap(Kinds::named)
        .or(() -> Kinds.named(event))
        .filter(name -> !response)
        .or(() -> response ? Kinds.response(said) : Kinds.warning(said))
        .orElseThrow(() -> new CapWrong(CapCode.NO_LEVEL, "event"));
  }

  private static Level level(XmlNode info, String event, String headline, Act act) throws CapWrong {
    Optional<Level> grade =
        info.value("parameter", GRADES).flatMap(Grade::read).map(Level.Response::new);
    if (grade.isPresent()) {
      return grade.get();
    }
    Optional<Level> colour =
        info.value("parameter", COLOURS)
            .or(() -> info.text("severity"))
            .flatMap(Colour::read)
            .map(Level.Signal::new);
    var said =
        OfficialText.read(headline + "。" + event).stream()
            .flatMap(statement -> statement.level().stream())
            .findFirst();
    var level = colour.or(() -> said);
    return act == Act.CANCEL
        ? level.orElse(new Level.Plain())
        : level.orElseThrow(() -> new CapWrong(CapCode.NO_LEVEL, "headline"));
  }

  private static Optional<Instant> time(XmlNode node, String name) throws CapWrong {
    var text = node.text(name);
    return text.isEmpty() ? Optional.empty() : Optional.of(time(text.get(), name));
  }

  /** CAP 1.2, 3.3.2: with an offset, and UTC is written -00:00. */
  private static Instant time(String text, String name) throws CapWrong {
    try {
      if (text.endsWith("Z") || text.endsWith("z")) {
        throw new CapWrong(CapCode.BAD_TIME, name);
      }
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new CapWrong(CapCode.BAD_TIME, name);
    }
  }

  private static String required(XmlNode node, String... names) throws CapWrong {
    var text = node.text(names);
    return text.orElseThrow(() -> new CapWrong(CapCode.MISSING, names[0]));
  }

  private static void oneOf(XmlNode node, String name, List<String> values) throws CapWrong {
    if (!values.contains(required(node, name))) {
      throw CapWrong.not(CapCode.BAD_VALUE, name, values);
    }
  }
}
