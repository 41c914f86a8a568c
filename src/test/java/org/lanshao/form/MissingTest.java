package org.lanshao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a record lacks that was filed before it was complete. */
class MissingTest {
  private static final String FORM =
      """
      id: form
      title: 表
      number: F
      start: [表]
      who: [worker]
      questions:
        - {id: place, type: place, ask: 哪里？}
        - {id: hazard, type: yes-no, ask: 有隐患吗？}
        - {id: kind, type: text, ask: 什么隐患？, when: hazard}
        - {id: note, type: text, ask: 备注？, optional: true}
        - {id: some, type: group, ask: 有谁？, questions: [{id: who, type: person, ask: 谁？}]}
        - {id: any, type: group, ask: 还有谁？, min: 0, questions: [{id: more, type: person, ask: 谁？}]}
        - {id: all, type: computed, label: 合计, value: count(any)}
      receipt: 已登记 {no}。
      """;

  @Test
  void isWhatMustBeAnsweredAndNotWhatMayBeNone() {
    var form =
        FormReader.read(Map.of("form.yaml", FORM), Bundled.SCHEMA, Set.of())
            .library()
            .orElseThrow()
            .forms()
            .getFirst();

    assertThat(form.missing(Answers.NONE))
        .extracting(question -> question.id().text())
        .containsExactly("place", "hazard", "some");
  }
}
