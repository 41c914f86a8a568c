package org.lanshao.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.form.Mistake;

/** What rehearsals tell of a small form. */
class RehearsedTest {
  private static final String FORM =
      """
      id: patrol
      title: 巡查登记
      number: X
      start: [巡查]
      who: [worker]
      questions:
        - {id: hazard, type: yes-no, ask: 有没有隐患？}
        - id: people
          type: integer
          ask: 几个人？
          min: 1
          max: 50
          again: [请回复数字, 还是没看懂]
        - {id: note, type: text, ask: 备注？, when: hazard and people > 5}
      check:
        - {that: people <= 15, say: "{people}人，这么多吗？", level: confirm}
        - {that: people != 4, say: "不能是{people}人"}
      receipt: "{no}"
      """;

  private static final String FULL =
      """
      patrol 2022-05-10 p03 私聊
      > 巡查
      > 有
      > 坐车
      > 多到数不清
      > 60
      > 4
      > 16
      > 是
      > 无事
      > 提交
      > 巡查
      > 否
      > 3
      > 提交
      """;

  private static Rehearsed rehearse(String... texts) {
    var transcripts = Arrays.stream(texts).map(text -> Transcript.of("t.txt", text)).toList();
    return Stage.rehearse(transcripts, Map.of("patrol.yaml", FORM));
  }

  private static List<String> gaps(String... texts) {
    return rehearse(texts).gaps().stream()
        .map(gap -> "%d %s %s".formatted(gap.line(), gap.code().text(), gap.problem()))
        .toList();
  }

  @Test
  void aFormWithoutTranscriptIsTheOnlyGap() {
    assertThat(gaps()).containsExactly("1 L610 巡查登记 还没有对话样例。");
  }

  @Test
  void everythingShownLeavesNoGap() {
    assertThat(gaps(FULL)).isEmpty();
  }

  @Test
  void whatIsNotShownIsToldWithItsLine() {
    assertThat(gaps("patrol 2022-05-10 p03 私聊\n> 巡查\n> 否\n"))
        .containsExactly(
            "8 L611 没有样例回答过“几个人”。",
            "12 L614 没有样例让“几个人”超出 min 和 max。",
            "13 L614 没有样例说到“几个人”的第 1 句 again。",
            "13 L614 没有样例说到“几个人”的第 2 句 again。",
            "14 L611 没有样例回答过“备注”。",
            "14 L612 没有样例走过“有没有隐患：是”成立的一边。",
            "14 L612 没有样例走过“几个人 > 5”成立的一边。",
            "14 L612 没有样例走过“几个人 > 5”不成立的一边。",
            "16 L613 没有样例让这个核对说话。",
            "16 L613 没有样例在这个核对问起时坚持。",
            "17 L613 没有样例让这个核对说话。");
  }

  @ParameterizedTest
  @CsvSource({
    "> 60, 12 L614",
    "> 4, 17 L613",
    "> 多到数不清, 13 L614",
    "> 否, 14 L612",
    "> 是, 16 L613",
  })
  void withoutOneMessageItsGapIsTold(String message, String gap) {
    var shortened = FULL.replace(message + "\n", "");

    assertThat(gaps(shortened)).anyMatch(told -> told.startsWith(gap));
  }

  private static final String MOVING =
      """
      id: lamp
      title: 路灯
      number: NA
      start: [路灯]
      who: [worker]
      questions:
        - {id: place, type: place, ask: 哪里？}
        - {id: urgent, type: yes-no, ask: 急不急？}
        - id: lamps
          type: group
          ask: 哪几盏？
          min: 0
          max: 3
          questions:
            - {id: which, type: text, ask: 哪一盏？}
            - {id: watts, type: integer, ask: 几瓦？, min: 1, max: 90}
      matter:
        name: 路灯
        states:
          - {id: urgent, label: 急}
          - {id: open, label: 等}
          - {id: done, label: 好, done: true}
      open:
        - {matter: NA, state: urgent, when: urgent, about: "{place}"}
        - {matter: NA, state: open, about: "{place}"}
      receipt: "{no}"
      """;

