package org.lanshao.publish;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.lanshao.alarm.AdminMail;
import org.lanshao.desk.Desk;
import org.lanshao.desk.talk.DeskPorts;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Directory;
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

/** A desk over a store with a publisher over a folder: one node, or this one after a restart. */
final class Node {
  static final ChannelName CHANNEL = new ChannelName("sandbox");
  private static final AtomicLong MESSAGES = new AtomicLong();

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final List<String> told = new ArrayList<>();
  final Publisher publisher;
  private final HandClock clock =
      new HandClock(Instant.parse("2022-05-10T01:30:00Z"), ZoneId.of("Asia/Shanghai"));
  private final Desk desk;

  Node(Folder folder, MemoryStore store, Directory directory) throws Unavailable {
    var ports = new DeskPorts(store, store);
    var library = folder.library();
    var shelf = Shelf.publish(library, Folder.SCHEMA, ports);
    var traits = new ChannelTraits("sandbox", new Capabilities(Optional.empty(), 2048));
    desk =
        new Desk(
            ports,
            shelf,
            new Surroundings(
                directory, library.wording(), name -> traits, clock, UUID::randomUUID));
    var admins =
        new Admins(
            new AdminMail(
                store, () -> directory, Map.of(CHANNEL, "sandbox"), clock, UUID::randomUUID),
            clock);
    publisher =
        new Publisher(
            folder,
            desk,
            admins,
            new FormsState(library, List.of(), List.of(), shelf.held()),
            state -> told.add(state.word()),
            meters);
    settle();
  }

  /** Looks until changed files were taken or refused. */
  void settle() throws Unavailable {
    publisher.look();
    publisher.look();
    publisher.look();
  }

  String say(String person, String... texts) throws Unavailable {
    var reply = Reply.NONE;
    for (String text : texts) {
      var id = "m" + MESSAGES.incrementAndGet();
      var content = new Content.Text(text);
      var inbound = new Inbound(CHANNEL, id, new Chat.Private(), person, content, clock.instant());
      reply = Promised.kept(desk.receive(inbound, any -> true, Runnable::run)).reply();
    }
    return reply.parts().stream().map(Reply.Part::text).collect(Collectors.joining("\n"));
  }

  double changes(String outcome) {
    return meters.get("lanshao.forms.changes").tag("outcome", outcome).counter().count();
  }
}
