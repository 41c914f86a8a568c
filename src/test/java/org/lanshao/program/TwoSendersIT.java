package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.store.StoreSettings;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/** Two processes send from one PostgreSQL, within WeCom's limits together, whatever dies. */
class TwoSendersIT {
  private static final int MESSAGES = 1000;

  /** By then the flush has happened. */
  private static final int SETTLED = 300;

  private final Path dir;

  TwoSendersIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void aKilledNodesMessagesAreTakenOverAndRedisMayLoseAll() throws Exception {
    try (var wecom = WecomApi.answeringAfter(Duration.ofMillis(200));
        var postgres = Postgres.in(dir);
        var redis = new Redis();
        var one = Program.start(node(postgres, redis, wecom, "one"));
        var two = Program.start(node(postgres, redis, wecom, "two"))) {
      store(postgres);
      one.await("some are sent", () -> wecom.times().size() > 100);
      two.kill();
      redis.flush();
      one.await("more are sent", () -> wecom.times().size() > 250);
      redis.stop();
      one.await("they go on", () -> wecom.times().size() > 350);
      redis.restart();
      var patience = new Patience(Duration.ofSeconds(170));
      patience.until("all arrive", () -> wecom.bodyToCount().size() == MESSAGES);

      assertThat(wecom.bodyToCount().values()).allSatisfy(count -> assertThat(count).isLessThan(3));
      holdsTheRate(wecom.times());
    }
  }

  /**
   * 1,200 in a minute for all but emergencies are ten a second once what was saved up is gone,
   * which the flush sees to.
   */
  private static void holdsTheRate(List<Instant> sent) {
    for (int from = SETTLED; from < sent.size(); from++) {
      Instant end = sent.get(from).plusSeconds(10);
      long within = sent.stream().skip(from).filter(at -> at.isBefore(end)).count();
      assertThat(within).as("in ten seconds from the message %s", from).isLessThan(150);
    }
  }

  private Installation node(Postgres postgres, Redis redis, WecomApi wecom, String name)
      throws IOException {
    return Installation.on(postgres, Files.createDirectories(dir.resolve(name)))
        .withRedis(redis.uri())
        .withWecomApi(wecom.uri());
  }

  private void store(Postgres postgres) throws Unavailable {
    var settings =
        new StoreSettings(
            postgres.jdbcUrl(), "postgres", "", dir, Optional.of(Installation.DATA_KEY));
    var around =
        new Store.Surroundings(
            Clock.systemUTC(), new SimpleMeterRegistry(), area -> List.of(), StoreLimits.USUAL);
    try (var store = Store.open(settings, around)) {
      var rows = new ArrayList<NewOutgoing>();
      for (int i = 0; i < MESSAGES; i++) {
        rows.add(
            new NewOutgoing(
                UUID.randomUUID(),
                new ChannelName("wecom"),
                new Target.ToPerson("member" + i % 500),
                Reply.of("第 " + i + " 条").parts().getFirst(),
                "m" + i,
                Instant.now(),
                NewOutgoing.Terms.NOTICE));
      }
      store.send(rows);
    }
  }
}
