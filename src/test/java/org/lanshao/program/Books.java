package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.lanshao.Patience;

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
      holdRevisions(database, crowd);
      holdTallies(database, crowd.filed());
      Patience.until("folded", () -> database.number("SELECT count(*) FROM unfolded") == 0);
      holdTallies(database, crowd.filed());
    }
    holdReport(crowd.filed());
  }

  private static void holdTurns(Database database, Crowd crowd) {
    assertThat(
            database.column(
                "SELECT channel || ' ' || message_id FROM turn"
                    + " WHERE conversation NOT IN ('sandbox/c1', 'sandbox/w40')"))
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

  private static void holdRevisions(Database database, Crowd crowd) {
    long corrected = crowd.visitors().stream().mapToLong(Visitor::corrected).sum();
    assertThat(database.number("SELECT count(*) FROM revision")).isEqualTo(corrected);
    assertThat(
            database.number(
                "SELECT coalesce(sum(amount), 0) FROM entry"
                    + " WHERE measure = 'numbered.visits' AND value = 'phone'"))
        .as("visits by telephone, each corrected to be one")
        .isEqualTo(corrected);
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

  /** Every tally and presence is what its entries make, counted again from all of them. */
  void recount() {
    try (var database = Database.of(installation)) {
      assertThat(
              database.column(
                  different(
                      "l.area, e.measure, e.dimension, e.value, e.day AS period",
                      "e.amount",
                      "JOIN lies_in l ON l.path = e.path WHERE e.subject = %s".formatted(empty()),
                      "SELECT area, measure, dimension, value, period, 0, amount FROM tally"
                          + " WHERE period > 999999")))
          .as("tallies by day")
          .isEmpty();
      assertThat(
              database.column(
                  different(
                      "l.area, e.measure, e.dimension, e.value, e.day / 100 AS period",
                      "e.amount",
                      "JOIN lies_in l ON l.path = e.path WHERE e.subject = %s".formatted(empty()),
                      "SELECT area, measure, dimension, value, period, 0, amount FROM tally"
                          + " WHERE period <= 999999")))
          .as("tallies by month")
          .isEmpty();
      assertThat(
              database.column(
                  different(
                      "l.area, e.measure, e.dimension, e.value, e.day / 10000 AS period",
                      "e.amount",
                      "JOIN lies_in l ON l.path = e.path WHERE e.subject = %s".formatted(empty()),
                      "SELECT area, measure, dimension, value, period, 0, amount FROM period_tally"
                          + " WHERE period <= 9999")))
          .as("tallies by year")
          .isEmpty();
      assertThat(
              database.column(
                  different(
                      "e.path AS area, e.measure, e.dimension, e.value, e.day AS period",
                      "e.amount",
                      "WHERE e.subject <> %s".formatted(empty()),
                      "SELECT path, measure, dimension, value, day, 0, n FROM presence")))
          .as("presences")
          .isEmpty();
    }
  }

  private String empty() {
    return installation.storeUrl().startsWith("jdbc:postgresql") ? "''::bytea" : "x''";
  }

  /** Lines that differ between what is kept and what the folded entries make. */
  private static String different(String columns, String amount, String which, String kept) {
    return """
    SELECT area || ' ' || measure || ' ' || value || ' ' || period FROM (
      SELECT %s, %s AS made, 0 AS kept FROM entry e %s
        AND NOT EXISTS (SELECT 1 FROM unfolded u
                         WHERE u.submission = e.submission AND u.revision = e.revision)
      UNION ALL %s) AS t
    GROUP BY area, measure, dimension, value, period HAVING sum(made) <> sum(kept)
    """
        .formatted(columns, amount, which, kept);
  }
}
