package org.lanshao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lanshao.directory.AreaCode;

/** What becomes of a notice for a station: each line of {@code notice/cases.txt}. */
class JudgeTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate DAY = LocalDate.of(2022, 5, 10);
  private static final AreaCode HERE = new AreaCode("445381101");

  @TestFactory
  Stream<DynamicTest> everyCaseOfTheTable() throws IOException {
    return lines().map(line -> DynamicTest.dynamicTest(line[0], () -> check(line)));
  }

  @Test
  void theTableHasEnoughCases() throws IOException {
    assertThat(lines()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(lines().map(line -> line[0])).doesNotHaveDuplicates();
  }

  private static Stream<String[]> lines() throws IOException {
    try (var in = JudgeTest.class.getResourceAsStream("/notice/cases.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split(" *\\| *"))
              .toList()
              .stream();
    }
  }

  private static void check(String[] line) {
    var told = items(line[3]).map(JudgeTest::told).toList();
    var silences = items(line[4]).map(JudgeTest::silence).toList();
    var verdict =
        new Judge(Policy.USUAL)
            .judge(proposed(line[2], told), new Judge.Station(told, silences), at(line[1]));
    assertThat(text(verdict)).isEqualTo(line[5].strip());
  }

  private static Stream<String> items(String cell) {
    return cell.equals("-") ? Stream.empty() : Stream.of(cell.split(" *; *"));
  }

  private static Proposed proposed(String cell, List<Told> told) {
    var words = List.of(cell.split(" +"));
    var act =
        switch (words.getFirst()) {
          case "new" -> Act.ALERT;
          case "update" -> Act.UPDATE;
          case "cancel" -> Act.CANCEL;
          default -> throw new IllegalArgumentException(cell);
        };
    int kind = act == Act.ALERT ? 1 : 2;
    Optional<Told> original =
        act == Act.ALERT
            ? Optional.empty()
            : told.stream().filter(one -> one.number().equals(words.get(1))).findFirst();
    return new Proposed(
        words.get(kind),
        level(words.get(kind + 1)),
        act,
        original,
        words.contains("+"),
        words.contains("!"));
  }

  private static Level level(String word) {
    return word.equals("无")
        ? new Level.Plain()
        : Colour.read(word)
            .<Level>map(Level.Signal::new)
            .orElseGet(() -> new Level.Response(Grade.read(word).orElseThrow()));
  }

  private static Told told(String item) {
    var words = List.of(item.split(" +"));
    return new Told(
        words.get(0),
        words.get(1),
        level(words.get(2)),
        at(words.get(3)).toInstant(),
        !words.getLast().equals("over"));
  }

  private static Silence silence(String item) {
    var words = item.split(" +");
    return new Silence(words[0].equals("*") ? "" : words[0], HERE, at(words[1]).toInstant());
  }

  /** 10:00; with a minus behind it, of the day before. */
  private static ZonedDateTime at(String time) {
    var day = time.endsWith("-") ? DAY.minusDays(1) : DAY;
    return day.atTime(LocalTime.parse(time.replace("-", ""))).atZone(ZONE);
  }

  private static String text(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Send send -> "send";
      case Verdict.Group(Instant until) -> "group " + time(until);
      case Verdict.Hold(Instant until, Verdict.Why why) ->
          "hold " + time(until) + " " + why.name().toLowerCase(Locale.ROOT);
      case Verdict.Inhibit(String by) -> "inhibit " + by;
      case Verdict.Refuse(Verdict.Reason reason) ->
          "refuse " + reason.name().toLowerCase(Locale.ROOT);
    };
  }

  private static String time(Instant at) {
    var local = at.atZone(ZONE);
    return (local.toLocalDate().equals(DAY) ? "" : "+") + local.toLocalTime();
  }
}