  private static final String REPAIR =
      """
      id: repair
      title: 修灯
      number: NB
      start: [修灯]
      who: [worker]
      questions:
        - {id: lamp, type: matter, of: NA, ask: 哪一盏？}
      follow:
        - {question: lamp, state: done}
      receipt: "{no}"
      """;

  /** Lines of open and follow, and what is asked for each item of a group. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          路灯; 富林镇; 是; 没有; 提交|lamp.yaml:15 L611,lamp.yaml:16 L611,lamp.yaml:16 L614,lamp.yaml:25 L615
          路灯; 富林镇; 否; 有; 东; 900; 9; 完; 提交|lamp.yaml:24 L615
          """)
  void whatIsNotOpenedAndNotAskedInAGroupIsTold(String said, String gaps) {
    var lines = Arrays.stream(said.split(";")).map(line -> "> " + line.strip() + "\n").toList();
    var transcript = Transcript.of("t.txt", "lamp 2022-05-10 p03 私聊\n" + String.join("", lines));

    var told =
        Stage.rehearse(List.of(transcript), Map.of("lamp.yaml", MOVING, "repair.yaml", REPAIR))
            .gaps();

    assertThat(told)
        .filteredOn(gap -> gap.file().equals("lamp.yaml"))
        .extracting(gap -> "%s:%d %s".formatted(gap.file(), gap.line(), gap.code().text()))
        .containsExactly(gaps.split(","));
  }

  @Test
  void aRewrittenTranscriptHoldsAndTheFirstOtherLineIsTold() {
    var written = rehearse(FULL).rewritten().getOrDefault("t.txt", "");

    assertThat(rehearse(written).mistakes()).isEmpty();
    assertThat(rehearse(written.replace("< 几个人？", "< 多少人？")).mistakes())
        .extracting(Mistake::toString)
        .containsExactly(
            "t.txt:10: L602 这里写的是“< 多少人？”，现在是“< 几个人？”。"
                + " 不该变就改表，该变就用 lanshao check --rewrite 重写样例。");
    assertThat(written).contains("> 16\n< 16人，这么多吗？\n").endsWith("= people: 3\n");
  }

  @ParameterizedTest
  @CsvSource({
    "表: patrol, L601",
    "patrol 2022-02-30 p03 私聊, L601",
    "patrl 2022-05-10 p03 私聊, L603",
    "patrol 2022-05-10 nobody 私聊, L603",
    "patrol 2022-05-10 p03 nowhere, L603",
    "patrol 2022-05-10 p11 私聊, L604",
  })
  void aHeadLineThatDoesNotFitIsTold(String head, String code) {
    var told = rehearse("# 说明\n\n" + head + "\n> 巡查\n");

    assertThat(told.mistakes())
        .isNotEmpty()
        .allSatisfy(
            mistake -> {
              assertThat(mistake.code().text()).isEqualTo(code);
              assertThat(mistake.line()).isEqualTo(3);
            });
    assertThat(told.rewritten()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+ H23", "+ 档案 石巷村 张三", "+ 档案 J12 石巷村 张三 人口", "+ 档案 J12 无此村 张三"})
  void aLineOfWhatIsThereBeforeThatCannotBeReadIsTold(String line) {
    assertThat(rehearse("patrol 2022-05-10 p03 私聊\n" + line + "\n> 巡查\n").mistakes())
        .extracting(mistake -> mistake.code().text() + " " + mistake.line())
        .containsExactly("L605 2");
  }

  @Test
  void theTimeOfTheHeadLineMayBeWritten() {
    assertThat(rehearse("patrol 2022-05-10 20:30 p03 私聊\n> 巡查\n").rewritten()).hasSize(1);
  }
}
