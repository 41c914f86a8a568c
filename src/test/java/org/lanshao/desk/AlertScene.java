package org.lanshao.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.lanshao.alert.Alert;
import org.lanshao.alert.Plans;
import org.lanshao.alert.PlansReader;
import org.lanshao.command.Sums;
import org.lanshao.desk.notice.NoticeBulletin;
import org.lanshao.desk.season.ReminderPost;
import org.lanshao.desk.talk.Courtesy;
import org.lanshao.desk.talk.DeskPorts;
import org.lanshao.desk.talk.Foresight;
import org.lanshao.desk.talk.Raising;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.directory.Change;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Group;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Role;
import org.lanshao.directory.Shift;
import org.lanshao.form.Library;
import org.lanshao.form.Media;
import org.lanshao.form.Mistakes;
import org.lanshao.message.Capabilities;
import org.lanshao.message.ChannelName;
import org.lanshao.message.ChannelTraits;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Extras;
import org.lanshao.message.Inbound;
import org.lanshao.message.Outbound;
import org.lanshao.message.Reply;
import org.lanshao.season.BundledReminders;
import org.lanshao.timer.DayCaller;
import org.lanshao.timer.Reminder;
import org.lanshao.transport.HandClock;
import org.lanshao.turn.MediaRows;
import org.lanshao.turn.MemoryStore;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** A desk with the bundled words, forms and plans, a small station, and a clock that tests move. */
final class AlertScene {
  static final ChannelName CHANNEL = new ChannelName("sandbox");

  /** The worker of 连滩镇, its head and officer, and those above. */
  static final String WORKER = "p07";

  static final String HEAD = "h1";
  static final String TOWN = "t1";
  static final String COUNTY = "c1";
  static final String CITY = "y1";

  /** Somebody of another county. */
  static final String ELSEWHERE = "w2";

  static final String STRANGER = "nobody";
  private static final Library LIBRARY = Station.bundled();

  final HandClock clock = new HandClock(Scene.NOW, Scene.ZONE);
  final Directory directory;
  final MemoryStore store;
  private final AtomicLong messages = new AtomicLong();
  private Foresight foresight = Foresight.NONE;
  private Plans plans;
  private Surroundings surroundings;
  private Desk desk;

  AlertScene() {
    this(List.of());
  }

  /** Without these people; the head has duty, unless they are among them. */
  AlertScene(List<String> without) {
    this(without, !without.contains(HEAD));
  }

  /** Without these people, and with the head on duty or nobody. */
  AlertScene(List<String> without, boolean onDuty) {
    this(without, onDuty, "");
  }

  /** With a directory that is otherwise. */
  AlertScene(UnaryOperator<Directory> other) {
    this(other.apply(new AlertScene().directory));
  }

  private AlertScene(Directory directory) {
    this.directory = directory;
    store = new MemoryStore(directory);
    plans = plans("");
    restart();
  }

  /** As before; what is said in the group of this id is not heard. */
  AlertScene(List<String> without, boolean onDuty, String deaf) {
    var all = BundledDirectory.read();
    var plain =
        new Directory(
            all.areas(),
            people().stream().filter(p -> !without.contains(p.id().text())).toList(),
            all.groups().stream()
                .map(group -> heard(group, !group.id().text().equals(deaf)))
                .toList());
    directory = onDuty ? plain.after(duty(plain)) : plain;
    store = new MemoryStore(directory);
    plans = plans("");
    restart();
  }

  private static Group heard(Group group, boolean heard) {
    var hear = heard ? group.hear() : "";
    return new Group(group.id(), group.name(), group.area(), group.channel(), group.send(), hear);
  }

  private static Change duty(Directory directory) {
    var head = directory.person(new PersonId(HEAD)).orElseThrow();
    var from = Scene.NOW.minus(Duration.ofHours(1));
    var shift = new Shift(head.id(), head.area(), from, from.plus(Duration.ofDays(30)), false);
    return new Change(0, from, List.of(new Edit.Begin(shift)));
  }

  private static List<Person> people() {
    return List.of(
        person(WORKER, "周小岚", Role.WORKER, "445322115", "13800000007"),
        person(HEAD, "何站长", Role.HEAD, "445322115", "13800000011"),
        person(TOWN, "陆镇长", Role.TOWN, "445322115", ""),
        person(COUNTY, "莫县长", Role.COUNTY, "445322", "13800000031"),
        person(CITY, "罗高峰", Role.CITY, "445300", "13800000041"),
        person("a1", "邓守正", Role.ADMIN, "445300", ""),
        person(ELSEWHERE, "李小荷", Role.WORKER, "445303104", "13800000003"));
  }

  private static Person person(String id, String name, Role role, String area, String phone) {
    return new Person(new PersonId(id), name, role, new AreaCode(area), Map.of(), phone, "zh");
  }

  /** The plans of the file, with something else in place of its own. */
  private Plans plans(String instead) {
    var mistakes = new Mistakes();
    var text = instead.isEmpty() ? read(Path.of("config/alerts.yaml")) : instead;
    var kinds = LIBRARY.danger().kinds().keySet();
    var read = PlansReader.read("alerts.yaml", text, kinds, directory, mistakes);
    if (!mistakes.isEmpty()) {
      throw new AssertionError(mistakes.sorted().toString());
    }
    return read;
  }

  /** From now on messages wait so long. */
  void foresee(Function<Outbound.Target, Duration> wait) {
    foresee((before, rows) -> rows.stream().map(row -> wait.apply(row.target())).toList());
  }

  /** From now on it is foreseen so how long messages wait. */
  void foresee(Foresight other) {
    foresight = other;
    restart();
  }

