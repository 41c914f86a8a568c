package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.message.Chat;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Revision;
import org.lanshao.turn.Unavailable;

/** 更正, 撤回, 退回, 明细 and 不对, as people say them. */
class RevisionsTest {
  private static final String WORKER = Station.WORKER;
  private static final String HEAD = Station.HEAD;
  private static final String CITY = "p41";
  private final Station station = new Station();

  @Test
  void aReceiptTellsWhatIsCountedAndHowToCorrect() {
    assertThat(station.visit(WORKER, "3"))
        .startsWith("已登记 V1：")
        .contains("计入统计：1户 1户次 3人次")
        .endsWith("要改就回复 更正 V1 加内容，例如 更正 V1 人数 4；作废回复 撤回 V1。");
  }

  @Test
  void aCorrectionShowsOldAndNewAndThenMovesTheCounts() {
    station.visit(WORKER, "3");

    assertThat(station.say(WORKER, "更正1人次4")).contains("更正 V1", "4. 人数：3人 → 4人", "确认");
    assertThat(station.say(WORKER, "统计 走访 我的 今天")).contains("3人次");
    assertThat(station.say(WORKER, "确认")).isEqualTo("已更正 V1（第2版）：人数 3人 → 4人。\n计入统计：1户 1户次 4人次");
    assertThat(station.say(WORKER, "统计 走访 我的 今天")).contains("1户次 4人次");
  }

  @Test
  void aNameOfOneSignIsUnderstoodWhereItStandsApart() {
    station.publish((file, text) -> text.replace("label: {zh: 人数,", "label: {zh: 口,"));
    assertThat(station.visit(WORKER, "3")).endsWith("例如 更正 V1 口 4；作废回复 撤回 V1。");

    for (String text : new String[] {"更正 V1 口 4", "更正 V1 口：4", "更正 V1 方式 电访，口 4"}) {
      assertThat(station.say(WORKER, text)).as(text).contains("口：3人 → 4人");
      station.say(WORKER, "取消");
    }
    assertThat(station.say(WORKER, "更正 V1 备注 村口 4 楼")).contains("备注：（没填） → 村口 4 楼");
  }

  @Test
  void manyWaysOfSayingTheSameAreUnderstood() {
    station.visit(WORKER, "3");
    for (String text :
        new String[] {
          "更正 4人",
          "更正 V1 人数 4",
          "更正v1人数：4",
          "更正 1 人数 4",
          "更正 Ｖ１ ４人",
          "更正人次4",
          "更正 4 人",
          "更正V1 4",
          "更正 V1 人数改成4",
          "不对，系4个",
          "唔啱 4人",
          "写错了，应该是四个人",
          "更正 第1号 人数 4",
          "更正 V1 people 4"
        }) {
      assertThat(station.say(WORKER, text)).as(text).contains("4. 人数：3人 → 4人");
      station.say(WORKER, "取消");
    }
  }

  @Test
  void severalFieldsAreCorrectedInOneMessage() {
    station.visit(WORKER, "3");

    assertThat(station.say(WORKER, "更正 V1 人数5目的防汛、核查，方式 电访 备注 家里多了 一个亲戚"))
        .contains("方式：入户 → 电访")
        .contains("人数：3人 → 5人")
        .contains("目的：防汛 → 防汛、核查")
        .contains("备注：（没填） → 家里多了 一个亲戚");
    assertThat(station.say(WORKER, "1")).contains("已更正 V1");
  }

  @Test
  void anAnswerThatBecomesNecessaryIsAskedAndOneThatDoesNotMatterFallsAway() {
    station.visit(WORKER, "3");

    assertThat(station.say(WORKER, "更正 有隐患 有")).contains("什么隐患");
    assertThat(station.say(WORKER, "用电", "跳过")).contains("有隐患：否 → 是").contains("隐患种类：（没填） → 用电");
    station.say(WORKER, "确认");
    assertThat(station.say(WORKER, "更正 隐患 没有")).contains("（不用填了）隐患种类：用电 → （没填）");
    assertThat(station.say(WORKER, "确认")).contains("第3版");
    assertThat(station.say(WORKER, "更正 隐患种类 房屋", "跳过"))
        .contains("有隐患：否 → 是")
        .contains("隐患种类：（没填） → 房屋");
  }

