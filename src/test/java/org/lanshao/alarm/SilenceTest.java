package org.lanshao.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.turn.Unavailable;

class SilenceTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate HOLIDAY = LocalDate.parse("2022-06-03");

  private static final WorkTime WORK = new WorkTime(SilenceTest::isWorked, ZONE);

  private final Map<String, String> written = new HashMap<>();
  private Optional<Instant> heard = Optional.empty();

  private final Silence silence =
      new Silence("wecom", () -> heard, new Notes(), WORK, Duration.ofHours(12));

  private final class Notes implements Silence.Book {
    @Override
    public Optional<String> read(String name) {
      return Optional.ofNullable(written.get(name));
    }

    @Override
    public void write(String name, String text) {
      written.put(name, text);
    }
  }

  private static boolean isWorked(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !day.equals(HOLIDAY);
  }

  private static Instant at(String local) {
    return Instant.parse(local + ":00+08:00");
  }

  @ParameterizedTest
  @CsvSource({
    "2022-05-10T09:30, 2022-05-10T12:00, 150",
    "2022-05-10T07:00, 2022-05-10T20:00, 480",
    "2022-05-10T16:00, 2022-05-11T10:00, 120",
    "2022-05-13T16:00, 2022-05-16T10:00, 120",
    "2022-06-02T16:00, 2022-06-06T10:00, 120",
    "2022-05-14T09:00, 2022-05-15T17:00, 0",
    "2022-05-10T10:00, 2022-05-10T10:00, 0",
    "2022-05-10T10:00, 2022-05-10T09:00, 0"
  })
  void onlyWorkedHoursCount(String from, String to, long minutes) {
    assertThat(WORK.between(at(from), at(to))).isEqualTo(Duration.ofMinutes(minutes));
  }

  @Test
  void aLongSilenceIsToldUntilSomethingComes() throws Unavailable {
    assertThat(silence.look(at("2022-05-10T09:00"))).isEmpty();
    assertThat(silence.look(at("2022-05-11T12:59"))).isEmpty();
    assertThat(silence.look(at("2022-05-11T13:00")))
        .containsExactly(
            new Finding(Kind.CALLBACKS_SILENT, "wecom", Map.of("channel", "wecom", "hours", "12")));

    heard = Optional.of(at("2022-05-11T13:01"));
    assertThat(silence.look(at("2022-05-11T13:02"))).isEmpty();
  }

  @Test
  void whatAnotherNodeHeardAndWhatWasHeardBeforeARestartCounts() throws Unavailable {
    written.put("heard:wecom", at("2022-05-10T09:00").toString());
    assertThat(silence.look(at("2022-05-11T13:00"))).hasSize(1);
    written.put("heard:wecom", at("2022-05-11T12:00").toString());
    assertThat(silence.look(at("2022-05-11T13:00"))).isEmpty();
  }

  @Test
  void itIsNotWrittenEachTime() throws Unavailable {
    heard = Optional.of(at("2022-05-10T09:00"));
    silence.look(at("2022-05-10T09:00"));
    heard = Optional.of(at("2022-05-10T09:09"));
    silence.look(at("2022-05-10T09:09"));
    assertThat(written).containsEntry("heard:wecom", at("2022-05-10T09:00").toString());
    heard = Optional.of(at("2022-05-10T09:10"));
    silence.look(at("2022-05-10T09:10"));
    assertThat(written).containsEntry("heard:wecom", at("2022-05-10T09:10").toString());
  }

  @Test
  void aCertificateIsToldTwoWeeksBeforeItsEndAndLookedAtEachHour() throws Unavailable {
    var end = at("2022-06-01T00:00");
    var looks = new java.util.concurrent.atomic.AtomicReference<>(Optional.of(end));
    var sign = new Certificate("bot.example.org", looks::get, Duration.ofDays(14));

    assertThat(sign.look(at("2022-05-17T23:59"))).isEmpty();
    looks.set(Optional.empty());
    assertThat(sign.look(at("2022-05-18T01:00")))
        .as("what is not seen now is as it was")
        .containsExactly(told("13"));
    assertThat(sign.look(at("2022-06-03T00:00"))).containsExactly(told("0"));
    looks.set(Optional.of(at("2022-09-01T00:00")));
    assertThat(sign.look(at("2022-06-03T00:30"))).as("not within the hour").hasSize(1);
    assertThat(sign.look(at("2022-06-03T01:00"))).isEmpty();
  }

  private static Finding told(String days) {
    return new Finding(
        Kind.CERTIFICATE_ENDS,
        "bot.example.org",
        Map.of("address", "bot.example.org", "days", days));
  }

  @Test
  void nothingIsKnownOfAnAddressThatIsNotThere() {
    assertThat(Certificate.end(java.net.URI.create("https://127.0.0.1:1")))
        .isEqualTo(Optional.<Instant>empty());
    assertThat(List.of(Kind.CERTIFICATE_ENDS.quiet(), Kind.REDIS_AWAY.quiet()))
        .containsExactly(Duration.ofDays(1), Duration.ofHours(1));
  }
}
