package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The next report is sent while the one before is not handed in: neither swallows the other. */
class AnotherReportTest {
  private static final String FIRST = "走访石巷村12号户3人防汛 入户 冇隐患";

  private final Station station = new Station();

  private String say(String... messages) {
    return station.say(Station.WORKER, messages);
  }

  @Test
  void aWholeReportIsNoNoteOfTheOneInHand() {
    var told = say(FIRST, "走访石巷村14号户2人防汛 入户 冇隐患");

    assertThat(told).contains("走访登记正在填", "保存", "还有什么要记的");
    assertThat(say("跳过", "提交")).contains("12号户").doesNotContain("14号户");
  }

  @Test
  void severalReportsDoNotChangeTheReview() {
    var told = say(FIRST, "跳过", "走访\n石巷村13号户两三人防汛\n大坪村张三2人回访 有隐患电线老化");

    assertThat(told).contains("走访登记正在填", "提交").doesNotContain("没看懂");
    assertThat(say("提交")).contains("12号户 入户 3人");
  }

  @Test
  void putAsideTheFirstIsWaitingWhenTheSecondIsFiled() {
    var second = say(FIRST, "保存", "走访石巷村14号户2人防汛 入户 冇隐患", "跳过", "提交");

    assertThat(second).contains("14号户 入户 2人");
    assertThat(say("继续", "跳过", "提交")).contains("12号户 入户 3人");
  }

  @ParameterizedTest
  @ValueSource(strings = {"走访时老人说想要3个扶手", "走访户很干净", "走访石巷村的路不好走"})
  void wordsThatOnlyBeginAlikeAreANote(String note) {
    assertThat(say(FIRST, note)).contains("备注：" + note);
  }

  @Test
  void namesOfQuestionsAreNoStart() {
    var changed = say(FIRST, "跳过", "走访户 14号户，人数 4，目的 回访");

    assertThat(changed).contains("走访户：14号户", "人数：4人", "目的：回访");
  }

  @Test
  void theReportAfterTheBareWordIsTaken() {
    assertThat(say("走访", FIRST)).contains("12号户", "3人", "还有什么要记的").doesNotContain("正在填");
    assertThat(say("跳过", "提交")).contains("12号户 入户 3人");
  }

  @Test
  void soAreSeveral() {
    var review = say("走访", "走访\n石巷村12号户3人防汛 冇隐患\n石巷村13号户2人防汛 冇隐患");

    assertThat(review).contains("看懂了2条", "提交");
    assertThat(say("提交")).contains("12号户", "13号户");
  }
}
