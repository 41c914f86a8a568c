package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.desk.AlertScene.CITY;
import static org.lanshao.desk.AlertScene.COUNTY;
import static org.lanshao.desk.AlertScene.HEAD;
import static org.lanshao.desk.AlertScene.TOWN;
import static org.lanshao.desk.AlertScene.WORKER;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lanshao.turn.Unavailable;

/** What follows when an emergency is closed: visits until nothing is left to do, and a case. */
class AftercareTest {
  private final AlertScene scene = new AlertScene();

  @Test
  void whoTookItOverVisitsAfterOneDayThenSevenThenThirty() throws Unavailable {
    assertThat(closed("紧急 石巷村一户着火")).contains("E1", "5月11日前请回访一次，登记发 应急回访 E1");
    assertThat(scene.say(HEAD, "明细 E1")).contains("待回访", "负责：何站长，5月11日前跟进");

    scene.wait(Duration.ofDays(1));
    assertThat(scene.told(HEAD)).anyMatch(text -> text.contains("E1") && text.contains("今天要跟进"));
    assertThat(scene.say(HEAD, "应急回访 E1 入户 还住在亲戚家", "还要回访", "跳过", "提交")).contains("已登记 U1：回访 E1");
    assertThat(scene.say(HEAD, "明细 E1")).contains("5月18日前跟进", "U1：待回访");

    scene.wait(Duration.ofDays(1));
    assertThat(scene.say(HEAD, "应急回访 E1 入户 搬回去了", "还要回访", "跳过", "提交")).contains("U2");
    assertThat(scene.say(HEAD, "明细 E1")).contains("6月11日前跟进");
    assertThat(scene.say(HEAD, "应急回访 E1 电访 一切都好", "不用再回访", "提交")).contains("E1：已回访");
    assertThat(scene.say(HEAD, "明细 E1")).contains("现在：已回访");
  }

  @Test
  void whatIsNotVisitedIsOverdueAndToldToWhoIsNextAbove() {
    closed("紧急 石巷村一户着火");
    int before = scene.told(TOWN).size();

    scene.wait(Duration.ofDays(2));

    assertThat(scene.say(HEAD, "逾期")).contains("E1 火灾 ", "待回访，5月11日就要跟进，过了1天（何站长）");
    assertThat(scene.told(TOWN).subList(before, scene.told(TOWN).size()))
        .anyMatch(text -> text.contains("何站长名下有1件") && text.contains("E1"));
  }

  @Test
  void oneThatIsOpenAgainRestsUntilItIsClosedAgain() {
    closed("紧急 石巷村一户着火");
    scene.say(HEAD, "重开 E1 又烧起来了");

    assertThat(scene.say(HEAD, "明细 E1")).doesNotContain("前跟进\n").contains("先不用跟进");

    scene.wait(Duration.ofDays(3));
    assertThat(scene.say(HEAD, "逾期")).contains("没有逾期的");
    scene.say(HEAD, "接手 E1", "终报 E1 灭了");
    scene.say(HEAD, "结案 E1 人安置好了");
    assertThat(scene.say(HEAD, "明细 E1")).contains("负责：何站长，5月14日前跟进");
  }

  @Test
  void falseAlarmsAndPracticeNeedNoVisit() throws Unavailable {
    scene.say(WORKER, "紧急 石巷村一户着火");
    scene.say(HEAD, "接手 E1");
    assertThat(scene.say(HEAD, "误报 E1 烧秸秆")).doesNotContain("回访");
    scene.say(WORKER, "取消");
    scene.say(WORKER, "演练 紧急 石巷村一户着火");
    scene.say(HEAD, "接手 EX1", "终报 EX1 灭了");
    assertThat(scene.say(HEAD, "结案 EX1 练完了")).doesNotContain("回访", "个案");

    assertThat(scene.store.matters().matter("E1")).isEmpty();
    assertThat(scene.store.matters().matter("EX1")).isEmpty();
  }

  @Test
  void aCaseIsOfferedAndBothNameEachOther() {
    assertThat(closed("紧急 石巷村一户着火")).contains("可以开个案，发 个案 E1");

    scene.say(HEAD, "个案 E1");
    assertThat(scene.say(HEAD, "石巷村张三", "没有地方住", "是", "跳过", "跳过", "跳过", "提交")).contains("已登记 G1");

    assertThat(scene.say(HEAD, "明细 E1")).contains("何站长 G1：待回访");
    assertThat(scene.say(HEAD, "明细 G1")).contains("险情：E1");
  }

  @Test
  void whatIsSensitiveIsListedWithoutItsKind() {
    scene.say(WORKER, "紧急 石巷村有人要自杀");
    scene.say(HEAD, "接手 E1", "终报 E1 送医了");
    scene.say(HEAD, "结案 E1 家人陪着");
    scene.wait(Duration.ofDays(2));

    for (String person : List.of(HEAD, TOWN, COUNTY, CITY)) {
      assertThat(scene.say(person, "逾期")).contains("E1").doesNotContain("自");
    }
  }

  private String closed(String words) {
    scene.say(WORKER, words, "取消");
    scene.say(HEAD, "接手 E1", "终报 E1 火灭了");
    return scene.say(HEAD, "结案 E1 人都安置好了");
  }
}
