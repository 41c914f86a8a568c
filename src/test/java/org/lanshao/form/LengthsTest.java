package org.lanshao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How long forms are for those who fill them, and what a folder holds that nobody needs. */
class LengthsTest {
  private static final String REST =
      """
      id: patrol
      title: 巡查登记
      number: X
      start: [巡查]
      who: [worker]
      receipt: "{no}"
      """;

  @Test
  void onlyWaysThatCanBeTakenTogetherCount() {
    var form =
        form(
            """
            questions:
              - {id: hello, type: note, ask: 开始。}
              - {id: hazard, type: yes-no, ask: 有隐患吗？}
              - {id: what, type: text, ask: 什么隐患？, when: hazard}
              - {id: where, type: text, ask: 在哪里？, when: hazard}
              - {id: why, type: text, ask: 为什么没有？, when: not hazard}
              - {id: people, type: integer, ask: 几个人？}
            check:
              - {that: people < 5, say: 多, level: confirm}
              - {that: people < 9, say: 太多}
            """);

    assertThat(Lengths.of(form)).isEqualTo(new Lengths(3, 4, 7));
  }

  @Test
  void whereBranchesAreReckonedTheBoundsSurelyHold() {
    var form =
        form(
            """
            questions:
              - {id: a, type: integer, ask: 甲？}
              - {id: b, type: integer, ask: 乙？}
              - {id: c, type: text, ask: 丙？, when: a + b > 9}
            """);

    assertThat(Lengths.of(form)).isEqualTo(new Lengths(2, 3, 5));
  }

  @Test
  void aListThatNoFormUsesIsAHintAndNoMistake() {
    var read =
        read(
            Map.of(
                "patrol.yaml",
                REST + "questions:\n  - {id: a, type: choice, ask: 甲？, options: $used}\n",
                "lists.yaml",
                "used:\n  - {id: x, label: 甲}\nunused:\n  - {id: y, label: 乙}\n"));

    assertThat(read.library()).isPresent();
    assertThat(read.hints())
        .extracting(Mistake::toString)
        .containsExactly("lists.yaml:4: L410 没有表用到这个名单。 删掉它，或者在表里写 options: $名称。");
  }

  private static Form form(String text) {
    var read = read(Map.of("patrol.yaml", REST + text));
    return read.library().orElseThrow(() -> new AssertionError(read.mistakes())).forms().getFirst();
  }

  private static FormReader.Result read(Map<String, String> files) {
    return FormReader.read(files, Bundled.SCHEMA, Set.of());
  }
}
