package org.lanshao.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.lanshao.alert.Plans;
import org.lanshao.desk.talk.DeskPorts;
import org.lanshao.desk.talk.Raising;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Group;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Role;
import org.lanshao.message.Capabilities;
import org.lanshao.message.ChannelName;
import org.lanshao.message.ChannelTraits;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.Inbound;
import org.lanshao.message.Reply;
import org.lanshao.transport.HandClock;
import org.lanshao.turn.MemoryStore;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** A city of invented towns, each with a head, some workers and a group; every second is heard. */
final class NoticeCity {
  static final ChannelName CHANNEL = new ChannelName("sandbox");
  static final String CITY = "city";
  private static final AreaCode WHOLE = new AreaCode("445300");
  private static final AreaCode COUNTY = new AreaCode("445302");

  final HandClock clock = new HandClock(Scene.NOW, Scene.ZONE);
  final MemoryStore store;
  final List<AreaCode> towns = new ArrayList<>();
  private final AtomicLong messages = new AtomicLong();
  private final Desk desk;

  NoticeCity(int size, int workers) {
    var areas = new ArrayList<Area>();
    areas.add(new Area(WHOLE, "云浮市", Area.Kind.CITY, Optional.empty(), List.of()));
    areas.add(new Area(COUNTY, "云城区", Area.Kind.COUNTY, Optional.of(WHOLE), List.of()));
    var people = new ArrayList<Person>();
    var groups = new ArrayList<Group>();
    people.add(person(CITY, Role.CITY, WHOLE));
    for (int i = 0; i < size; i++) {
      var town = new AreaCode("4453%05d".formatted(i));
      towns.add(town);
      var name = "试" + i + "镇";
      areas.add(new Area(town, name, Area.Kind.TOWN, Optional.of(COUNTY), List.of()));
      people.add(person("h" + i, Role.HEAD, town));
      for (int worker = 0; worker < workers; worker++) {
        people.add(person("w" + i + "x" + worker, Role.WORKER, town));
      }
      var id = "g" + i;
      groups.add(new Group(new GroupId(id), name, town, "sandbox", id, i % 2 == 0 ? id : ""));
    }
    var directory = new Directory(areas, people, groups);
    store = new MemoryStore(directory);
    var library = Station.bundled();
    var surroundings =
        new Surroundings(
                directory,
                library.wording(),
                channel -> new ChannelTraits("sandbox", new Capabilities(Optional.empty(), 60_000)),
                clock,
                UUID::randomUUID)
            .with(new Raising(library.danger(), Plans.USUAL, List.of(CHANNEL)));
    try {
      var ports = new DeskPorts(store, store);
      desk = new Desk(ports, Shelf.publish(library, Station.schema(), ports), surroundings);
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  private static Person person(String id, Role role, AreaCode area) {
    Map<String, String> none = new HashMap<>();
    return new Person(new PersonId(id), "人" + id, role, area, none, "", "zh");
  }

  String say(String person, String text) {
    return hear(person, new Chat.Private(), new Content.Text(text));
  }

  String hear(String person, Chat chat, Content content) {
    try {
      var id = "m" + messages.incrementAndGet();
      var inbound = new Inbound(CHANNEL, id, chat, person, content, clock.instant());
      Reply reply = Promised.kept(desk.receive(inbound, said -> true, Runnable::run)).reply();
      return Scene.text(reply);
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  /** Lets time pass, and looks at what becomes due. */
  void pass(Duration time) {
    clock.pass(time);
    try {
      for (var due = store.claim(1, Duration.ofMinutes(1), clock.instant());
          !due.isEmpty();
          due = store.claim(1, Duration.ofMinutes(1), clock.instant())) {
        Promised.kept(desk.due(due));
      }
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }
}
