package org.lanshao.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lanshao.notice.Colour;
import org.lanshao.notice.Grade;
import org.lanshao.notice.Level;

/** Seasons as the file and as declarations have them, and the signals of schedules. */
class SeasonsTest {
  private static final Seasons SEASONS = BundledReminders.read().seasons();

  @Test
  void aYearThatWasAnnouncedGoesByItAndAnotherByItsUsualDays() {
    assertThat(SEASONS.holds("flood", LocalDate.of(2024, 4, 4))).isTrue();
    assertThat(SEASONS.holds("flood", LocalDate.of(2024, 4, 3))).isFalse();
    assertThat(SEASONS.holds("flood", LocalDate.of(2022, 4, 14))).isFalse();
    assertThat(SEASONS.holds("flood", LocalDate.of(2022, 4, 15))).isTrue();
    assertThat(SEASONS.holds("flood", LocalDate.of(2022, 10, 15))).isTrue();
    assertThat(SEASONS.holds("flood", LocalDate.of(2022, 10, 16))).isFalse();
  }

  @Test
  void aDeclarationStandsOverTheFileForItsYearAlone() {
    var early =
        new Declaration("flood", 2026, Optional.of(LocalDate.of(2026, 4, 4)), Optional.empty());

    var declared = SEASONS.with(early);

    assertThat(declared.holds("flood", LocalDate.of(2026, 4, 4))).isTrue();
    assertThat(declared.holds("flood", LocalDate.of(2026, 10, 15))).isTrue();
    assertThat(declared.holds("flood", LocalDate.of(2026, 10, 16))).isFalse();
    assertThat(declared.holds("flood", LocalDate.of(2027, 4, 4))).isFalse();
  }

  @Test
  void aSeasonThatIsDeclaredOverEndsAndOneDeclaredOverBeforeItBeganIsNone() {
    var end =
        new Declaration("flood", 2026, Optional.empty(), Optional.of(LocalDate.of(2026, 9, 1)));
    var none =
        new Declaration("flood", 2026, Optional.empty(), Optional.of(LocalDate.of(2026, 3, 1)));

    assertThat(SEASONS.with(end).holds("flood", LocalDate.of(2026, 9, 2))).isFalse();
    assertThat(SEASONS.with(end).with(none).in("flood", 2026)).isEmpty();
  }

  @Test
  void aScheduleWaitsForItsColourOrLevelAndTheScalesAreNotMixed() {
    var heat = new While(List.of(), List.of(), Optional.of(warning("高温", Colour.YELLOW)));

    assertThat(heat.holds(List.of(warning("高温", Colour.YELLOW)))).isTrue();
    assertThat(heat.holds(List.of(warning("高温", Colour.RED)))).isTrue();
    assertThat(heat.holds(List.of(warning("高温", Colour.BLUE)))).isFalse();
    assertThat(heat.holds(List.of(warning("暴雨", Colour.RED)))).isFalse();
    assertThat(heat.holds(List.of(new Signal("高温", new Level.Response(Grade.FIRST))))).isFalse();
    assertThat(While.ALWAYS.holds(List.of())).isTrue();
  }

  private static Signal warning(String kind, Colour colour) {
    return new Signal(kind, new Level.Signal(colour));
  }
}
