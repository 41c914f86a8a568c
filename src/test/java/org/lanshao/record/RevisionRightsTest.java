package org.lanshao.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.FormId;
import org.lanshao.record.RevisionRights.Rung;
import org.lanshao.record.RevisionRights.Verdict;

/** Who may revise a record when: the table in {@code rights.tsv}. */
class RevisionRightsTest {
  private static final Path TABLE = Path.of("src/test/resources/org/lanshao/record/rights.tsv");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Directory ALL = BundledDirectory.read();

  @TestFactory
  Stream<DynamicTest> theTableHolds() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> DynamicTest.dynamicTest(line.replace('\t', ' '), () -> check(line)));
  }

  /** Filed, returned or -, today, who left or -, who asks, what they may do: two columns. */
  private static void check(String line) {
    var cells = line.split("\t");
    var rights = rights(cells[3], RevisionLimits.DEFAULT);
    var standing = standing(cells[0], cells[1]);
    var today = LocalDate.parse(cells[2]);
    var person = ALL.person(new PersonId(cells[4])).orElseThrow();
    assertThat(word(rights.revise(standing, person, today))).as("更正").isEqualTo(cells[5]);
    assertThat(word(rights.giveBack(standing, person, today))).as("退回").isEqualTo(cells[6]);
  }

  @Test
  void somebodyMayAlways() {
    var left = List.of("-", "p01", "p01,p11", "p11", "p31,p41", "p11,p31,p41", "p01,p31,p41");
    for (String gone : left) {
      var rights = rights(gone, RevisionLimits.DEFAULT);
      for (int day = 0; day < 90; day++) {
        var today = LocalDate.of(2022, 5, 10).plusDays(day);
        var standing = standing("2022-05-10", "-");
        assertThat(without(gone))
            .as(gone + " " + today)
            .anyMatch(p -> rights.revise(standing, p, today) instanceof Verdict.Allowed);
      }
    }
  }

  @Test
  void theLimitsAreSettings() {
    var rights = rights("-", new RevisionLimits(30, 10));

    var late = standing("2022-05-20", "-");
    assertThat(rights.holder(late, LocalDate.of(2022, 6, 19))).isEqualTo(Rung.AUTHOR);
    assertThat(rights.holder(late, LocalDate.of(2022, 6, 20))).isEqualTo(Rung.COORDINATOR);
    var early = standing("2022-05-10", "-");
    assertThat(rights.holder(early, LocalDate.of(2022, 6, 10))).isEqualTo(Rung.HEAD);
    assertThat(rights.holder(early, LocalDate.of(2022, 6, 11))).isEqualTo(Rung.COORDINATOR);
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Allowed(boolean explain) -> explain ? "with-reason" : "yes";
      case Verdict.Stranger() -> "stranger";
      case Verdict.TooLate(Rung holder) -> "late:" + holder;
      case Verdict.TooEarly(Rung holder) -> "early:" + holder;
    };
  }

  private static RevisionRights rights(String gone, RevisionLimits limits) {
    var people = new Directory(ALL.areas(), without(gone), ALL.groups());
    return new RevisionRights(people, limits, ZONE);
  }

  private static List<Person> without(String gone) {
    var left = List.of(gone.split(","));
    return ALL.people().stream().filter(p -> !left.contains(p.id().text())).toList();
  }

  private static Revision standing(String filed, String returned) {
    var day = LocalDate.parse(filed);
    var first =
        Revision.first(
            new Submission(
                new UUID(1, 2),
                "V1",
                new FormId("visit"),
                "hash",
                new PersonId("p01"),
                new AreaCode("445381101"),
                day.atTime(10, 0).atZone(ZONE).toInstant(),
                day,
                Answers.NONE));
    return returned.equals("-")
        ? first
        : first.returned(
            new Revision.Making(new PersonId("p11"), Instant.parse(returned + "T01:00:00Z"), "核对"));
  }
}
