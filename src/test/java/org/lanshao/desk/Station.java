package org.lanshao.desk;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.alert.Plans;
import org.lanshao.app.Vocabulary;
import org.lanshao.command.CountedSince;
import org.lanshao.desk.talk.Courtesy;
import org.lanshao.desk.talk.DeskPorts;
import org.lanshao.desk.talk.Handouts;
import org.lanshao.desk.talk.Raising;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.directory.Directory;
import org.lanshao.directory.OnDuty;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Role;
import org.lanshao.form.DangerWords;
import org.lanshao.form.Form;
import org.lanshao.form.FormReader;
import org.lanshao.form.Library;
import org.lanshao.form.Schema;
import org.lanshao.message.Capabilities;
import org.lanshao.message.CardLimits;
import org.lanshao.message.ChannelTraits;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.Extras.Attachment;
import org.lanshao.message.Inbound;
import org.lanshao.message.Reply;
import org.lanshao.picture.Chart;
import org.lanshao.record.RevisionLimits;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.RegisterChange;
import org.lanshao.register.RegisterEdit;
import org.lanshao.season.BundledReminders;
import org.lanshao.timer.Ringer;
import org.lanshao.turn.MemoryStore;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewRegisterChange;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Unavailable;

/** A desk with the bundled forms and people, a memory store, and a clock that tests move. */
final class Station {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** A worker of 太平镇（罗定市）, its head, a worker elsewhere, and the coordinator of 罗定市. */
  static final String WORKER = "p01";

  static final String HEAD = "p11";
  static final String STRANGER = "p02";
  static final String COORDINATOR = "p31";

  private static final Library READ = bundled();

  private final Set<String> gone;
  private final Library library;
  private final Capabilities capabilities;
  private final AtomicLong messages = new AtomicLong();
  final Directory directory;
  final MemoryStore store;
  final List<Chart> drawn = new ArrayList<>();
  final List<byte[]> files = new ArrayList<>();
  private Handouts handouts =
      new Handouts() {
        @Override
        public Optional<Attachment> picture(Chart chart, String name) {
          drawn.add(chart);
          return Optional.of(new Attachment(Attachment.Kind.IMAGE, "0".repeat(64), name + ".png"));
        }

        @Override
        public Optional<Attachment> file(byte[] bytes, String name) {
          files.add(bytes);
          return Optional.of(new Attachment(Attachment.Kind.FILE, "1".repeat(64), name));
        }
      };
  private Courtesy courtesy = Courtesy.USUAL;
  private Desk desk;
  private Instant now = Instant.parse("2022-05-10T01:30:00Z");

  Station() {
    this(Set.of());
  }

  /** Without these people: they left. */
  Station(Set<String> gone) {
    this(gone, READ);
  }

  private Station(Set<String> gone, Library library) {
    this(gone, library, new Capabilities(Optional.empty(), 2000));
  }

  /** Where choices become buttons of cards. */
  static Station withCards(CardLimits limits) {
    var capabilities = new Capabilities(Optional.empty(), 2000, Optional.of(limits));
    return new Station(Set.of(), READ, capabilities);
  }

  private Station(Set<String> gone, Library library, Capabilities capabilities) {
    this(gone, library, capabilities, BundledDirectory.read());
  }

  /** Where a directory has more, or less, than the bundled one. */
  Station(Directory directory) {
    this(Set.of(), READ, new Capabilities(Optional.empty(), 2000), directory);
  }

  private Station(Set<String> gone, Library library, Capabilities capabilities, Directory all) {
    this.gone = gone;
    this.library = library;
    this.capabilities = capabilities;
    directory = new Directory(all.areas(), all.people(), all.groups());
    store = new MemoryStore(directory);
    desk = desk(directory, library);
  }

  private Surroundings surroundings(Directory people, Library forms) {
    return new Surroundings(
            people,
            forms.wording(),
            channel -> new ChannelTraits("sandbox", capabilities),
            new Moving(),
            UUID::randomUUID,
            courtesy,
            RevisionLimits.DEFAULT)
        .with(handouts)
        .with(new Raising(DangerWords.NONE, Plans.USUAL, List.of(Scene.CHANNEL)))
        .with(BundledReminders.read());
  }

