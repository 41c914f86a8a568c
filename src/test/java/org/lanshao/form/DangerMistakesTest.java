package org.lanshao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is wrong in the file of danger words is told with its line, and what does nothing is a hint.
 */
class DangerMistakesTest {
  private static final String FORM =
      """
      id: alarm
      title: 紧急情况
      number: E
      start: [紧急, 救命]
      urgent: true
      who: [worker]
      questions:
        - id: kind
          type: choice
          ask: 是哪一种？
          options: [{id: fire, label: 火灾}, {id: other, label: 其他}]
      receipt: 已登记 {no}。
      """;

  private static final String DANGER =
      """
      start: [紧急, 救命]
      words: [被困, 救人]
      kinds:
        fire:
          words: [火烛, 着火]
          hints: [烧]
      harmless: [紧急联系人]
      """;

  private static List<String> told(Map<String, String> files) {
    var read = FormReader.read(files, Bundled.SCHEMA, Set.of());
    return Stream.concat(read.mistakes().stream(), read.hints().stream())
        .map(
            one ->
                "%s:%d %s %s".formatted(one.file(), one.line(), one.code().text(), one.problem()))
        .toList();
  }

  @Test
  void aGoodFileHasNeither() {
    assertThat(told(Map.of("alarm.yaml", FORM, "danger.yaml", DANGER))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          被困, 救人|困, 救人|danger.yaml:2 L515 险情词“困”不好用。
          被困, 救人|被困，救人|danger.yaml:2 L515 险情词“被困，救人”不好用。
          [紧急联系人]|[家长联系人]|danger.yaml:7 L516 “家长联系人”里没有险情词，现在没有作用。
          [紧急联系人]|[紧急]|danger.yaml:7 L517 “紧急”本身就是险情词，写在这里就不会上报了。
          [紧急, 救命]|[紧急]|alarm.yaml:4 L518 “救命”打开这张表，但 danger.yaml 的 start 里没有它，不会上报。
          fire:|fyre:|danger.yaml:4 L519 表 alarm 的 kind 没有 fyre 这个选项。
          被困, 救人|被困, 被困|danger.yaml:2 L204 “被困”写了两次。
          """)
  void eachIsToldWithItsLine(String right, String wrong, String told) {
    assertThat(DANGER).contains(right);
    var danger = DANGER.replace(right, wrong);

    assertThat(told(Map.of("alarm.yaml", FORM, "danger.yaml", danger))).containsExactly(told);
  }

  @Test
  void aFolderWithoutTheFileIsHintedAt() {
    assertThat(told(Map.of("alarm.yaml", FORM)))
        .containsExactly("alarm.yaml:4 L520 没有 danger.yaml：只有这些词开头才会上报，别的险情词不认得。");
  }

  @Test
  void wordingThatIsMissingAltogetherIsTold() {
    var read = FormReader.read(Map.of(), Bundled.SCHEMA, Set.of(TestPhrase.ONE));

    assertThat(read.mistakes())
        .extracting(one -> one.file() + " " + one.code().text() + " " + one.problem())
        .containsExactly("wording.yaml L101 没有这个文件。");
  }

  @Test
  void aFileThatIsTooLongIsTold() {
    var read =
        FormReader.read(Map.of("alarm.yaml", "#".repeat(2_000_000)), Bundled.SCHEMA, Set.of());

    assertThat(read.mistakes())
        .extracting(one -> one.code().text() + " " + one.problem())
        .containsExactly("L103 文件太大。");
  }

  private enum TestPhrase implements Phrase {
    ONE;

    @Override
    public String key() {
      return "one";
    }

    @Override
    public Set<String> slots() {
      return Set.of();
    }
  }
}