  /** The process begins anew on the same database, with these plans. */
  void restart(String instead) {
    plans = plans(instead);
    restart();
  }

  /** The process begins anew on the same database. */
  void restart() {
    surroundings =
        new Surroundings(
                directory,
                LIBRARY.wording(),
                channel -> new ChannelTraits("sandbox", new Capabilities(Optional.empty(), 2000)),
                clock,
                UUID::randomUUID)
            .with(new Raising(LIBRARY.danger(), plans, List.of(CHANNEL)))
            .with(BundledReminders.read())
            .with(foresight);
    try {
      var ports = new DeskPorts(store, store);
      desk = new Desk(ports, Shelf.publish(LIBRARY, Station.schema(), ports), surroundings);
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  /** What the desk says at last to these words of somebody. */
  String say(String person, String... texts) {
    Reply reply = Reply.NONE;
    for (String text : texts) {
      reply = hear(person, new Chat.Private(), new Content.Text(text));
    }
    return Scene.text(reply);
  }

  String sayInGroup(String person, String text) {
    return Scene.text(hear(person, new Chat.Group("g05"), new Content.Text(text)));
  }

  /** Somebody presses a button that says this. */
  Reply press(String person, String say) {
    var choice = new Reply.Choice("按钮", say);
    return hear(person, new Chat.Private(), new Content.Pressed(choice));
  }

  /** What the cards of somebody show in place of their buttons. */
  List<String> shown(String person) {
    return store.outgoing().stream()
        .filter(row -> row.target().equals(new Outbound.Target.ToPerson(person)))
        .map(NewOutgoing::part)
        .filter(part -> part.extras().replaces().isPresent())
        .map(Reply.Part::text)
        .toList();
  }

  Reply hear(String person, Chat chat, Content content) {
    try {
      var id = "m" + messages.incrementAndGet();
      var inbound = new Inbound(CHANNEL, id, chat, person, content, clock.instant());
      return Promised.kept(desk.receive(inbound, reply -> true, Runnable::run)).reply();
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  /** Moves the clock step by step, and looks at what becomes due, as a node does. */
  void wait(Duration time) {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      clock.pass(Duration.ofSeconds(5));
      look();
    }
  }

  /** Looks at what is due until nothing is. */
  void look() {
    try {
      var due = store.claim(1, Duration.ofMinutes(1), clock.instant());
      while (!due.isEmpty()) {
        Promised.kept(desk.due(due));
        due = store.claim(1, Duration.ofMinutes(1), clock.instant());
      }
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  /** What somebody was sent unasked, oldest first. */
  List<String> told(String person) {
    return sent(new Outbound.Target.ToPerson(person));
  }

  /** What a group was sent. */
  List<String> toldGroup(String group) {
    return sent(new Outbound.Target.ToGroup(group));
  }

  private List<String> sent(Outbound.Target target) {
    return store.outgoing().stream()
        .filter(row -> row.target().equals(target))
        .map(NewOutgoing::part)
        .filter(part -> part.extras().replaces().isEmpty())
        .map(Reply.Part::text)
        .toList();
  }

  /** All that went to groups. */
  List<String> toGroups() {
    return store.outgoing().stream()
        .filter(row -> row.target() instanceof Outbound.Target.ToGroup)
        .map(row -> row.part().text())
        .toList();
  }

  /** Something that somebody sent is fetched and kept. */
  void keep(String person, String id, String hash, String type) throws Unavailable {
    var sent = new Media.Sent(CHANNEL.text(), id);
    store.state(sent, new MediaRows.State.Kept(hash, type, 9));
    var conversation = new ConversationId(CHANNEL, new Chat.Private(), person);
    store.send(desk.kept(conversation, sent, new MediaRows.Settlement.Kept(hash, type, 9)));
  }

  /** The names of the files that somebody was sent. */
  List<String> files(String person) {
    return files(row -> row.target().equals(new Outbound.Target.ToPerson(person)));
  }

  /** The names of the files that went to groups. */
  List<String> filesOfGroups() {
    return files(row -> row.target() instanceof Outbound.Target.ToGroup);
  }

  private List<String> files(Predicate<NewOutgoing> which) {
    return store.outgoing().stream()
        .filter(which)
        .flatMap(row -> row.part().extras().file().stream())
        .map(Extras.Attachment::name)
        .toList();
  }

  /** The platform refuses all that somebody was sent. */
  void refuse(String... people) {
    Set<String> refused = new HashSet<>();
    for (NewOutgoing row : store.outgoing()) {
      if (Arrays.asList(people).stream().anyMatch(p -> row.once().contains(":p." + p + ":"))) {
        refused.add(row.once());
      }
    }
    store.refuse(refused);
  }

  Alert alert(String number) {
    try {
      return store.alert(number).orElseThrow().alert();
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  List<Alert> open() {
    try {
      return store.openAlerts().stream().map(kept -> kept.alert()).toList();
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  /** What sends the bundled routine reminders. */
  Reminder reminder() {
    var bundled = BundledReminders.read();
    var bulletin = new NoticeBulletin(store.notices(), desk::directory);
    var post =
        new ReminderPost(
            new Sums(store, LIBRARY), bulletin, bundled, surroundings, desk::directory);
    return new Reminder(store.reminders(), bundled, post, Courtesy.USUAL, clock);
  }

  /** What asks stations for their day, on a node of its own. */
  DayCaller caller(Courtesy courtesy) {
    return new DayCaller(store.reminders(), desk::dayCalls, courtesy, clock);
  }

  /** What looks for alerts that nothing rings for. */
  DueAudit audit() {
    return new DueAudit(new DeskPorts(store, store), surroundings, desk::directory);
  }

  Desk desk() {
    return desk;
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
