package org.lanshao.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.Patience.until;

import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lanshao.Ports;
import org.lanshao.channel.Spend;
import org.lanshao.channel.Spend.Limit;
import org.lanshao.transport.HandClock;
import org.lanshao.turn.Lane;
import redis.embedded.RedisServer;

/** Two nodes with a real Redis, which is stopped, started and flushed. */
class SharedPaceTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** A busy machine is not a Redis that is away. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final List<Spend> MEMBER =
      List.of(new Spend("member", List.of(new Limit(25, MINUTE))));

  private final HandClock clock = new HandClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SimpleMeterRegistry others = new SimpleMeterRegistry();
  private final int port = Ports.free();
  private RedisServer server;
  private Redis oneRedis;
  private Redis twoRedis;
  private Pace one;
  private Pace two;

  @BeforeEach
  void open() throws IOException {
    server = startRedis();
    oneRedis = new Redis("redis://127.0.0.1:" + port, "t:", PATIENCE);
    twoRedis = new Redis("redis://127.0.0.1:" + port, "t:", PATIENCE);
    one = Pace.together(oneRedis, 2, clock, name -> name, meters);
    two = Pace.together(twoRedis, 2, clock, name -> name, others);
    clock.pass(MINUTE);
  }

  private RedisServer startRedis() throws IOException {
    var started =
        RedisServer.newRedisServer()
            .port(port)
            .setting("save \"\"")
            .setting("bind 127.0.0.1")
            .build();
    started.start();
    return started;
  }

  @AfterEach
  void close() throws IOException {
    one.close();
    two.close();
    oneRedis.close();
    twoRedis.close();
    server.stop();
  }

  @Test
  void twoNodesTakeFromTheSameBuckets() {
    assertThat(take(one, 6)).isEqualTo(6);
    assertThat(take(two, 6)).isEqualTo(4);
    assertThat(one.take(MEMBER, Lane.EMERGENCY)).isEmpty();
    clock.pass(Duration.ofSeconds(6));
    assertThat(take(one, 2) + take(two, 2)).isEqualTo(1);
  }

  @Test
  void whatOneNodeTookIsCountedByTheForecastOfTheOther() throws IOException {
    var five = Collections.nCopies(5, MEMBER);
    assertThat(two.waits(List.of(), five).getLast()).isZero();
    assertThat(take(one, 8)).isEqualTo(8);

    var waits = two.waits(List.of(), five);

    assertThat(waits.subList(0, 2)).containsOnly(Duration.ZERO);
    assertThat(waits.getLast()).isEqualTo(MINUTE.dividedBy(10).multipliedBy(3));
    assertThat(take(two, 6)).as("a forecast takes nothing").isEqualTo(2);
    server.stop();
    assertThat(two.waits(List.of(), five).getLast())
        .as("alone, with half of the limit")
        .isGreaterThan(MINUTE.dividedBy(5));
  }

  @Test
  void whileRedisIsAwayEachNodeKeepsToItsShare() throws IOException {
    assertThat(shared(meters)).isEqualTo(1);
    server.stop();

    assertThat(one.isWhole()).isTrue();
    assertThat(take(one, 1)).as("nothing is known, so it begins empty").isZero();
    assertThat(shared(meters)).isZero();
    assertThat(one.isWhole()).isFalse();
    take(two, 1);
    clock.pass(MINUTE);
    assertThat(take(one, 20)).isEqualTo(5);
    assertThat(take(two, 20)).isEqualTo(5);
  }

  @Test
  void whenRedisIsBackItsBucketsBeginAnew() throws IOException {
    take(one, 1);
    server.stop();
    take(one, 1);
    take(two, 1);
    clock.pass(MINUTE);
    take(one, 20);

    server = startRedis();
    until(() -> shared(meters) == 1);
    until(() -> shared(others) == 1);
    assertThat(take(one, 20) + take(two, 20)).isLessThanOrEqualTo(1);
    assertThat(one.take(MEMBER, Lane.EMERGENCY)).isEmpty();
  }

  @Test
  void aFlushedRedisGivesNothingTwice() {
    assertThat(take(one, 20)).isEqualTo(10);
    flush();

    assertThat(take(one, 20) + take(two, 20)).isLessThanOrEqualTo(1);
    assertThat(two.take(MEMBER, Lane.EMERGENCY)).as("but for the emergency share").isEmpty();
    clock.pass(MINUTE);
    assertThat(take(two, 20)).isEqualTo(10);
  }

  @Test
  void anIdleBucketIsFullAlsoAfterRedisForgotIt() {
    assertThat(take(one, 3)).isEqualTo(3);
    clock.pass(Duration.ofMinutes(10));
    assertThat(take(two, 20)).isEqualTo(10);
  }

  @Test
  void aNodeIsWokenByTheOthers() {
    var woken = new AtomicInteger();
    twoRedis.onWake(woken::incrementAndGet);
    oneRedis.wakeOthers();
    until(() -> woken.get() == 1);
  }

  private void flush() {
    try (var client = RedisClient.create("redis://127.0.0.1:" + port)) {
      client.connect().sync().flushall();
    }
  }

  private static double shared(SimpleMeterRegistry meters) {
    return meters.get("lanshao.pace.shared").gauge().value();
  }

  private static int take(Pace pace, int count) {
    int taken = 0;
    for (int i = 0; i < count; i++) {
      taken += pace.take(MEMBER, Lane.NOTICE).isEmpty() ? 1 : 0;
    }
    return taken;
  }
}
