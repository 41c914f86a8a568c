package org.lanshao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Somebody writes a form from the guide alone, with the marks that a Chinese keyboard makes, and
 * mends it by what the check says: each time all that can be told at once, in plain words.
 */
class KeyboardTest {
  private static final String TYPED =
      """
      id：nursing_home
      title: 探访养老院登记
      number: N
      start: 【探访养老院，养老院】
      who: [worker，head]
      questions：
        - {id: place, type: place, ask: 养老院在哪里？}
        - {id: name， type: text， ask: 养老院叫什么名字？， max: 30}
        - id: elders
      \ttype: integer
          ask: 看望了多少位老人？
        - {id: hazard, type: yes-no, ask: “有没有安全隐患？”}
      count:
        - {measure: nursing_visits, label: 次, add: 1}
        - {measure: elders_seen, label: 人次, add: elders}
      receipt: 已登记 {no}：{name} {elders}。
      """;

  private static List<String> told(String form) {
    return read(form).mistakes().stream()
        .map(one -> one.line() + " " + one.problem() + one.remedy())
        .toList();
  }

  private static FormReader.Result read(String form) {
    return FormReader.read(Map.of("探访养老院.yaml", form), Bundled.SCHEMA, Set.of());
  }

  @Test
  void theMarksThatKeepAFileFromBeingReadAreToldAllAtOnce() {
    assertThat(told(TYPED))
        .containsExactly(
            "1 用了中文冒号“：”。请改成英文冒号加空格 `: `。",
            "6 用了中文冒号“：”。请改成英文冒号加空格 `: `。",
            "8 用了中文标点 ，。请改成英文标点：冒号 `: ` 和逗号 `, ` 后面加空格，括号用 [ ] { }，引号用 \"。",
            "10 用 Tab 键缩进了。请改成英文空格，每层两个。",
            "12 用了中文标点 “ ”。请改成英文标点：冒号 `: ` 和逗号 `, ` 后面加空格，括号用 [ ] { }，引号用 \"。");
  }

  @Test
  void thenThoseInsideListsOfWordsAndNothingThatFollowsFromThem() {
    assertThat(told(readable()))
        .containsExactly(
            "4 start 里用了中文标点。请写成 [甲, 乙]：英文方括号，词之间用英文逗号加空格。",
            "5 who 里用了中文标点。请写成 [甲, 乙]：英文方括号，词之间用英文逗号加空格。");
  }

  @Test
  void mendedItIsAForm() {
    var mended =
        readable()
            .replace("【探访养老院，养老院】", "[探访养老院, 养老院]")
            .replace("[worker，head]", "[worker, head]");
    assertThat(told(mended)).isEmpty();
    var form = read(mended).library().orElseThrow().forms().getFirst();
    assertThat(form.start()).containsExactly("探访养老院", "养老院");
    assertThat(form.questions()).hasSize(4);
  }

  @Test
  void aLineOfManyDashesIsToldLikeAnyOther() {
    assertThat(told("id: x\n" + "- ".repeat(20_000))).isNotEmpty();
  }

  private static String readable() {
    return TYPED
        .replace("id：", "id: ")
        .replace("questions：", "questions:")
        .replace("name， type: text， ask: 养老院叫什么名字？， max", "name, type: text, ask: 养老院叫什么名字？, max")
        .replace("\ttype", "    type")
        .replace("“", "\"")
        .replace("”", "\"");
  }
}
