package org.lanshao.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lanshao.turn.Retention;
import org.lanshao.turn.Unavailable;

/** One round takes away all that is old, and none while another node does. */
class RetainerTest {
  private static final Instant NOW = Instant.parse("2030-05-10T01:30:00Z");

  private final Recorded retention = new Recorded();
  private final List<String> chores = new ArrayList<>();
  private boolean isBroken;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Retainer retainer =
      new Retainer(
          retention,
          Map.of(
              Retention.What.RECORDS, Duration.ofDays(400),
              Retention.What.AUDIT, Duration.ofDays(200)),
          List.of(
              new Chore("broken", false, this::breaks),
              new Chore("other", true, () -> chores.add("other"))),
          Clock.fixed(NOW, ZoneOffset.UTC),
          meters);

  /** Has three slices of records and one of the audit. */
  private static final class Recorded implements Retention {
    final List<String> calls = new ArrayList<>();
    boolean leads = true;
    int failures;

    @Override
    public Slice purge(What what, Instant before, int most) throws Unavailable {
      if (failures-- > 0) {
        throw new Unavailable("locked", new IllegalStateException());
      }
      calls.add(what.word() + " " + Duration.between(before, NOW).toDays());
      return new Slice(5, what == What.RECORDS && calls.size() < 3);
    }

    @Override
    public boolean lead(Duration lease) {
      return leads;
    }

    @Override
    public void leave() {
      leads = false;
    }
  }

  private void breaks() throws IOException {
    chores.add("broken");
    if (isBroken) {
      throw new IOException("no room");
    }
  }

  @Test
  void doesAtItsStartWhatCannotWaitThoughAnotherNodePurges() {
    retention.leads = false;
    retainer.begin();
    assertThat(chores).containsExactly("other");
    assertThat(retention.calls).isEmpty();
  }

  private double purged(String what) {
    return meters.get("lanshao.purged").tag("what", what).counter().count();
  }

  @Test
  void takesSliceAfterSliceAndCounts() throws InterruptedException {
    assertThat(retainer.round()).isTrue();
    assertThat(retention.calls)
        .containsExactly("records 400", "records 400", "records 400", "audit 200");
    assertThat(purged("records")).isEqualTo(15);
    assertThat(purged("audit")).isEqualTo(5);
    assertThat(purged("words")).isZero();
  }

  @Test
  void takesNothingWhileAnotherNodeDoes() throws InterruptedException {
    retention.leads = false;
    assertThat(retainer.round()).isFalse();
    assertThat(retention.calls).isEmpty();
    assertThat(chores).isEmpty();
  }

  @Test
  void doesTheChoresAndAllOfThemSoonAgainWhereOneFailed() throws InterruptedException {
    assertThat(retainer.round()).isTrue();
    assertThat(chores).containsExactly("broken", "other");

    isBroken = true;
    assertThat(retainer.round()).isFalse();
    assertThat(chores).containsExactly("broken", "other", "broken", "other");
  }

  @Test
  void goesOnAfterTheDatabaseWasAway() throws InterruptedException {
    retention.failures = 1;
    assertThat(retainer.round()).isFalse();
    assertThat(retainer.round()).isTrue();
    assertThat(retention.calls).hasSize(4);
  }
}
