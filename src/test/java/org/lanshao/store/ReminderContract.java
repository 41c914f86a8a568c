package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.PersonId;
import org.lanshao.season.Declaration;
import org.lanshao.turn.Changes;
import org.lanshao.turn.NewDeclaration;
import org.lanshao.turn.Reminding;
import org.lanshao.turn.Reminding.Letter;
import org.lanshao.turn.Reminding.Round;
import org.lanshao.turn.Unavailable;

/** Routine reminders: each slot once, so many a day, and what was declared about seasons. */
interface ReminderContract extends OnDatabase {
  @Test
  default void ofTwoNodesThatLookAtAThousandSlotsEachIsSentByOne() throws Exception {
    var other = database().open();
    store().reminders().done(List.of("often"), TestDatabase.NOW);
    var sent =
        TurnContract.atOnce(
            2,
            node -> {
              var reminders = (node == 0 ? store() : other).reminders();
              int first = 0;
              for (int i = 1; i <= 1000; i++) {
                Instant slot = TestDatabase.NOW.plus(Duration.ofHours(i));
                first += remind(reminders, slot) ? 1 : 0;
              }
              return first;
            });
    assertThat(sent.stream().mapToInt(i -> i).sum()).isEqualTo(1000);
    assertThat(rows()).isEqualTo(1000);
  }

  /** As those who remind do: who finds the database taken comes again. */
  private static boolean remind(Reminding reminders, Instant slot) throws Unavailable {
    var once = round("often", slot, 100_000, letter("g:1", slot));
    for (int attempt = 1; ; attempt++) {
      try {
        return reminders.remind(once);
      } catch (Unavailable taken) {
        if (attempt == 10) {
          throw taken;
        }
      }
    }
  }

  @Test
  default void aRecipientGetsSoManyOnADayAndTheOthersGetTheirs() throws Unavailable {
    Instant slot = TestDatabase.NOW.plusSeconds(60);
    var reminders = store().reminders();
    reminders.done(List.of("flood", "drowning"), TestDatabase.NOW);

    assertThat(reminders.remind(round("flood", slot, 1, letter("g:1", slot)))).isTrue();
    assertThat(
            reminders.remind(
                round("drowning", slot, 1, letter("g:2", slot), letter("g:1", slot.plusMillis(1)))))
        .isTrue();

    assertThat(rows()).isEqualTo(2);
    assertThat(reminders.reminded("g:1", Samples.DAY)).contains("flood");
    assertThat(reminders.reminded("g:2", Samples.DAY)).contains("drowning");
    assertThat(reminders.reminded("g:2", Samples.DAY.plusDays(1))).isEmpty();
  }

  @Test
  default void aSlotThatIsDoneWithIsNotGoneBackTo() throws Unavailable {
    var reminders = store().reminders();
    reminders.done(List.of("flood"), TestDatabase.NOW);

    assertThat(reminders.remind(round("flood", TestDatabase.NOW, 1))).isFalse();
    assertThat(reminders.remind(round("flood", TestDatabase.NOW.plusSeconds(9), 1))).isTrue();
    assertThat(reminders.remind(round("flood", TestDatabase.NOW.plusSeconds(8), 1))).isFalse();
  }

  @Test
  default void aScheduleBeginsWhenItIsSeenFirstAndIsKnownFromThen() throws Unavailable {
    var other = database().open();
    store().reminders().done(List.of("flood"), TestDatabase.NOW);

    var later = TestDatabase.NOW.plusSeconds(3600);
    assertThat(other.reminders().done(List.of("flood", "heat"), later))
        .isEqualTo(Map.of("flood", TestDatabase.NOW, "heat", later));
  }

  @Test
  default void theLastDeclarationAboutASeasonAndYearStands() throws Unavailable {
    var start =
        new Declaration("flood", 2022, Optional.of(LocalDate.of(2022, 4, 4)), Optional.empty());
    var both =
        new Declaration("flood", 2022, start.start(), Optional.of(LocalDate.of(2022, 10, 20)));
    var next =
        new Declaration("flood", 2023, Optional.empty(), Optional.of(LocalDate.of(2023, 9, 1)));
    var there =
        new Declaration(
            "flood",
            2022,
            Optional.of(TestAreas.LUODING),
            Optional.empty(),
            Optional.of(LocalDate.of(2022, 9, 30)));
    long seq = 0;
    for (Declaration declaration : List.of(start, there, both, next, there)) {
      var made = new NewDeclaration(declaration, new PersonId("p31"), TestDatabase.NOW);
      seq++;
      commit(Changes.of(Samples.turn("p31", seq, "m" + seq)).season(made).build());
    }

    assertThat(database().open().reminders().declared()).containsExactly(both, there, next);
  }

  private long rows() {
    return Long.parseLong(database().ask("SELECT COUNT(*) FROM outgoing"));
  }

  private static Letter letter(String recipient, Instant slot) {
    var once = "reminder:" + slot.toEpochMilli() + ":" + recipient + ":0";
    return new Letter(recipient, List.of(Samples.outgoing("chen", once)));
  }

  private static Round round(String schedule, Instant slot, int most, Letter... letters) {
    return new Round(schedule, slot, Samples.DAY, most, List.of(letters));
  }
}