  @Test
  void theReviewIsAFormInHandLikeAnyOther() {
    station.visit(WORKER, "3");

    assertThat(station.say(WORKER, "更正 V1")).contains("V1 走访登记，现在是：", "4. 人数：3人");
    assertThat(station.say(WORKER, "确认")).contains("还没有改动");
    assertThat(station.say(WORKER, "改4")).contains("服务了几个人").contains("原来填的是：3人");
    assertThat(station.say(WORKER, "5")).contains("人数：3人 → 5人");
    assertThat(station.say(WORKER, "方式 视频")).contains("人数：3人 → 5人").contains("入户 → 视频");
    assertThat(station.say(WORKER, "返回")).contains("人数：3人 → 5人").doesNotContain("→ 视频");
    assertThat(station.say(WORKER, "重来")).doesNotContain("→");
    assertThat(station.say(WORKER, "取消")).isEqualTo("没有改，V1 还是原来的样子。");
    assertThat(station.store.filings()).hasSize(1);
  }

  @Test
  void checksAndLimitsOfTheFormHold() {
    station.visit(WORKER, "3");

    assertThat(station.say(WORKER, "更正 人数 60")).contains("人数要在 1 到 50 之间").contains("服务了几个人");
    station.say(WORKER, "取消");
    assertThat(station.say(WORKER, "更正 人数 20")).contains("一户服务了20人");
    assertThat(station.say(WORKER, "是")).contains("3人 → 20人");
    station.say(WORKER, "确认");
    // Nobody is asked again about what they insisted on.
    assertThat(station.say(WORKER, "更正 方式 电访")).contains("请核对").contains("入户 → 电访");
  }

  @Test
  void whatIsNotUnderstoodIsNamedAndTheRestKept() {
    station.visit(WORKER, "3");

    assertThat(station.say(WORKER, "更正 V1 人数 4 呼呼呼")).contains("“呼呼呼”没看懂是哪一项").contains("3人 → 4人");
    assertThat(station.say(WORKER, "其他")).contains("目的").doesNotContain("→ 其他");
  }

  @Test
  void anOldRecordIsCorrectedByTheFormItWasMadeWith() {
    station.visit(WORKER, "3");
    station.publish(
        "visit.yaml", "max: 50\n    again:\n      - 请回复", "max: 20\n    again:\n      - 请回复");

    assertThat(station.say(WORKER, "更正 V1 人数 40", "是")).contains("3人 → 40人");
    assertThat(station.say(WORKER, "确认")).contains("40人次");
  }

  @Test
  void aWithdrawnRecordCountsNothingAndIsNotCorrected() {
    station.visit(WORKER, "3");

    assertThat(station.say(WORKER, "撤回 V1 登记错了一户")).contains("撤回 V1", "原因：登记错了一户", "确认");
    assertThat(station.say(WORKER, "取消")).contains("没有改，V1");
    assertThat(station.say(WORKER, "撤回", "确认")).isEqualTo("已撤回 V1，不再统计。");
    assertThat(station.say(WORKER, "统计 走访 我的 今天")).contains("0户 0户次 0人次");
    assertThat(station.say(WORKER, "我的")).contains("今天登记了0条").contains("V1").contains("（已撤回）");
    assertThat(station.say(WORKER, "更正 V1 人数 4")).contains("已经撤回");
    assertThat(station.say(WORKER, "更正 4人")).contains("还没有登记过");
  }

  @Test
  void everyRefusalIsOneSentenceThatSaysWhatToDo() {
    station.visit(WORKER, "3");

    assertThat(station.say(WORKER, "更正 V99 人数 4")).isEqualTo("没有 V99 这个编号。请看收据，或回复 我的 找编号。");
    assertThat(station.say(WORKER, "更正 99")).contains("没有 99 这个编号");
    assertThat(station.say(WORKER, "撤回 Q1")).contains("没有 Q 开头的编号");
    assertThat(station.say(Station.STRANGER, "更正 V1 人数 4")).contains("V1 不是您的登记");
    assertThat(station.say(Station.STRANGER, "明细 V1")).contains("V1 不是您的登记");
    assertThat(station.say(Station.STRANGER, "退回 V1 不对")).contains("V1 不是您的登记");
    assertThat(station.say(WORKER, "退回 V1 不对")).contains("不是您的登记").contains("请核对编号");
    assertThat(station.say(WORKER, "明细")).contains("明细 V102");
    assertThat(station.sayInGroup(WORKER, "更正 V1 人数 4")).contains("私聊");
    assertThat(station.sayInGroup(WORKER, "明细 V1")).contains("私聊").doesNotContain("陈伯");
  }

  @Test
  void anObjectionWithoutARecordOrAFieldIsNoCommand() {
    assertThat(station.say(WORKER, "不对，系4个")).contains("现在没有在填的表");
    station.visit(WORKER, "3");
    assertThat(station.say(WORKER, "不对劲，今天好热")).contains("现在没有在填的表");
    assertThat(station.say(WORKER, "不对")).contains("V1 走访登记，现在是");
  }

