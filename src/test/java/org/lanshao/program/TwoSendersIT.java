package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.Effort;
import org.lanshao.Patience;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/** Two processes send from one PostgreSQL, within WeCom's limits together, whatever dies. */
class TwoSendersIT {
  /** So many wait at first; the others come when one has died, so that there is something left. */
  private static final int AT_FIRST = 200 + Effort.of(200);

  private static final int MESSAGES = AT_FIRST + 250 + Effort.of(50);

  /** More than are on their way at once: so many may have been let through before the flush. */
  private static final int ON_THEIR_WAY = 50;

  /** What both need for a message, and for a while before one of them dies. */
  private static final Duration QUICK = Duration.ofMillis(200);

  private static final Duration SLOW = Duration.ofSeconds(3);

  /** So many messages of the node that dies were never answered for. */
  private static final int HELD_AT_LEAST = 8;

  private static final String NOW =
      "SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

  /** The messages that the second node has claimed and not settled. */
  private static final String HELD_BY_TWO =
      "SELECT o.position, o.lease FROM outgoing o JOIN claimed c ON c.position = o.position"
          + " AND c.claim = o.claim WHERE o.state = 0 AND o.lease > 0 AND c.node = 'two'";

  /** What it had sent to the database before it was killed may still be committed. */
  private static final String SESSIONS_OF_TWO =
      "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'two'";

  private static final String SETTLED_ROWS = "SELECT count(*) FROM outgoing WHERE state = 1";

  /** By the database's clock, in milliseconds. */
  private static final long FREE_WITHIN = 30_000;

  /**
   * What a busy machine needs to see that it is free; not what waits for a look each half minute.
   */
  private static final long NOTICED_WITHIN = 20_000;

  /** Keeps who claimed what, and when. */
  private static final List<String> WATCH_CLAIMS =
      List.of(
          "CREATE TABLE claimed (position bigint, claim bigint, node text, at bigint)",
          "CREATE FUNCTION note_claim() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
              + " INSERT INTO claimed VALUES (NEW.position, NEW.claim,"
              + " current_setting('application_name'), ("
              + NOW
              + ")); RETURN NULL; END $$",
          "CREATE TRIGGER claimed AFTER UPDATE ON outgoing FOR EACH ROW"
              + " WHEN (NEW.claim > OLD.claim) EXECUTE FUNCTION note_claim()");

  private final Path dir;

  TwoSendersIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void aKilledNodesMessagesAreTakenOverAndRedisMayLoseAll() throws Exception {
    try (var wecom = WecomApi.answeringAfter(QUICK);
        var postgres = Postgres.in(dir);
        var redis = new Redis();
        var one = Program.start(node(postgres, redis, wecom, "one"));
        var two = Program.start(node(postgres, redis, wecom, "two"));
        var database = Database.of(one.installation())) {
      WATCH_CLAIMS.forEach(database::run);
      store(postgres, 0, AT_FIRST);
      one.await("some are sent", () -> wecom.came() > 100);
      wecom.answerAfter(SLOW);
      one.await("the second holds some", () -> heldByTwo(database).size() >= HELD_AT_LEAST);
      two.kill();
      one.await("its last transactions end", () -> database.number(SESSIONS_OF_TWO) == 0);
      long killed = database.number(NOW);
      var left = heldByTwo(database);
      wecom.answerAfter(QUICK);
      redis.flush();
      int flushed = wecom.times().size();
      store(postgres, AT_FIRST, MESSAGES);
      one.await("more are sent", () -> wecom.came() > flushed + 2 * ON_THEIR_WAY);
      redis.stop();
      one.await("they go on", () -> wecom.came() > flushed + 4 * ON_THEIR_WAY);
      redis.restart();
      Patience.until(
          Duration.ofMinutes(5),
          "all are settled",
          () -> database.number(SETTLED_ROWS) == MESSAGES);
      assertThat(wecom.textToCount()).hasSize(MESSAGES);

      assertThat(wecom.textToCount().values()).allSatisfy(count -> assertThat(count).isLessThan(3));
      holdsTheRate(wecom.times().stream().skip(flushed + ON_THEIR_WAY).toList());
      assertThat(left).as("what the killed node left").isNotEmpty();
      left.forEach(
          (position, free) -> {
            assertThat(free - killed).isLessThan(FREE_WITHIN);
            assertThat(claimed(position, free, database) - free).isLessThan(NOTICED_WITHIN);
          });
    }
  }

  /** When each of them is free again, by position. */
  private static Map<String, Long> heldByTwo(Database database) {
    return database.numbers(HELD_BY_TWO);
  }

  /** When the first node took over what was free from then on. */
  private static long claimed(String position, long free, Database database) {
    return database.number(
        "SELECT min(at) FROM claimed WHERE position = %s AND node = 'one' AND at >= %d"
            .formatted(position, free));
  }

  /**
   * 1,200 in a minute for all but emergencies are ten a second once what was saved up is gone,
   * which the flush sees to.
   */
  private static void holdsTheRate(List<Instant> sent) {
    for (int from = 0; from < sent.size(); from++) {
      Instant end = sent.get(from).plusSeconds(10);
      long within = sent.stream().skip(from).filter(at -> at.isBefore(end)).count();
      assertThat(within).as("in ten seconds from the message %s", from).isLessThan(150);
    }
  }

  private Installation node(Postgres postgres, Redis redis, WecomApi wecom, String name)
      throws IOException {
    return Installation.on(postgres, Files.createDirectories(dir.resolve(name)))
        .withStoreOptions("?ApplicationName=" + name)
        .withRedis(redis.uri())
        .withWecomApi(wecom.uri());
  }

  private void store(Postgres postgres, int from, int to) throws Unavailable {
    try (var store = Installation.on(postgres, dir).open()) {
      var rows = new ArrayList<NewOutgoing>();
      for (int i = from; i < to; i++) {
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
