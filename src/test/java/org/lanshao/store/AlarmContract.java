package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lanshao.message.Outbound;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Symptoms.SettingsRefused;
import org.lanshao.turn.Unavailable;

/** Who tells of what is wrong, and what outgoing rows show. */
interface AlarmContract extends OnDatabase {
  Instant HOUR_AGO = TestDatabase.NOW.minus(Duration.ofHours(1));

  @Test
  default void oneOfManyNodesTellsAndAgainAfterAnHourAndOneTellsTheEnd() throws Exception {
    var other = database().open();
    var told =
        TurnContract.atOnce(
            8,
            i ->
                (i % 2 == 0 ? store() : other)
                    .alarmBook()
                    .tell("disk-low:", TestDatabase.NOW, HOUR_AGO));
    assertThat(told).filteredOn(t -> t).hasSize(1);
    var later = TestDatabase.NOW.plus(Duration.ofMinutes(59));
    assertThat(tell(other, later)).isFalse();
    assertThat(tell(other, later.plus(Duration.ofMinutes(1)))).isTrue();
    assertThat(store().alarmBook().open()).containsExactly("disk-low:");
    assertThat(store().alarmBook().end("disk-low:")).isTrue();
    assertThat(other.alarmBook().end("disk-low:")).isFalse();
    assertThat(store().alarmBook().open()).isEmpty();
  }

  /** As a sender leaves the row that waits. */
  private void settle(int state, String code, String platformCode, Instant due) {
    database()
        .run(
            "UPDATE outgoing SET state = %d, code = '%s', platform_code = '%s', due = %d WHERE state = 0"
                .formatted(state, code, platformCode, due.toEpochMilli()));
  }

  private static boolean tell(Store node, Instant now) throws Unavailable {
    return node.alarmBook().tell("disk-low:", now, now.minus(Duration.ofHours(1)));
  }

  @Test
  default void whatBecameOfMessagesIsFoundByTheBeginningOfTheirNames() throws Unavailable {
    for (String once : List.of("roll:1:a", "roll:1:b", "roll:10:c", "roll:2:d", "roll:0:e")) {
      store().send(List.of(Samples.outgoing("chen", once)));
    }
    database().run("UPDATE outgoing SET state = 1 WHERE once = 'roll:1:b'");
    assertThat(store().fates("roll:1:"))
        .containsExactly(
            new Facts.Fate("roll:1:a", Facts.Fate.End.WAITS, ""),
            new Facts.Fate("roll:1:b", Facts.Fate.End.ACCEPTED, ""));
  }

  @Test
  default void theOldestMessageThatIsDueIsFound() throws Unavailable {
    assertThat(store().symptoms().oldestDue(TestDatabase.NOW)).isEmpty();
    store().send(List.of(Samples.outgoing("chen", "1")));
    var later = TestDatabase.NOW.plusSeconds(900);
    assertThat(store().symptoms().oldestDue(later)).contains(TestDatabase.NOW);
    settle(0, "timeout", "", later);
    assertThat(store().symptoms().oldestDue(later.minusSeconds(1))).isEmpty();
    assertThat(store().symptoms().oldestDue(later)).contains(later);
  }

  @Test
  default void refusedSettingsShowUntilALaterMessageIsTaken() throws Unavailable {
    store().send(List.of(Samples.outgoing("chen", "1")));
    settle(2, "settings", "60020", Instant.EPOCH);
    assertThat(store().symptoms().settingsRefused())
        .containsExactly(new SettingsRefused(Samples.CHANNEL, "60020"));
    store().send(List.of(Samples.outgoing("liang", "2")));
    settle(1, "", "", Instant.EPOCH);
    assertThat(store().symptoms().settingsRefused()).isEmpty();
  }

  @Test
  default void aTargetIsGoneUntilALaterMessageGetsThroughToIt() throws Unavailable {
    var target = new Outbound.Target.ToPerson("chen");
    store().send(List.of(Samples.outgoing("chen", "1")));
    settle(2, "unknown_group", "93000", Instant.EPOCH);
    store().send(List.of(Samples.outgoing("liang", "2")));
    settle(1, "", "", Instant.EPOCH);
    assertThat(store().symptoms().goneTargets()).containsExactly(store().symptoms().name(target));
    store().send(List.of(Samples.outgoing("chen", "3")));
    settle(1, "", "", Instant.EPOCH);
    assertThat(store().symptoms().goneTargets()).isEmpty();
  }
}
