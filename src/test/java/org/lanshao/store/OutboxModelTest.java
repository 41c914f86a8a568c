package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.lanshao.store.OutboxModel.Line;
import org.lanshao.store.OutboxModel.Row;
import org.lanshao.store.OutboxModel.State;
import org.lanshao.transport.HandClock;
import org.lanshao.turn.Cause;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Outgoing.Claimed;
import org.lanshao.turn.Outgoing.Settled;
import org.lanshao.turn.Outgoing.Settlement;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/**
 * Random work on the outbox beside {@link OutboxModel}: order per target and lane, nothing sent
 * twice without a lost settlement, nothing begun after its cancel was committed.
 */
class OutboxModelTest {
  private static final HandClock CLOCK = new HandClock(TestDatabase.NOW, ZoneOffset.UTC);
  private static final Map<String, Store> OPENED = new HashMap<>();

  /** Longer than a test; its end is not waited for. */
  private static final Duration LEASE = Duration.ofHours(1);

  /** One that has ended at once: whoever claimed has died. */
  private static final Duration LOST = Duration.ofMillis(-1);

  private enum Act {
    SEND,
    CLAIM,
    CLAIM_AND_DIE,
    ACCEPT,
    PUT_BACK,
    PUT_BACK_LONG,
    PACE,
    REFUSE,
    EXPIRE,
    CANCEL,
    WAIT
  }

  private record Step(Act act, int one, int other) {}

  @Property(tries = 150)
  void onSqliteItDoesWhatTheModelSays(@ForAll("steps") List<Step> steps) throws Exception {
    new Run(opened("sqlite")).play(steps);
  }

  @Property(tries = 40)
  void onPostgresItDoesWhatTheModelSays(@ForAll("steps") List<Step> steps) throws Exception {
    new Run(opened("postgres")).play(steps);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    var acts =
        Arbitraries.frequency(
            Tuple.of(8, Act.SEND),
            Tuple.of(6, Act.CLAIM),
            Tuple.of(1, Act.CLAIM_AND_DIE),
            Tuple.of(4, Act.ACCEPT),
            Tuple.of(4, Act.PUT_BACK),
            Tuple.of(2, Act.PUT_BACK_LONG),
            Tuple.of(2, Act.PACE),
            Tuple.of(1, Act.REFUSE),
            Tuple.of(1, Act.EXPIRE),
            Tuple.of(1, Act.CANCEL),
            Tuple.of(4, Act.WAIT));
    var number = Arbitraries.integers().between(0, 1000);
    return Combinators.combine(acts, number, number).as(Step::new).list().ofSize(60);
  }

  @AfterContainer
  static void close() {
    OPENED.values().forEach(Store::close);
    OPENED.clear();
  }

  private static Store opened(String database) throws IOException, Unavailable {
    var known = OPENED.get(database);
    if (known != null) {
      return known;
    }
    var dir = Files.createTempDirectory(Path.of("target"), "outbox");
    var url =
        database.equals("sqlite")
            ? "jdbc:sqlite:" + dir.resolve("lanshao.db")
            : PostgresServer.newDatabase();
    var settings = new StoreSettings(url, "", "", dir, Optional.of(TestDatabase.KEY));
    var around =
        new Store.Surroundings(
            CLOCK, new SimpleMeterRegistry(), TestAreas::within, TestDatabase.LIMITS);
    var store = Store.open(settings, around);
    OPENED.put(database, store);
    return store;
  }

  /** One piece of work. It leaves nothing that waits. */
  private static final class Run {
    /** Tells this work's targets, causes and conversation from those of others. */
    private final String mark = UUID.randomUUID().toString();

    private final Store store;
    private final OutboxModel model = new OutboxModel();
    private final Map<UUID, Row> idToRow = new HashMap<>();
    private final List<Claimed> claimed = new ArrayList<>();

    /** Whose last claim nobody settled, and who did not die with it. */
    private final Set<UUID> inHand = new HashSet<>();

    private long turns;

    Run(Store store) {
      this.store = store;
    }

