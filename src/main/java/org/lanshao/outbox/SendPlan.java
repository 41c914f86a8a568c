package org.lanshao.outbox;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lanshao.channel.Spend;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;
import org.lanshao.message.Reply;
import org.lanshao.pace.Pace;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Outgoing;

/** When messages will leave, computed before any of them is written. */
public final class SendPlan {
  private static final UUID NO_ID = new UUID(0, 0);
  private static final Reply.Part ANY = new Reply.Part("", List.of());

  private final Outlets outlets;
  private final Pace pace;
  // A thread of the system: what is long to compute must not hold up those that answer.
  private final ExecutorService computing =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("plan").factory());

  /** By what these channels spend and this pace lets through. */
  public SendPlan(Outlets outlets, Pace pace) {
    this.outlets = outlets;
    this.pace = pace;
  }

  /**
   * How long each of these rows waits for its turn, in their order, after what waits before.
   * Blocks: call it on virtual threads.
   */
  public List<Duration> waits(List<Outgoing.Line> before, List<NewOutgoing> rows) {
    return CompletableFuture.supplyAsync(() -> computed(before, rows), computing).join();
  }

  private List<Duration> computed(List<Outgoing.Line> before, List<NewOutgoing> rows) {
    var lines =
        before.stream()
            .map(line -> new Pace.Line(spends(line.channel(), line.target()), line.count()))
            .toList();
    return pace.waits(
        lines, rows.stream().map(row -> spends(row.channel(), row.target())).toList());
  }

  private List<Spend> spends(ChannelName channel, Outbound.Target target) {
    return outlets.spends(channel, new Outbound(NO_ID, target, ANY));
  }
}