  /** What a turn needs to know here. */
  Surroundings surroundings() {
    return surroundings(directory, library);
  }

  /** The forms as they are published here. */
  Shelf shelf() throws Unavailable {
    return Shelf.publish(library, schema(), new DeskPorts(store, store));
  }

  private Desk desk(Directory people, Library forms) {
    try {
      var ports = new DeskPorts(store, store);
      var shelf = Shelf.publish(forms, schema(), ports);
      CountedSince.note(shelf.current(), LocalDate.ofInstant(now, ZONE), store, store);
      return new Desk(ports, shelf, surroundings(people, forms));
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  /** From now on these people are not in the directory any more. */
  void leave(String... ids) {
    var left = new HashSet<>(gone);
    left.addAll(List.of(ids));
    var people = directory.people().stream().filter(p -> !left.contains(p.id().text())).toList();
    desk = desk(new Directory(directory.areas(), people, directory.groups()), library);
  }

  /** What the forms are called, and what opens them. */
  List<String> titles() {
    return library.forms().stream()
        .flatMap(form -> Stream.concat(Stream.of(form.title()), form.start().stream()))
        .toList();
  }

  /** From now on this person is spoken to in this language. */
  void speaks(String id, String language) {
    var people =
        directory.people().stream()
            .map(
                p ->
                    p.id().text().equals(id)
                        ? new Person(
                            p.id(), p.name(), p.role(), p.area(), p.accounts(), p.phone(), language)
                        : p)
            .toList();
    desk = desk(new Directory(directory.areas(), people, directory.groups()), library);
  }

  /** What rings here by itself; it is not started. */
  Ringer ringer(Mailboxes mailboxes, MeterRegistry meters) {
    return new Ringer(store, mailboxes, desk, new Moving(), meters);
  }

  /** A second passes, and nothing is looked at. */
  void tick() {
    now = now.plusSeconds(1);
  }

  /** Time passes, and what became due is looked at. */
  void wait(Duration time) {
    now = now.plus(time);
    try {
      for (var due = store.claim(1, time, now); !due.isEmpty(); due = store.claim(1, time, now)) {
        Promised.kept(desk.due(due));
      }
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  /** The forms that it began with. */
  List<Form> forms() {
    return library.forms();
  }

  /** From now on a form is another than before. */
  void publish(String file, String what, String instead) {
    publish((name, text) -> name.equals(file) ? text.replace(what, instead) : text);
  }

  /** From now on forms are others than before: what becomes of the name and text of each file. */
  void publish(BinaryOperator<String> change) {
    desk = desk(directory, read(change));
    refresh(desk);
  }

  /** The node begins anew with other settings of when it speaks first. */
  void restart(Courtesy other) {
    courtesy = other;
    restart();
  }

  /** From now on the desk hands out nothing but words. */
  void withoutHandouts() {
    handouts = Handouts.NONE;
    desk = desk(directory, library);
  }

  /** It is noon of this day from now on. */
  void day(String day) {
    now = Instant.parse(day + "T04:00:00Z");
  }

  /** What the desk says at last to these words of somebody. */
  String say(String person, String... texts) {
    Reply reply = Reply.NONE;
    for (String text : texts) {
      reply = hear(person, new Chat.Private(), text, "m" + messages.incrementAndGet());
    }
    return Scene.text(reply);
  }

  /** The directory as the desk knows it. */
  Directory directory() {
    return desk.directory();
  }

  /** Who answers for an area now. */
  OnDuty onDuty(AreaCode area) {
    return directory().onDuty(area, now.atZone(ZONE));
  }

  /** These households are on file from now on, as if a ledger had been taken in. */
  void file(Household... households) {
    var version = store.registerChanges().size() + 1;
    var puts = Stream.of(households).<RegisterEdit>map(RegisterEdit.Put::new).toList();
    store.change(
        new NewRegisterChange(
            new RegisterChange(version, puts),
            new UUID(0, version),
            NewRegisterChange.Kind.IMPORT,
            Optional.empty(),
            "",
            Instant.EPOCH));
    restart();
  }

  /** A household of which nothing is on file but where it is and what its head is called. */
  static Household household(String number, String area, String head) {
    return new Household(
        new FileNumber(number),
        Map.of(HouseholdField.AREA, area, HouseholdField.HEAD, head),
        List.of());
  }

  /** The node dies and another one starts on what is stored. */
  void restart() {
    desk = another();
  }

  /** Another node. */
  Desk another() {
    var fresh = desk(directory, library);
    refresh(fresh);
    return fresh;
  }

  void refresh(Desk node) {
    try {
      node.refresh();
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  /** Time passes, and what became due is looked at. */
  void pass(Duration time) {
    now = now.plus(time);
    look();
  }

  /** What is due is looked at until nothing is. */
  void look() {
    try {
      for (var due = claim(); !due.isEmpty(); due = claim()) {
        Promised.kept(desk.due(due));
      }
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  private List<Timers.Due> claim() throws Unavailable {
    return store.claim(1, Duration.ofMinutes(1), now);
  }

  /** Something happens to somebody that is no words. */
  void event(String person, Content content) {
    receive(desk, person, new Chat.Private(), content);
  }

  String inGroup(String person, String group, String text) {
    return Scene.text(receive(desk, person, new Chat.Group(group), new Content.Text(text)));
  }

  String sayTo(Desk node, String person, String text) {
    return Scene.text(receive(node, person, new Chat.Private(), new Content.Text(text)));
  }

  private Reply receive(Desk node, String person, Chat chat, Content content) {
    var id = "m" + messages.incrementAndGet();
    try {
      var inbound = new Inbound(Scene.CHANNEL, id, chat, person, content, now);
      return Promised.kept(node.receive(inbound, reply -> true, Runnable::run)).reply();
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  String sayInGroup(String person, String text) {
    return Scene.text(hear(person, new Chat.Group("g1"), text, "m" + messages.incrementAndGet()));
  }

  /** What the desk says to these words. */
  Reply reply(String person, String text) {
    return hear(person, new Chat.Private(), text, "m" + messages.incrementAndGet());
  }

  /** What the desk says to the press of this button. */
  Reply press(String person, Reply.Choice choice) {
    var id = "m" + messages.incrementAndGet();
    return hear(person, new Chat.Private(), new Content.Pressed(choice), id);
  }

  Reply hear(String person, Chat chat, String text, String messageId) {
    return hear(person, chat, new Content.Text(text), messageId);
  }

  Reply hear(String person, Chat chat, Content content, String messageId) {
    try {
      var inbound = new Inbound(Scene.CHANNEL, messageId, chat, person, content, now);
      return Promised.kept(desk.receive(inbound, reply -> true, Runnable::run)).reply();
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  /** A visit to 甲 with so many people, filed by somebody of 太平镇; its receipt. */
  String visit(String person, String people) {
    return say(person, "走访", "罗定市太平镇", "陈伯", "入户", people, "防汛", "没有", "跳过", "提交");
  }

  /** What somebody is told besides replies. */
  List<String> told(String person) {
    return store.outgoing().stream()
        .filter(row -> row.target().toString().contains(person))
        .map(NewOutgoing::part)
        .map(Reply.Part::text)
        .toList();
  }

  static PersonId id(String person) {
    return new PersonId(person);
  }

  static Schema schema() {
    var roles = Arrays.stream(Role.values()).map(Role::word).collect(Collectors.toSet());
    return new Schema(roles, Set.of(), Set.of());
  }

  /** The forms, lists and wording that come with the program. */
  static Library bundled() {
    return read((name, text) -> text);
  }

  private static Library read(BinaryOperator<String> change) {
    var files = new TreeMap<String, String>();
    var folder = Path.of("conversations");
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.filter(Station::isRead).toList()) {
        var name = folder.relativize(path).toString();
        var text = Files.readString(path);
        files.put(name, change.apply(name, text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var result = FormReader.read(files, schema(), Vocabulary.phrases());
    return result.library().orElseThrow(() -> new AssertionError(result.mistakes().toString()));
  }

  private static boolean isRead(Path file) {
    return file.toString().endsWith(".yaml") || file.toString().matches(".*/reports/.*\\.md");
  }

  /** Shows the time of the scene. */
  private final class Moving extends Clock {
    @Override
    public ZoneId getZone() {
      return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