    void play(List<Step> steps) throws Exception {
      for (Step step : steps) {
        play(step);
      }
      for (int cause = 0; cause < 3; cause++) {
        cancel(cause);
      }
      assertThat(store.outgoing().claim(Lane.DIGEST, 100, LEASE)).isEmpty();
    }

    private void play(Step step) throws Exception {
      var now = CLOCK.instant();
      switch (step.act()) {
        case SEND -> send(step);
        case CLAIM -> claim(step, false);
        case CLAIM_AND_DIE -> claim(step, true);
        case ACCEPT -> settle(step, Settlement.Accepted.PLAIN);
        case PUT_BACK -> settle(step, new Settlement.Again(now.plusSeconds(5), "busy", "-1"));
        case PUT_BACK_LONG ->
            settle(step, new Settlement.Again(now.plusSeconds(90), "rate_limit", "45009"));
        case PACE -> settle(step, new Settlement.Paced(now.plusSeconds(9)));
        case REFUSE -> settle(step, new Settlement.Refused("unknown_recipient", "60111"));
        case EXPIRE -> settle(step, new Settlement.Expired());
        case CANCEL -> cancel(step.one() % 3);
        case WAIT -> CLOCK.pass(Duration.ofSeconds(1 + step.one() % 40));
      }
    }

    private void send(Step step) throws Unavailable {
      // A later one is due later: of those that are due together the order is theirs.
      CLOCK.pass(Duration.ofMillis(1));
      var line = new Line(mark + step.one() % 2, Lane.of(step.other() % 2 * 2));
      var cause = mark + step.one() % 3;
      var plain = Samples.outgoing(line.target(), mark + idToRow.size());
      var terms =
          new NewOutgoing.Terms(line.lane(), Optional.empty(), Optional.of(new Cause(cause)));
      store.send(
          List.of(
              new NewOutgoing(
                  plain.id(),
                  plain.channel(),
                  plain.target(),
                  plain.part(),
                  plain.once(),
                  CLOCK.instant(),
                  terms)));
      idToRow.put(plain.id(), model.send(plain.once(), line, cause, CLOCK.instant()));
    }

    private void claim(Step step, boolean dies) throws Unavailable {
      Lane last = step.one() % 4 == 0 ? Lane.EMERGENCY : Lane.DIGEST;
      int limit = 1 + step.other() % 4;
      var got = store.outgoing().claim(last, limit, dies ? LOST : LEASE);
      var wanted = model.claim(last, limit, dies, CLOCK.instant());

      assertThat(got.stream().map(one -> row(one).once))
          .containsExactlyInAnyOrderElementsOf(wanted.stream().map(row -> row.once).toList());
      for (Claimed one : got) {
        assertThat(one.claim()).isEqualTo(row(one).claims);
        assertThat(one.attempt()).isEqualTo(row(one).attempt);
        assertThat(row(one).state).as("neither ended nor cancelled").isEqualTo(State.WAITS);
        assertThat(inHand).as("not while somebody sends it").doesNotContain(one.message().id());
        if (!dies) {
          inHand.add(one.message().id());
        }
      }
      claimed.addAll(got);
    }

    private Row row(Claimed one) {
      return Objects.requireNonNull(idToRow.get(one.message().id()));
    }

    /** Any claim that there was, also one that is settled or taken over. */
    private void settle(Step step, Settlement settlement) throws Unavailable {
      if (claimed.isEmpty()) {
        return;
      }
      var one = claimed.get(claimed.size() - 1 - step.one() % Math.min(6, claimed.size()));
      var id = one.message().id();
      var held = store.outgoing().settle(List.of(new Settled(id, one.claim(), settlement)));
      boolean counts = model.settle(row(one), one.claim(), settlement, CLOCK.instant());
      assertThat(held.contains(id)).isEqualTo(counts);
      if (counts) {
        inHand.remove(id);
      }
    }

    private void cancel(int cause) throws Unavailable {
      turns++;
      var turn = Samples.turn(mark, turns, mark + "-" + turns);
      var ended = List.of(new Cause(mark + cause));
      Promised.kept(store.commit(Changes.of(turn).ended(ended).build()));
      model.cancel(mark + cause);
    }
  }
}
