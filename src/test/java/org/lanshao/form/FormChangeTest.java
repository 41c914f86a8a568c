package org.lanshao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormChangeTest {
  private static final String FORM =
      """
      id: patrol
      title: 巡查
      number: P
      start: [巡查]
      who: [worker]
      questions:
        - {id: where, type: text, ask: 在哪里？, label: 地点}
        - {id: people, type: integer, ask: 几个人？, label: 人数, min: 1, max: 50}
        - {id: kind, type: choice, ask: 哪一种？, label: 种类, options: [river 河, lake 湖]}
        - {id: wet, type: yes-no, ask: 下雨吗？, label: 下雨}
        - {id: note, type: text, ask: 还有吗？, label: 备注, optional: true}
      receipt: 已登记 {no}。
      """
          .replace("[river 河, lake 湖]", "[{id: river, label: 河}, {id: lake, label: 湖}]");

  /** What is replaced in the file, and what is said of it; {@code ⏎} begins a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "  - {id: wet | ⏎  - {id: wind, type: text, ask: 风大吗？, label: 风}⏎  - {id: wet | 加了问题“风”",
        "`  - {id: wet, type: yes-no, ask: 下雨吗？, label: 下雨}⏎` | `` | 去掉了问题“下雨”",
        "id: where | id: place | 问题“地点”的 id 从 where 改成 place",
        "label: 地点 | label: 河段 | 问题“地点”改名为“河段”",
        "ask: 在哪里？ | ask: 哪条河？ | 问题“地点”换了问法：在哪里？ → 哪条河？",
        "integer, ask: 几个人？, label: 人数, min: 1, max: 50 | text, ask: 几个人？, label: 人数"
            + " | 问题“人数”要的答案变了：从整数变成文字",
        "max: 50 | max: 40 | 问题“人数”的范围或写法变了",
        ", {id: lake, label: 湖}] | , {id: lake, label: 湖}, {id: sea, label: 海}] | 问题“种类”加了选项“海”",
        ", {id: lake, label: 湖}] | ] | 问题“种类”去掉了选项“湖”",
        "label: 湖 | label: 湖泊 | 问题“种类”的选项“湖”改名为“湖泊”",
        "label: 备注, | label: 备注, when: wet, | 问题“备注”：只在条件成立时问，条件改了",
        ", optional: true | `` | 问题“备注”现在必须回答",
        ", optional: true | , extra: true | 问题“备注”不问了，核对时可以补充",
        "label: 下雨} | label: 下雨, named: true} | 问题“下雨”会问，一句话里写上名称才认",
        "label: 下雨} | label: 下雨, default: no} | 问题“下雨”的默认答案变了",
        "title: 巡查 | title: 巡河 | 名称变了",
        "start: [巡查] | start: [巡查, 巡河] | 开头的词变了",
        "who: [worker] | who: [worker, head] | 谁可以填变了",
        "who: | chat: any⏎who: | 在哪里填变了",
        "who: | area: 罗定市⏎who: | 哪里可以用变了",
        "已登记 {no} | 记下 {no} | 回执变了",
        "ask: 还有吗？ | ask: 还有吗？, again: [请写一写] | 别的写法（提示、说明、编号）变了",
        "receipt: | silence: {end: 9h, then: drop}⏎receipt: | 没动静时怎么办变了",
        "receipt: | check: [{that: people < 9, say: 太多}]⏎receipt: | 核对变了",
        "receipt: | count: [{measure: all, label: 次, add: 1}]⏎receipt: | 统计变了",
      })
  void eachChangeIsSaidInPlainWords(String old, String now, String said) {
    assertThat(FORM).contains(lines(old));

    assertThat(said(FORM, FORM.replace(lines(old), lines(now)))).containsExactly(said);
  }

  @Test
  void questionsInAnotherOrderAreSaidWithTheirNewOrder() {
    var people = FORM.lines().filter(line -> line.contains("id: people")).findFirst().orElseThrow();
    var moved = FORM.replace(people + "\n", "").replace("receipt:", people + "\nreceipt:");

    assertThat(said(FORM, moved)).containsExactly("问题的顺序变成：地点、种类、下雨、备注、人数");
  }

  @Test
  void aCommentIsNoChange() {
    assertThat(said(FORM, "# 说明\n" + FORM)).isEmpty();
  }

  @Test
  void answersThatTheNewVersionTakesAreSafe() {
    assertThat(carried("ask: 在哪里？", "ask: 哪条河？")).isEqualTo(new Carrying.Safe());
    assertThat(carried("max: 50", "max: 40")).isEqualTo(new Carrying.Safe());
  }

  @Test
  void answersThatTheNewVersionDoesNotTakeMustBeAskedAgain() {
    assertThat(labels(carried("max: 50", "max: 4"))).containsExactly("人数");
    assertThat(labels(carried("id: lake, label", "id: pond, label"))).containsExactly("种类");
    assertThat(labels(carried("type: yes-no", "type: text"))).containsExactly("下雨");
  }

  @Test
  void answersThatTheNewVersionDoesNotAskForStayWithTheOldOne() {
    var carried = carried("id: where", "id: place");

    assertThat(carried).isInstanceOf(Carrying.OldOnly.class);
    assertThat(labels(carried)).containsExactly("地点");
  }

  private static Carrying carried(String old, String now) {
    var values =
        new TreeMap<String, Value>(
            Map.of(
                "where", new Value.Text("西江"),
                "people", new Value.Whole(5),
                "kind", new Value.One("lake"),
                "wet", new Value.YesNo(true)));
    var answers = Answers.NONE;
    for (var value : values.entrySet()) {
      answers = answers.with(new QuestionId(value.getKey()), value.getValue());
    }
    return Carrying.of(answers, form(FORM), form(FORM.replace(old, now)));
  }

  private static List<String> labels(Carrying carrying) {
    return switch (carrying) {
      case Carrying.Safe() -> List.of();
      case Carrying.AskAgain(var questions) -> questions.stream().map(Question::label).toList();
      case Carrying.OldOnly(var questions) -> questions.stream().map(Question::label).toList();
    };
  }

  private static List<String> said(String before, String after) {
    return FormChange.between(form(before), form(after)).stream().map(FormChange::say).toList();
  }

  private static Form form(String text) {
    var schema = new Schema(Set.of("worker", "head"), Set.of(), Set.of());
    var read = FormReader.read(Map.of("patrol.yaml", text), schema, Set.of());
    assertThat(read.mistakes()).isEmpty();
    return read.sources().getFirst().form();
  }

  private static String lines(String text) {
    return text.replace("⏎", "\n");
  }

  @Test
  void whatIsPutOnFileIsAPartOfItsOwn() {
    var home =
        FORM.replace(
            "{id: where, type: text, ask: 在哪里？, label: 地点}",
            "{id: home, type: household, ask: 哪一户？}");
    var enrolls = home.replace("receipt:", "enrolls: {household: home}\nreceipt:");

    assertThat(said(home, enrolls)).containsExactly("放进档案的内容变了");
  }
}
