package org.lanshao.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.form.Form;
import org.lanshao.form.Question;
import org.lanshao.form.Wording;
import org.lanshao.reading.Answer;
import org.lanshao.reading.Fields;
import org.lanshao.reading.Hearing;
import org.lanshao.reading.RecordNumber;
import org.lanshao.reading.Tables;

/** What words behind 更正 mean: the table {@code dialogue/amendments.tsv}. */
class AmendmentsTest {
  private static final Form VISIT = BundledForms.read("visit");
  private static final Wording WORDING = TestWording.read();
  private static final Hearing HEARING =
      new Hearing(
          BundledDirectory.read(), new AreaCode("445381101"), LocalDateTime.of(2022, 5, 10, 12, 0));

  @TestFactory
  Stream<DynamicTest> theTableHolds() {
    return Tables.rows(AmendmentsTest.class, "/dialogue/amendments.tsv", 2).stream()
        .map(row -> DynamicTest.dynamicTest(row[0], () -> check(row[0], row[1])));
  }

  private static void check(String text, String meaning) {
    var parts =
        Fields.read(
            text.replace("\\n", "\n"),
            VISIT,
            (question, words) -> Answer.read(words, question.type(), HEARING));
    assertThat(parts.stream().map(AmendmentsTest::told).collect(Collectors.joining(" ")))
        .isEqualTo(meaning);
  }

  private static String told(Fields.Part part) {
    return switch (part) {
      case Fields.Part.Given(Question question, var value) ->
          question.label() + "=" + Shown.value(value, question.type(), WORDING);
      case Fields.Part.Unclear unclear -> unclear.question().label() + "!";
      case Fields.Part.Several(var questions, String text) ->
          text + "?" + questions.stream().map(Question::label).collect(Collectors.joining("/"));
      case Fields.Part.Unknown(String text) -> text + "??";
    };
  }

  @Test
  void aTextThatIsTooLongIsNotTakenInPart() {
    var text = "备注 " + "很长 ".repeat(300);
    var parts =
        Fields.read(text, VISIT, (question, words) -> Answer.read(words, question.type(), HEARING));
    assertThat(parts.stream().map(AmendmentsTest::told)).containsExactly("备注!");
  }

  @Test
  void aNumberIsReadHoweverItIsWritten() {
    for (String text :
        new String[] {"V102", "v102", "Ｖ１０２", "V 102", "第V102号", "编号V102", "V0102"}) {
      assertThat(RecordNumber.first(text + " 人数 4"))
          .as(text)
          .contains(new RecordNumber("V", "102", "人数 4"));
    }
    assertThat(RecordNumber.first("102人次4")).contains(new RecordNumber("", "102", "人次4"));
    assertThat(RecordNumber.first("V102：人数4")).contains(new RecordNumber("V", "102", "人数4"));
    assertThat(RecordNumber.first("人数 4")).isEmpty();
    assertThat(RecordNumber.first("VX102")).contains(new RecordNumber("VX", "102", ""));
    assertThat(RecordNumber.first("VXY102")).isEmpty();
    assertThat(RecordNumber.first("")).isEmpty();
  }
}
