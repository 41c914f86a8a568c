package org.lanshao.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Holds what a server has stored and counts against what was said to it. */
final class Books {
  private final Installation installation;

  Books(Installation installation) {
    this.installation = installation;
  }

  /** Everything that this crowd was told is there, is there exactly once, and nothing else. */
  void hold(Crowd crowd) throws IOException {
    assertThat(crowd.visitors()).allSatisfy(visitor -> assertThat(visitor.wrong()).isEmpty());
    try (var database = Database.of(installation)) {
      holdTurns(database, crowd);
      holdSubmissions(database, crowd.filed());
      holdTallies(database, crowd.filed());
    }
    holdReport(crowd.filed());
  }

  private static void holdTurns(Database database, Crowd crowd) {
    assertThat(
            database.column(
                "SELECT channel || ' ' || message_id FROM turn WHERE conversation <> 'sandbox/c1'"))
        .as("one turn for each message")
        .containsExactlyInAnyOrderElementsOf(
            crowd.visitors().stream().flatMap(v -> v.messages().stream()).toList());
    assertThat(database.number("SELECT count(*) FROM turn WHERE error <> ''")).isZero();
    var last = database.numbers("SELECT conversation, max(seq) FROM turn GROUP BY conversation");
    assertThat(crowd.visitors())
        .as("no gap in seq")
        .allSatisfy(
            visitor ->
                assertThat(last.getOrDefault(visitor.conversation(), 0L))
                    .isEqualTo(visitor.messages().size()));
  }

  private static void holdSubmissions(Database database, List<Long> filed) {
    assertThat(database.number("SELECT count(*) FROM submission")).isEqualTo(filed.size());
    assertThat(database.number("SELECT count(DISTINCT number) FROM submission"))
        .isEqualTo(filed.size());
    assertThat(entries(database, "numbered.visits")).isEqualTo(filed.size());
    assertThat(entries(database, "numbered.numbers")).isEqualTo(sum(filed));
    assertThat(
            database.number(
                "SELECT count(DISTINCT subject) FROM entry"
                    + " WHERE measure = 'numbered.households' AND dimension = ''"))
        .isEqualTo(filed.size());
  }

  private static void holdTallies(Database database, List<Long> filed) {
    assertThat(tallied(database, "numbered.visits")).isEqualTo(filed.size());
    assertThat(tallied(database, "numbered.numbers")).isEqualTo(sum(filed));
  }

  private static long entries(Database database, String measure) {
    return database.number(
        "SELECT sum(amount) FROM entry WHERE measure = '%s' AND dimension = ''".formatted(measure));
  }

  /** Tallies of the town by day, and what is not yet folded, in one statement. */
  private static long tallied(Database database, String measure) {
    return database.number(
        """
        SELECT coalesce((SELECT sum(amount) FROM tally WHERE measure = '%1$s' AND dimension = ''
                           AND area = '445303104' AND period > 999999), 0)
             + coalesce((SELECT sum(e.amount) FROM entry e JOIN unfolded u
                             ON u.submission = e.submission AND u.revision = e.revision
                          WHERE e.measure = '%1$s' AND e.dimension = ''), 0)
        """
            .formatted(measure));
  }

  /** What the desk itself says. */
  private void holdReport(List<Long> filed) throws IOException {
    var report =
        new Sandbox(installation)
            .say(Installation.COORDINATOR, "count" + System.nanoTime(), "统计 清点 今年")
            .text();
    assertThat(numberBefore(report, "回")).as(report).isEqualTo(filed.size());
    assertThat(numberBefore(report, "号")).as(report).isEqualTo(sum(filed));
    assertThat(numberBefore(report, "户")).as(report).isEqualTo(filed.size());
  }

  /** The number that stands before a unit; −1 if none does. */
  static long numberBefore(String text, String unit) {
    var matcher = Pattern.compile("(\\d+) ?" + unit).matcher(text);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : -1;
  }

  private static long sum(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).sum();
  }

  /** {@code recount} finds nothing to put right. */
  void recount() throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                Program.command("recount", "--config", installation.settingsFile().toString()))
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }
}
