package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lanshao.turn.Facts.Fate.End;
import org.lanshao.turn.NewOutgoing;

/** Before a season begins: who can be reached, and who cannot, and why. */
class RollCallsTest {
  private final Station station = new Station();

  @Test
  void firstItSaysHowManyGetATestAndSendsNothing() {
    var reply = station.reply(Station.HEAD, "点名");
    assertThat(Scene.text(reply)).isEqualTo("点名太平镇（罗定市）：3个人、1个群会收到一条测试消息。\n要发就回复 点名 太平镇（罗定市） 开始");
    assertThat(reply.parts().getFirst().choices().getFirst().say()).isEqualTo("点名 太平镇（罗定市） 开始");
    assertThat(station.store.outgoing()).isEmpty();
  }

  @Test
  void everyPersonAndGroupOfTheAreaGetsOneTestAndNobodyElse() {
    assertThat(station.say(Station.HEAD, "点名 开始"))
        .isEqualTo("已发给3个人、1个群。过一两分钟回复 点名 太平镇（罗定市） 结果，看谁没收到。");
    assertThat(keys()).containsExactlyInAnyOrder("p:p01", "p:p11", "p:p21", "g:g01");
    assertThat(station.store.outgoing())
        .extracting(row -> row.part().text())
        .containsOnly("【点名】这是测试消息（5月10日 09:30），看到就说明联系得上，不用回复。");
  }

  @Test
  void theResultNamesWhoCannotBeReachedAndWhy() {
    assertThat(station.say(Station.HEAD, "点名 结果")).isEqualTo("太平镇（罗定市）还没有点过名。");
    station.say(Station.HEAD, "点名 开始");
    end("p:p01", End.ACCEPTED, "");
    end("p:p21", End.FAILED, "unknown_recipient");
    end("g:g01", End.FAILED, "unknown_group");

    assertThat(station.say(Station.HEAD, "点名 结果"))
        .isEqualTo(
            """
            点名太平镇（罗定市）（5月10日 09:30）：收到1，收不到2，还在发1。
            叶青田：平台没有这个账号，或不在应用可见范围
            罗定太平社工站（群）：群或群机器人没有了\
            """);
    assertThat(station.sayInGroup(Station.HEAD, "点名 结果"))
        .contains("收不到2")
        .contains("名字请在和我的私聊里看")
        .doesNotContain("叶青田");
  }

  @Test
  void aSecondRollCallIsCountedByItself() {
    station.say(Station.HEAD, "点名 开始");
    end("p:p01", End.FAILED, "no_permission");
    station.day("2022-05-11");
    station.say(Station.HEAD, "点名 开始");
    assertThat(station.say(Station.HEAD, "点名 结果")).contains("（5月11日 12:00）：收到0，收不到0，还在发4");
  }

  @Test
  void whoIsInAnotherAreaOrMayNotAskSendsNothing() {
    assertThat(station.say(Station.WORKER, "点名 开始")).contains("由站长");
    assertThat(station.say(Station.HEAD, "点名 云安区 开始")).contains("您可以点太平镇（罗定市）");
    assertThat(station.store.outgoing()).isEmpty();
  }

  @Test
  void aGroupThatIsNotHeardIsToldSo() {
    var deaf = new AlertScene(List.of(), true, "g05");
    for (AlertScene one : List.of(deaf, new AlertScene())) {
      one.say(AlertScene.HEAD, "点名 开始");
      assertThat(one.toldGroup("g05")).singleElement().asString().startsWith("【点名】");
      assertThat(one.told(AlertScene.WORKER)).singleElement().asString().endsWith("不用回复。");
      assertThat(one.toldGroup("g05").getFirst().endsWith("不用回复。")).isEqualTo(one != deaf);
    }

    assertThat(deaf.toldGroup("g05").getFirst())
        .contains("机器人看不到群里的话，报险情请私聊机器人")
        .endsWith("就是没有报上，请打110/119/120。");
  }

  @Test
  void itIsAnsweredInTheMiddleOfAFormWhichThenGoesOn() {
    assertThat(station.say(Station.HEAD, "走访", "点名")).contains("会收到一条测试消息").contains("走访");
  }

  private List<String> keys() {
    return station.store.outgoing().stream()
        .map(NewOutgoing::once)
        .map(once -> once.split(":", 4)[3])
        .toList();
  }

  private void end(String key, End end, String code) {
    station.store.outgoing().stream()
        .map(NewOutgoing::once)
        .filter(once -> once.endsWith(":" + key))
        .forEach(once -> station.store.end(once, end, code));
  }
}
