package org.lanshao.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lanshao.outbox.Outlets;
import org.lanshao.outbox.RetryPolicy;
import org.lanshao.outbox.Sender;
import org.lanshao.outbox.Sending;
import org.lanshao.pace.Pace;
import org.lanshao.pace.Redis;
import org.lanshao.store.Store;
import org.lanshao.turn.Unavailable;

/** Everything that lets messages leave: the limits, the sender, the other nodes. */
final class Dispatch implements AutoCloseable {
  private static final int EMERGENCIES = 4;
  private static final int PREFIX = 8;

  private final Optional<Redis> redis;
  private final Pace pace;
  private final Sender sender;
  private final Neighbours neighbours;

  private Dispatch(Optional<Redis> redis, Pace pace, Store store, Sending sending, Rules rules) {
    this.redis = redis;
    this.pace = pace;
    this.neighbours =
        new Neighbours(
            store.nodes(),
            rules.port(),
            redis.isPresent(),
            () -> recall(store, sending),
            this::wake);
    this.sender =
        new Sender(
            store.outgoing(), sending, room(rules.sending()), neighbours::allowed, rules.meters());
  }

  /**
   * How messages leave this node.
   *
   * @param port of this node, which tells it from others of the same machine
   */
  record Rules(Settings.Sending sending, int port, Clock clock, MeterRegistry meters) {}

  /** How many messages may be in flight. */
  static Sender.Room room(Settings.Sending sending) {
    return new Sender.Room(sending.atOnce(), EMERGENCIES);
  }

  /** Begins to send, unless another node is there that shares nothing. */
  static Dispatch start(Store store, Outlets outlets, RandomGenerator random, Rules rules)
      throws Unavailable {
    var redis =
        Optional.of(rules.sending().redis())
            .filter(uri -> !uri.isEmpty())
            .map(uri -> new Redis(uri, prefix(store)));
    var pace =
        redis
            .map(
                shared ->
                    Pace.together(
                        shared,
                        rules.sending().nodes(),
                        rules.clock(),
                        store::hash,
                        rules.meters()))
            .orElseGet(() -> Pace.alone(rules.clock(), store::hash));
    var sending = new Sending(outlets, pace, RetryPolicy.USUAL, rules.clock(), random);
    var dispatch = new Dispatch(redis, pace, store, sending, rules);
    dispatch.start(store);
    return dispatch;
  }

  /** Installations that share a Redis do not share keys. */
  private static String prefix(Store store) {
    return "lanshao:" + store.hash("redis").substring(0, PREFIX) + ":";
  }

  private void start(Store store) throws Unavailable {
    redis.ifPresent(shared -> shared.onWake(this::wake));
    store
        .outgoing()
        .onCommitted(
            () -> {
              wake();
              redis.ifPresent(Redis::wakeOthers);
            });
    sender.start();
    neighbours.start();
  }

  /** What is shared knows what was sent. */
  private void recall(Store store, Sending sending) throws Unavailable {
    if (redis.isEmpty()) {
      sending.recall(store.outgoing());
    }
  }

  /** What says when messages may leave. */
  Pace pace() {
    return pace;
  }

  /** Whether Redis is wanted and away. */
  boolean isRedisAway() {
    return !pace.isWhole();
  }

  /** Looks for due messages now. Any thread may call it. */
  void wake() {
    sender.wake();
  }

  /** Whether this node may work beside the others. */
  boolean allowed() {
    return neighbours.allowed();
  }

  /** Takes no more and lets what is in flight end. */
  @Override
  public void close() {
    sender.close();
    neighbours.close();
    pace.close();
    redis.ifPresent(Redis::close);
  }
}
