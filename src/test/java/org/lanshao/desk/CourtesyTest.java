package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.desk.talk.Courtesy;

class CourtesyTest {
  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "2022-05-10T21:59, 2022-05-10T21:59",
    "2022-05-10T22:00, 2022-05-11T07:00",
    "2022-05-10T23:30, 2022-05-11T07:00",
    "2022-05-11T00:00, 2022-05-11T07:00",
    "2022-05-11T06:59, 2022-05-11T07:00",
    "2022-05-11T07:00, 2022-05-11T07:00",
    "2022-05-11T12:00, 2022-05-11T12:00"
  })
  void whatFallsInTheNightWaitsForTheMorning(LocalDateTime at, LocalDateTime then) {
    assertThat(calm(Courtesy.USUAL, at)).isEqualTo(then);
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "2022-05-10T11:59, 2022-05-10T11:59",
    "2022-05-10T12:00, 2022-05-10T14:00",
    "2022-05-10T13:59, 2022-05-10T14:00",
    "2022-05-10T14:00, 2022-05-10T14:00",
    "2022-05-10T23:00, 2022-05-10T23:00"
  })
  void quietHoursMayLieWithinADay(LocalDateTime at, LocalDateTime then) {
    assertThat(calm(between(12, 14), at)).isEqualTo(then);
  }

  @Test
  void theSameTimeTwiceMeansNoQuietHours() {
    for (int hour = 0; hour < 24; hour++) {
      var at = LocalDateTime.of(2022, 5, 10, hour, 0);
      assertThat(calm(between(22, 22), at)).isEqualTo(at);
    }
  }

  @Test
  void theNextMorningIsTomorrowAtTheTimeForReminders() {
    var at = LocalDateTime.of(2022, 5, 10, 0, 30).atZone(Scene.ZONE).toInstant();

    assertThat(Courtesy.USUAL.nextMorning(at, Scene.ZONE).atZone(Scene.ZONE).toLocalDateTime())
        .isEqualTo(LocalDateTime.of(2022, 5, 11, 8, 30));
  }

  @Test
  void whatIsOverdueIsToldOnItsDayThenAsOftenAsIsSet() {
    var often =
        new Courtesy(
            LocalTime.of(22, 0),
            LocalTime.of(7, 0),
            LocalTime.of(8, 30),
            LocalTime.of(19, 30),
            Duration.ofDays(30),
            2,
            3,
            90);

    assertThat(LongStream.rangeClosed(-1, 9).filter(Courtesy.USUAL::isTold))
        .containsExactly(0L, 1L, 8L);
    assertThat(LongStream.rangeClosed(-1, 9).filter(often::isTold)).containsExactly(0L, 2L, 5L, 8L);
  }

  private static Courtesy between(int from, int to) {
    return new Courtesy(
        LocalTime.of(from, 0),
        LocalTime.of(to, 0),
        LocalTime.of(8, 30),
        LocalTime.of(19, 30),
        Duration.ofDays(30),
        1,
        7,
        90);
  }

  private static LocalDateTime calm(Courtesy courtesy, LocalDateTime at) {
    return courtesy
        .calm(at.atZone(Scene.ZONE).toInstant(), Scene.ZONE)
        .atZone(Scene.ZONE)
        .toLocalDateTime();
  }
}
