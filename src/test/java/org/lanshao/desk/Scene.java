package org.lanshao.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.lanshao.app.Vocabulary;
import org.lanshao.desk.talk.DeskPorts;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.desk.talk.Talk;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Role;
import org.lanshao.form.FormReader;
import org.lanshao.form.Library;
import org.lanshao.form.Schema;
import org.lanshao.message.Capabilities;
import org.lanshao.message.ChannelName;
import org.lanshao.message.ChannelTraits;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Inbound;
import org.lanshao.message.Reply;
import org.lanshao.reading.OpenMatters;
import org.lanshao.transport.HandClock;
import org.lanshao.turn.MemoryStore;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Unavailable;

/** A desk with a memory store, a few small forms and a few invented people; time stands still. */
final class Scene {
  static final ChannelName CHANNEL = new ChannelName("sandbox");
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final Instant NOW = Instant.parse("2022-05-10T01:30:00Z");

  static final Person WORKER = person("p01", "陈小雨", Role.WORKER, "445322115");
  static final Person HEAD = person("p02", "李大山", Role.HEAD, "445322115");

  final Directory directory =
      new Directory(
          List.of(
              new Area(new AreaCode("445300"), "云浮市", Area.Kind.CITY, Optional.empty(), List.of()),
              new Area(
                  new AreaCode("445322"),
                  "郁南县",
                  Area.Kind.COUNTY,
                  Optional.of(new AreaCode("445300")),
                  List.of()),
              new Area(
                  new AreaCode("445322115"),
                  "连滩镇",
                  Area.Kind.TOWN,
                  Optional.of(new AreaCode("445322")),
                  List.of())),
          List.of(WORKER, HEAD),
          List.of());
  final HandClock clock = new HandClock(NOW, ZONE);
  final MemoryStore store = new MemoryStore(directory);
  final Library library = library("alarm", "plain", "other", "short", "snap", "pictures");
  final Surroundings surroundings =
      new Surroundings(
          directory,
          library.wording(),
          channel -> new ChannelTraits("sandbox", new Capabilities(Optional.empty(), 60)),
          clock,
          () -> UUID.randomUUID());
  final Shelf shelf;
  final Desk desk;
  private final AtomicLong messages = new AtomicLong();

  Scene() {
    try {
      shelf = Shelf.publish(library, schema(), new DeskPorts(store, store));
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
    desk = new Desk(new DeskPorts(store, store), shelf, surroundings);
  }

  /** Another desk over the same store: another node, or this one after a restart. */
  Desk another() {
    return new Desk(new DeskPorts(store, store), shelf, surroundings);
  }

  Inbound inbound(String account, Content content) {
    return inbound(account, content, "m" + messages.incrementAndGet());
  }

  Inbound inbound(String account, Content content, String messageId) {
    return new Inbound(CHANNEL, messageId, new Chat.Private(), account, content, clock.instant());
  }

  /** What the desk says to these words of the worker, one message after the other. */
  String say(String... texts) {
    Reply reply = Reply.NONE;
    for (String text : texts) {
      reply = receive(inbound("p01", new Content.Text(text))).reply();
    }
    return text(reply);
  }

  Handled receive(Inbound inbound) {
    try {
      return Promised.kept(
          desk.receive(inbound, reply -> reply.parts().size() <= 1, Runnable::run));
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  /** Moves the clock and looks at what became due, as a node does. */
  void wait(Duration time) {
    clock.pass(time);
    look();
  }

  /** Looks at what is due until nothing is. */
  void look() {
    try {
      for (var due = claim(); !due.isEmpty(); due = claim()) {
        Promised.kept(desk.due(due));
      }
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  List<Timers.Due> claim() throws Unavailable {
    return claimAt(clock.instant());
  }

  List<Timers.Due> claimAt(Instant now) throws Unavailable {
    return store.claim(1, Duration.ofMinutes(1), now);
  }

  /** What was sent unasked, oldest first; the pieces of a message together. */
  List<String> sent() {
    var messages = new LinkedHashMap<String, String>();
    for (var row : store.outgoing()) {
      var turn = row.once().substring(0, row.once().lastIndexOf(':'));
      messages.merge(turn, row.part().text(), String::concat);
    }
    return List.copyOf(messages.values());
  }

  Heard heard(String text, Talk talk) {
    var where = new ConversationId(CHANNEL, new Chat.Private(), WORKER.id().text());
    return new Heard(text, WORKER, where, talk, LocalDate.of(2022, 5, 10), OpenMatters.NONE);
  }

  static String text(Reply reply) {
    return String.join("\n---\n", reply.parts().stream().map(Reply.Part::text).toList());
  }

  private static Schema schema() {
    return new Schema(roles(), Set.of(), Set.of());
  }

  private static Set<String> roles() {
    var words = new HashSet<String>();
    for (Role role : Role.values()) {
      words.add(role.word());
    }
    return words;
  }

  private static Library library(String... forms) {
    Map<String, String> files = new TreeMap<>();
    for (String form : forms) {
      files.put(form + ".yaml", resource(form + ".yaml"));
    }
    try {
      files.put("wording.yaml", Files.readString(Path.of("conversations/wording.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var result = FormReader.read(files, schema(), Vocabulary.phrases());
    return result.library().orElseThrow(() -> new AssertionError(result.mistakes().toString()));
  }

  private static String resource(String name) {
    try (var in = Scene.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Person person(String id, String name, Role role, String area) {
    return new Person(
        new PersonId(id), name, role, new AreaCode(area), Map.of("sandbox", id), "", "zh");
  }
}