  @Test
  void amidAFormOnlyItsOwnAnswersAreCorrected() {
    station.visit(WORKER, "3");
    station.say(WORKER, "走访", "罗定市太平镇", "李婆", "入户", "5");

    assertThat(station.say(WORKER, "不对，系4个")).contains("为了什么");
    assertThat(station.say(WORKER, "更正 V1 人数 9")).contains("正在填走访登记").contains("为了什么");
    station.say(WORKER, "日常", "没有");
    assertThat(station.say(WORKER, "不对，系7个")).contains("4. 人数：4人", "备注：不对，系7个");
    assertThat(station.say(WORKER, "人数 6")).contains("4. 人数：6人");
    assertThat(station.say(WORKER, "提交")).contains("V2").contains("6人次");
  }

  @Test
  void aHeadReturnsARecordAndItsAuthorIsToldUntilItIsCorrected() {
    station.visit(WORKER, "3");

    assertThat(station.say(HEAD, "退回 V1")).contains("原因");
    assertThat(station.say(HEAD, "人数和台账对不上")).isEqualTo("已把 V1 退回给陈小雨，也告诉TA了。");
    assertThat(station.told(WORKER)).singleElement().asString().contains("V1", "林大山", "人数和台账对不上");
    station.day("2022-05-14");
    assertThat(station.say(WORKER, "我的")).contains("待改 V1").contains("人数和台账对不上");
    assertThat(station.say(WORKER, "更正 V1")).contains("本来就对，回复 确认");
    assertThat(station.say(WORKER, "人数 2", "确认")).contains("已更正 V1（第3版）");
    assertThat(station.say(WORKER, "我的")).doesNotContain("待改");
  }

  @Test
  void aReturnedRecordThatWasRightIsLeftAsItIs() {
    station.visit(WORKER, "3");
    station.say(HEAD, "退回 V1 请再核对");

    assertThat(station.say(WORKER, "更正 V1", "确认")).contains("V1 没有改动，已确认。");
    assertThat(station.say(WORKER, "我的")).doesNotContain("待改");
    assertThat(station.say(WORKER, "统计 走访 我的 今天")).contains("3人次");
  }

  @Test
  void aHeadCorrectsWithAReasonAfterAWeekAndTheAuthorIsTold() {
    station.visit(WORKER, "3");
    assertThat(station.say(HEAD, "更正 V1 人数 4")).contains("由登记人自己改").contains("退回 V1");
    station.day("2022-05-18");

    assertThat(station.say(WORKER, "更正 V1 人数 4")).contains("过了您能改的期限").contains("站长");
    assertThat(station.say(HEAD, "更正 V1 人数 4")).contains("为什么");
    assertThat(station.say(HEAD, "台账上是4人")).contains("3人 → 4人").contains("原因：台账上是4人");
    assertThat(station.say(HEAD, "确认")).contains("已更正 V1（第2版）");
    assertThat(station.told(WORKER)).singleElement().asString().contains("人数 3人 → 4人", "台账上是4人");
    assertThat(station.say(HEAD, "更正 V1 人数 5 原因 又多一人")).contains("4人 → 5人").contains("又多一人");
    assertThat(station.say(HEAD, "返回")).contains("为什么");
  }

  @Test
  void theHeadCorrectsAtOnceForSomebodyWhoLeft() {
    station.visit(WORKER, "3");
    station.leave(WORKER);

    assertThat(station.say(HEAD, "退回 V1 核对")).contains("已不在名单里");
    assertThat(station.say(HEAD, "更正 V1 人数 4 因为登记人离职，家属来电", "确认")).contains("已更正 V1");
    assertThat(station.told(WORKER)).isEmpty();
    assertThat(station.say(HEAD, "明细 V1")).contains("已离开的同事").contains("林大山");
  }

  @Test
  void theHistoryTellsWhoChangedWhatWhenAndWhy() {
    station.visit(WORKER, "3");
    station.say(WORKER, "更正 人数 4 方式 电访", "确认");
    station.day("2022-05-20");
    station.say(HEAD, "撤回 V1 重复登记了", "确认");

    assertThat(station.say(WORKER, "明细 V1"))
        .contains("V1 走访登记 太平镇（罗定市）")
        .contains("走访户：陈伯", "人数：4人")
        .contains("第1版 5月10日 09:30 陈小雨 登记")
        .contains("第2版 5月10日 09:30 陈小雨 更正：方式 入户 → 电访，人数 3人 → 4人")
        .endsWith("第3版 5月20日 12:00 林大山 撤回（原因：重复登记了）");
    assertThat(station.say(Station.COORDINATOR, "明细v1")).contains("第3版");
  }

