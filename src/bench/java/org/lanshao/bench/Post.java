package org.lanshao.bench;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.channel.wecom.WecomChannel;
import org.lanshao.channel.wecom.WecomLimits;
import org.lanshao.channel.wecom.WecomSettings;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.outbox.Outlets;
import org.lanshao.outbox.RetryPolicy;
import org.lanshao.outbox.Sender;
import org.lanshao.outbox.Sending;
import org.lanshao.pace.Pace;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.store.StoreSettings;
import org.lanshao.transport.Transport;
import org.lanshao.transport.TransportLimits;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/** All that sends in the program, on a SQLite of its own, with limits that are never reached. */
final class Post implements AutoCloseable {
  static final ChannelName CHANNEL = new ChannelName("wecom");

  private static final int MEMBERS = 20_000;
  private static final int SLICE = 500;
  private static final int NEVER = 1 << 30;
  private static final WecomLimits OPEN = new WecomLimits(NEVER, NEVER, NEVER, NEVER, NEVER, NEVER);

  private final Store store;
  private final Transport transport;
  private final Sender sender;
  private final WecomChannel channel;
  private final SimpleMeterRegistry meters;

  private Post(
      Store store,
      Transport transport,
      Sender sender,
      WecomChannel channel,
      SimpleMeterRegistry meters) {
    this.store = store;
    this.transport = transport;
    this.sender = sender;
    this.channel = channel;
    this.meters = meters;
  }

  /** It sends nothing before {@link #start}. */
  static Post in(Path dir, Vertx vertx, String api, int pool) throws Unavailable {
    var clock = Clock.systemUTC();
    var meters = new SimpleMeterRegistry();
    var store =
        Store.open(
            new StoreSettings(
                "jdbc:sqlite:" + dir + "/post.db", "", "", dir, Optional.of(Installation.KEY)),
            new Store.Surroundings(clock, meters, area -> List.of(), StoreLimits.USUAL));
    var room = new Sender.Room(pool, Sender.Room.USUAL.emergencies());
    var transport =
        new Transport(
            vertx,
            store.tokens(),
            clock,
            TransportLimits.USUAL.withConnections(room.connections()));
    var settings =
        new WecomSettings(CHANNEL, api, Secret.CORP, 1000002, "s", Secret.TOKEN, Secret.AES_KEY);
    var channel = new WecomChannel(settings, OPEN, new SecureRandom());
    var outlets = new Outlets(Map.of(CHANNEL, channel), transport, shown -> {});
    var sending =
        new Sending(
            outlets, Pace.alone(clock, store::hash), RetryPolicy.USUAL, clock, new SecureRandom());
    var sender = new Sender(store.outgoing(), sending, room, () -> true, meters);
    store.outgoing().onCommitted(sender::wake);
    return new Post(store, transport, sender, channel, meters);
  }

  /** Has so many notices wait, to many members in turn. */
  void fill(int count) throws Unavailable {
    for (int from = 0; from < count; from += SLICE) {
      var rows = new ArrayList<NewOutgoing>(SLICE);
      for (int i = from; i < Math.min(count, from + SLICE); i++) {
        rows.add(row("member" + i % MEMBERS, UUID.randomUUID().toString(), Lane.NOTICE));
      }
      store.send(rows);
    }
  }

  /** Commits one emergency, to be found under this name. */
  void urge(String once) throws Unavailable {
    store.send(List.of(row(once, once, Lane.EMERGENCY)));
  }

  /** When the platform got that message, in nanoseconds of this machine; empty: not yet. */
  Optional<Long> arrived(String once) throws Unavailable {
    return store.outgoing().handle(once).map(Long::valueOf);
  }

  private static NewOutgoing row(String member, String once, Lane lane) {
    return new NewOutgoing(
        UUID.randomUUID(),
        CHANNEL,
        new Target.ToPerson(member),
        Reply.of("【防汛】云安区富林镇：请各站点 17:00 前报平安，回复“收到 15”。").parts().getFirst(),
        once,
        Instant.now(),
        NewOutgoing.Terms.of(lane));
  }

  void start() {
    sender.start();
  }

  /** How many were taken by the platform and are settled, durably, since the start. */
  long settled() {
    return (long)
        meters.find("lanshao.outbox.sent").tag("result", "accepted").counters().stream()
            .mapToDouble(Counter::count)
            .sum();
  }

  WecomChannel channel() {
    return channel;
  }

  @Override
  public void close() {
    sender.close();
    transport.close();
    store.close();
  }
}
