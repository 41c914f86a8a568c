package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.desk.AlertScene.ELSEWHERE;
import static org.lanshao.desk.AlertScene.HEAD;
import static org.lanshao.desk.AlertScene.WORKER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Change;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Edit;
import org.lanshao.directory.OnDuty;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Shift;

/** The hour at which the duty of one day hands over to that of the next. */
class ChangeOverTest {
  private static final AreaCode LIANTAN = new AreaCode("445322115");
  private static final LocalDate DAY = LocalDate.of(2022, 5, 10);
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String ADMIN = "a1";

  /** The day before somebody of elsewhere has duty, on the day an administrator. */
  private static Directory rostered(Directory directory, String hour) {
    var head = new PersonId(HEAD);
    return directory
        .changingOver(LocalTime.parse(hour))
        .after(
            new Change(
                directory.version() + 1,
                Instant.EPOCH,
                List.of(
                    new Edit.End(head, Instant.EPOCH),
                    planned(DAY.minusDays(1), ELSEWHERE),
                    planned(DAY, ADMIN))));
  }

  private static Edit planned(LocalDate day, String person) {
    return new Edit.Roster(LIANTAN, day, List.of(new PersonId(person)));
  }

  @ParameterizedTest
  @CsvSource({
    "00:00, 2022-05-09T23:59, w2",
    "00:00, 2022-05-10T00:00, a1",
    "00:00, 2022-05-10T23:59, a1",
    "08:30, 2022-05-10T00:00, w2",
    "08:30, 2022-05-10T08:29, w2",
    "08:30, 2022-05-10T08:30, a1",
    "08:30, 2022-05-11T08:29, a1",
    "08:30, 2022-05-11T08:30, h1",
    "20:00, 2022-05-10T19:59, w2",
    "20:00, 2022-05-10T20:00, a1"
  })
  void theMinuteBeforeAndTheMinuteAfter(String hour, String moment, String person) {
    var directory = rostered(new AlertScene().directory, hour);
    var now = LocalDateTime.parse(moment).atZone(SHANGHAI);

    assertThat(directory.onDuty(LIANTAN, now).people())
        .extracting(Person::id)
        .containsExactly(new PersonId(person));
    boolean planned = !person.equals(HEAD);
    assertThat(directory.onDuty(LIANTAN, now).why() == OnDuty.Why.STATION).isEqualTo(planned);
  }

  @Test
  void whoComesAsPlannedHasDutyUntilTheChangeOverAndWhoHasGoneIsNotPlannedAnyMore() {
    var directory = rostered(new AlertScene().directory, "08:30");
    var night = DAY.atTime(2, 0).atZone(SHANGHAI);
    var elsewhere = new PersonId(ELSEWHERE);

    assertThat(directory.duty().end(elsewhere, LIANTAN, night))
        .isEqualTo(DAY.atTime(8, 30).atZone(SHANGHAI).toInstant());
    var admin = new PersonId(ADMIN);
    assertThat(directory.duty().end(admin, LIANTAN, night))
        .isEqualTo(night.plusHours(12).toInstant());

    var evening = DAY.minusDays(1).atTime(20, 0).atZone(SHANGHAI).toInstant();
    var shift = new Shift(elsewhere, LIANTAN, evening, evening.plusSeconds(60), true);
    var gone =
        directory.after(
            new Change(directory.version() + 1, evening, List.of(new Edit.Begin(shift))));
    assertThat(gone.onDuty(LIANTAN, night).why()).isEqualTo(OnDuty.Why.HEAD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/Los_Angeles", "Pacific/Kiritimati"})
  void anAlertReachesWhoHasDutyWhenItClimbsWhateverTheHostsZone(String host) {
    var before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(host));
      var scene = new AlertScene(directory -> rostered(directory, "10:00")); // it is 09:30
      scene.say(WORKER, "紧急 石巷村有一户着火了");
      assertThat(cards(scene, ELSEWHERE)).isEqualTo(1);
      assertThat(cards(scene, ADMIN)).isZero();
      scene.wait(Duration.ofMinutes(29));
      assertThat(cards(scene, ADMIN)).isZero();

      scene.wait(Duration.ofMinutes(17));

      assertThat(cards(scene, ADMIN)).isEqualTo(1);
      assertThat(cards(scene, ELSEWHERE)).isEqualTo(1);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static long cards(AlertScene scene, String person) {
    return scene.told(person).stream().filter(said -> said.contains("接手 E1")).count();
  }
}
