package org.lanshao.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of slots at which no server ran. */
class DueTest {
  private static final Reminders BUNDLED = BundledReminders.read();
  private static final Timetable TIMETABLE =
      new Timetable(BUNDLED.seasons(), BUNDLED.workdays(), ZoneId.of("Asia/Shanghai"));

  /** Three weeks of Mondays: 13, 20 and 27 July 2026. */
  private static final Instant DOWN = Instant.parse("2026-07-12T00:00:00Z");

  private static final Instant UP = Instant.parse("2026-07-27T03:00:00Z");

  @Test
  void threeMissedSlotsAreCaughtUpWithOnceForAllOfThem() {
    var weekly = BUNDLED.schedule("flood-weekly").orElseThrow();
    var slots = TIMETABLE.between(weekly, DOWN, UP);

    var due = Due.of(slots, at -> at, UP).orElseThrow();

    assertThat(slots).hasSize(3);
    assertThat(due.goes()).contains(slots.get(2));
    assertThat(Due.of(TIMETABLE.between(weekly, due.last(), UP), at -> at, UP)).isEmpty();
  }

  @Test
  void missedSlotsThatAreOfNoUseLaterAreNotCaughtUpWith() {
    var summer = BUNDLED.schedule("drowning-summer").orElseThrow();
    var slots = TIMETABLE.between(summer, DOWN, UP);

    assertThat(slots).hasSize(16);
    assertThat(Due.of(slots, at -> at, UP).orElseThrow())
        .isEqualTo(new Due(slots.getLast().at(), Optional.empty()));
  }

  @Test
  void aRestartDoesNotLoseTheSlotThatCameMeanwhile() {
    var summer = BUNDLED.schedule("drowning-summer").orElseThrow();
    var slots = TIMETABLE.between(summer, DOWN, Instant.parse("2026-07-27T02:40:00Z"));

    assertThat(Due.of(slots, at -> at, Instant.parse("2026-07-27T02:45:00Z")).orElseThrow().goes())
        .contains(slots.getLast());
    assertThat(Due.of(slots, at -> at, Instant.parse("2026-07-27T02:45:01Z")).orElseThrow().goes())
        .isEmpty();
  }
}