  @Test
  void ofTwoWhoCorrectAtOnceTheLaterIsToldAndSeesHowItStands() {
    station.visit(WORKER, "3");
    station.day("2022-06-20");
    station.say(Station.COORDINATOR, "更正 V1 人数 4 原因 数错");
    station.say(CITY, "更正 V1 人数 5 方式 电访 原因 核对过");
    assertThat(station.say(Station.COORDINATOR, "确认")).contains("第2版");

    assertThat(station.say(CITY, "确认"))
        .contains("V1 刚刚被江远帆改过")
        .contains("人数：4人 → 5人")
        .contains("方式：入户 → 电访")
        .contains("原因：核对过");
    assertThat(station.store.filings()).hasSize(2);
    assertThat(station.say(CITY, "确认")).contains("第3版");
  }

  @Test
  void theGuardOfTheStoreTellsTheLaterEvenBetweenLookingAndWriting() {
    station.visit(WORKER, "3");
    station.day("2022-06-20");
    station.say(Station.COORDINATOR, "更正 V1 人数 4 原因 数错");
    station.say(CITY, "更正 V1 人数 5 原因 核对过");
    station.store.beforeCommit(() -> station.say(Station.COORDINATOR, "确认"));

    assertThat(station.say(CITY, "确认")).contains("刚刚被江远帆改过").contains("4人 → 5人");
    assertThat(station.store.filings()).hasSize(2);
    assertThat(station.say(CITY, "确认")).contains("第3版").contains("5人次");
  }

  @Test
  void helpNamesWhatTheRoleMayRevise() {
    assertThat(station.say(WORKER, "帮助")).contains("更正：", "明细：").doesNotContain("退回");
    assertThat(station.say(HEAD, "帮助")).contains("更正：", "明细：", "退回：");
    assertThat(station.say(Station.COORDINATOR, "帮助")).contains("原因", "明细：", "退回：");
    assertThat(station.say("p71", "帮助")).contains("明细：").doesNotContain("更正", "退回");
  }

  @Test
  void aCorrectionInHandIsNotItsFormBeingFilled() {
    station.visit(WORKER, "3");
    station.say(WORKER, "更正 V1");
    assertThat(station.say(WORKER, "人数")).contains("服务了几个人");
    station.say(WORKER, "返回");

    assertThat(station.say(WORKER, "走访")).contains("正在填V1 走访登记，还不能开始走访登记");
    station.say(WORKER, "取消");
    assertThat(station.say(WORKER, "走访")).contains("在哪里走访");
  }

  @Test
  void aCorrectionOfWhatWasWithdrawnMeanwhileEndsWithASentence() {
    station.visit(WORKER, "3");
    station.day("2022-06-20");
    station.say(CITY, "更正 V1 人数 5 原因 核对过");
    station.say(Station.COORDINATOR, "撤回 V1 重复", "确认");

    assertThat(station.say(CITY, "确认")).isEqualTo("V1 已经撤回了，不能再改。要恢复请重新登记。");
    assertThat(station.say(CITY, "返回")).contains("现在没有在填的表");
  }

  @Test
  void aCorrectionThatWasOpenTooLongIsRefusedAtTheEnd() {
    station.visit(WORKER, "3");
    station.say(WORKER, "更正 V1 人数 4");
    station.day("2022-05-30");

    assertThat(station.say(WORKER, "确认")).contains("过了您能改的期限");
    assertThat(station.store.filings()).hasSize(1);
  }

  @Test
  void aRecordMovesToThePlaceThatIsCorrectedWithItsDayUnchanged() throws Unavailable {
    station.visit(WORKER, "3");
    station.day("2022-05-12");
    station.say(WORKER, "更正 V1 地点 罗镜镇", "确认");

    var day = new DayRange(LocalDate.of(2022, 5, 10), LocalDate.of(2022, 5, 10));
    assertThat(people("445381101", day)).isZero();
    assertThat(people("445381100", day)).isEqualTo(3);
    Revision standing = station.store.record("V1").orElseThrow();
    assertThat(standing.record().day()).isEqualTo(day.first());
    assertThat(standing.at()).isEqualTo("2022-05-12T04:00:00Z");
  }

  @Test
  void theSameMessageAgainRevisesOnce() {
    station.visit(WORKER, "3");
    station.say(WORKER, "更正 人数 4");

    var first = station.hear(WORKER, new Chat.Private(), "确认", "twice");
    var again = station.hear(WORKER, new Chat.Private(), "确认", "twice");

    assertThat(again).isEqualTo(first);
    assertThat(station.store.filings()).hasSize(2);
  }

  private long people(String area, DayRange range) throws Unavailable {
    return station.store.sum("visit.person_times", new Scope.InArea(new AreaCode(area)), range);
  }
}
