package org.lanshao.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanshao.dialogue.BundledForms;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.form.Form;

/** One-message reports as a table: a new case is a new line. */
class ReportTest {
  private static final List<Form> FORMS = BundledForms.read();
  private static final List<Form> ENGLISH = BundledForms.in("en");

  /** Somebody of 罗定市太平镇, on a Saturday afternoon. */
  static final Hearing HEARING =
      new Hearing(
          BundledDirectory.read(), new AreaCode("445381101"), LocalDateTime.of(2022, 5, 14, 15, 0));

  private record Case(String form, String message, String expected, String actual) {
    boolean right() {
      return expected.equals(actual);
    }

    @Override
    public String toString() {
      return "%s | %s%n    expected %s%n    but was  %s".formatted(form, message, expected, actual);
    }
  }

  @Test
  void everyReportIsReadAsTheTableSays() {
    var cases = cases();
    var wrong = cases.stream().filter(one -> !one.right()).toList();

    assertThat(cases).hasSizeGreaterThanOrEqualTo(80);
    assertThat(wrong)
        .as("%s", wrong.stream().map(Case::toString).collect(Collectors.joining("\n")))
        .isEmpty();
  }

  private static List<Case> cases() {
    return Tables.rows(ReportTest.class, "/reading/reports.tsv", 3).stream()
        .map(row -> new Case(row[0], row[1], row[2], told(row[0], row[1].replace("\\n", "\n"))))
        .toList();
  }

  private static String told(String form, String message) {
    return told(Report.read(form(form), message, HEARING));
  }

  /**
   * The form of this id; with {@code /en} behind it, as people whose language is English have it.
   */
  static Form form(String id) {
    var parts = id.split("/");
    return (parts.length > 1 ? ENGLISH : FORMS)
        .stream().filter(form -> form.id().text().equals(parts[0])).findFirst().orElseThrow();
  }

  /** A report in the words of the table. */
  static String told(Report report) {
    return Stream.of(
            report.understood().stream().map(ReportTest::told),
            report.unclear().stream().map(one -> one.question() + "?" + kind(one.reading())),
            report.rest().stream().map(piece -> "+" + piece.replace("\n", "\\n")))
        .flatMap(words -> words)
        .collect(Collectors.joining(" "));
  }

  private static String told(Report.Understood one) {
    var value = Told.of(new Reading.Understood(one.value())).words().replace(' ', ',');
    return one.question() + (one.from().isPresent() ? "=" : ":=") + value;
  }

  private static String kind(Reading reading) {
    return Told.of(reading).words().replace(' ', ',').replace("?", "");
  }
}
