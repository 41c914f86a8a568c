package org.lanshao.season;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole year of the bundled reminders against a calendar that was written by hand. */
class ReminderYearTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant BEGIN = Instant.parse("2025-12-31T16:00:00Z");
  private static final Instant END = Instant.parse("2026-12-31T15:59:59Z");
  private static final Duration STEP = Duration.ofMinutes(7);

  private static final Reminders BUNDLED = BundledReminders.read();
  private static final Timetable TIMETABLE =
      new Timetable(BUNDLED.seasons(), BUNDLED.workdays(), ZONE);

  /** Those that go by the calendar alone. */
  private static final List<Schedule> SCHEDULES =
      BUNDLED.schedules().stream().filter(one -> one.holds().signal().isEmpty()).toList();

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Shanghai", "America/New_York", "UTC"})
  void everySlotOfTheYearIsDueOnceAndNoOtherIsWhateverTheZoneOfTheHost(String host)
      throws IOException {
    var before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(host));
      var slots = TIMETABLE.between(SCHEDULES, BEGIN.minusMillis(1), END);

      assertThat(slots.stream().map(ReminderYearTest::line).collect(toList()))
          .containsExactlyInAnyOrderElementsOf(oracle());
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void whoeverLooksAgainAndAgainFindsEachSlotOnce() throws IOException {
    var gone = new ArrayList<String>();
    for (Schedule schedule : SCHEDULES) {
      Instant last = BEGIN.minusMillis(1);
      var next = TIMETABLE.next(schedule, last);
      for (Instant now = BEGIN; now.isBefore(END); now = now.plus(STEP)) {
        if (next.isPresent() && !next.get().at().isAfter(now)) {
          var due = Due.of(TIMETABLE.between(schedule, last, now), at -> at, now).orElseThrow();
          due.goes().map(ReminderYearTest::line).ifPresent(gone::add);
          last = due.last();
          next = TIMETABLE.next(schedule, last);
        }
      }
    }

    assertThat(gone).containsExactlyInAnyOrderElementsOf(oracle());
  }

  @Test
  void aSlotIsFoundAsTheNextOneUntilItHasCome() {
    var schedule = BUNDLED.schedule("drowning-eve").orElseThrow();
    Instant eve = at("2026-09-30T15:00");

    assertThat(TIMETABLE.next(schedule, at("2026-09-24T15:00")).orElseThrow().at()).isEqualTo(eve);
    assertThat(TIMETABLE.next(schedule, eve.minusMillis(1)).orElseThrow().at()).isEqualTo(eve);
    assertThat(TIMETABLE.next(schedule, eve)).as("2027 is not in the calendar").isEmpty();
  }

  private static Instant at(String local) {
    return ZonedDateTime.of(java.time.LocalDateTime.parse(local), ZONE).toInstant();
  }

  private static String line(Slot slot) {
    var time = slot.at().atZone(ZONE);
    return "%s %s %s".formatted(slot.schedule().id(), time.toLocalDate(), time.toLocalTime());
  }

  private static List<String> oracle() throws IOException {
    var lines = new ArrayList<String>();
    String schedule = "";
    LocalTime time = LocalTime.MIDNIGHT;
    for (String line : text().lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      var words = line.split(" ");
      if (words[0].endsWith(":")) {
        int month = Integer.parseInt(words[0].substring(0, words[0].length() - 1));
        for (int i = 1; i < words.length; i++) {
          var day = LocalDate.of(2026, month, Integer.parseInt(words[i]));
          lines.add("%s %s %s".formatted(schedule, day, time));
        }
      } else {
        schedule = words[0];
        time = LocalTime.parse(words[1]);
      }
    }
    return lines;
  }

  private static String text() throws IOException {
    try (var file = ReminderYearTest.class.getResourceAsStream("2026.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
