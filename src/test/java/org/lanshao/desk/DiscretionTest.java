package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Private numbers in what people write, and in all that is said back. */
class DiscretionTest {
  private static final String CARD = "999999199001011238";
  private static final String PHONE = "13800005678";
  private final Station station = new Station();

  @Test
  void whoWritesAnIdNumberInAGroupIsAskedToRecallItAndItIsSaidNowhere() {
    var said = group("宣传 防溺水 120人 讲座 太平镇 联系人身份证" + CARD);

    assertThat(said).startsWith("请马上撤回刚才那条消息：群里不能发身份证号").doesNotContain(CARD, "1238");
    assertThat(group("备注 " + CARD)).startsWith("请马上撤回").doesNotContain("1238");
  }

  @Test
  void fullWidthFiguresAndASmallXAreTheSame() {
    assertThat(group("１１０１０５１９４９１２３１００２ｘ")).contains("请马上撤回").doesNotContain("００２");
    assertThat(group("110105 19491231 002X")).contains("请马上撤回").doesNotContain("002X");
    assertThat(group("110105194912310021")).doesNotContain("撤回", "0021");
  }

  @Test
  void aPhoneNumberInAGroupIsRecalledToo() {
    assertThat(group("宣传 防溺水 120人 讲座 太平镇 找陈生" + PHONE))
        .startsWith("请马上撤回刚才那条消息：群里不能发电话号码")
        .doesNotContain(PHONE);
    assertThat(group(CARD + " " + PHONE)).contains("身份证号、电话号码");
  }

  @Test
  void inAnEmergencyWhomToCallComesBeforeTheRecall() {
    var said = new AlertScene().sayInGroup(AlertScene.WORKER, "紧急 连滩镇 火灾 电话" + PHONE);

    assertThat(said).contains("110").contains("请马上撤回").doesNotContain(PHONE);
    assertThat(said.indexOf("110")).isLessThan(said.indexOf("请马上撤回"));
    assertThat(said.lines().reduce((before, last) -> last).orElseThrow()).startsWith("请马上撤回");
  }

  @Test
  void aStrangerIsAskedToo() {
    assertThat(station.inGroup("nobody", "g1", "身份证" + CARD)).startsWith("请马上撤回");
  }

  @Test
  void inPrivateTheLastFourSignsStayInReviewReceiptAndDetail() {
    var review = station.say(Station.WORKER, "走访", "罗定市太平镇", "陈伯", "入户", "3", "防汛", "没有");
    assertThat(review).doesNotContain("撤回");
    var shown = station.say(Station.WORKER, "证" + CARD);
    assertThat(shown).contains("****1238").doesNotContain(CARD);

    assertThat(station.say(Station.WORKER, "提交")).contains("V1").doesNotContain(CARD);
    assertThat(station.say(Station.WORKER, "明细 V1")).contains("****1238").doesNotContain(CARD);
    assertThat(station.say(Station.HEAD, "退回 V1 " + CARD + "不对")).doesNotContain(CARD);
    station.say(Station.HEAD, "提交");
    assertThat(station.told(Station.WORKER)).isNotEmpty().noneMatch(text -> text.contains(CARD));
    assertThat(station.told(Station.WORKER).getLast()).contains("****1238");
  }

  @Test
  void whoIsToldOfAnAlertDoesNotGetTheNumber() {
    var scene = new AlertScene();
    scene.say(AlertScene.WORKER, "紧急 连滩镇 火灾 张三" + CARD);

    assertThat(scene.store.outgoing())
        .isNotEmpty()
        .noneMatch(row -> row.part().text().contains(CARD));
  }

  @Test
  void aRecordThatNamesPeopleIsTakenInPrivateAndItsSenderAskedToRecallIt() {
    var said = group("走访 罗定市太平镇 陈伯 入户 3人 防汛 电线老化");

    assertThat(said).startsWith("请马上撤回").contains("走访登记涉及个人信息").doesNotContain("陈伯", "电线");
    assertThat(station.told(Station.WORKER)).isEmpty();
    station.look();

    assertThat(station.told(Station.WORKER)).hasSize(1);
    assertThat(station.told(Station.WORKER).getFirst()).contains("陈伯", "用电", "走访登记开始");
    station.say(Station.WORKER, "跳过", "跳过");
    assertThat(station.say(Station.WORKER, "提交")).contains("V1");
    station.look();
    assertThat(station.told(Station.WORKER)).hasSize(1);
  }

  @Test
  void aListAskedForInAGroupIsAnsweredInPrivate() {
    var said = group("名单 低保 太平镇");

    assertThat(said).contains("名单涉及个人信息");
    station.look();
    assertThat(station.told(Station.WORKER)).hasSize(1);
  }

  @Test
  void allThatWasWrittenQuicklyGoesOnInPrivateInItsOrder() {
    group("名单 低保 太平镇");
    station.tick();
    group("走访 罗定市太平镇 陈伯 入户 3人 防汛");
    station.tick();
    group("走访 罗定市太平镇 李婶 电访 2人");
    station.look();

    assertThat(station.told(Station.WORKER)).hasSize(3);
    assertThat(station.told(Station.WORKER).get(1)).contains("走访登记开始", "陈伯");
    assertThat(station.told(Station.WORKER).getLast()).contains("走访登记正在填");
  }

  @Test
  void afterTheRestOfAnAlertComesWhatElseWasWrittenInTheGroup() {
    var scene = new AlertScene();
    scene.sayInGroup(AlertScene.WORKER, "紧急 连滩镇 火灾");
    scene.sayInGroup(AlertScene.WORKER, "走访");
    scene.look();

    assertThat(scene.told(AlertScene.WORKER)).hasSize(2);
    assertThat(scene.told(AlertScene.WORKER).getLast()).contains("还不能开始走访登记");
  }

  @Test
  void aStartWordAloneIsNothingToRecall() {
    assertThat(group("走访")).contains("走访登记涉及个人信息").doesNotContain("撤回");
    station.look();
    assertThat(station.told(Station.WORKER).getFirst()).contains("走访登记");
  }

  @Test
  void whoMayNotFillTheFormIsToldSoInTheGroup() {
    assertThat(station.sayInGroup(Station.COORDINATOR, "走访 太平镇 陈伯"))
        .contains("不用填")
        .doesNotContain("陈伯");
    station.look();
    assertThat(station.told(Station.COORDINATOR)).isEmpty();
  }

  private String group(String text) {
    return station.sayInGroup(Station.WORKER, text);
  }
}
