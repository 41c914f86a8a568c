package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.desk.AlertScene.CITY;
import static org.lanshao.desk.AlertScene.COUNTY;
import static org.lanshao.desk.AlertScene.ELSEWHERE;
import static org.lanshao.desk.AlertScene.HEAD;
import static org.lanshao.desk.AlertScene.STRANGER;
import static org.lanshao.desk.AlertScene.TOWN;
import static org.lanshao.desk.AlertScene.WORKER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lanshao.alert.Alert;
import org.lanshao.desk.talk.AlertNumbers;
import org.lanshao.directory.AreaCode;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/** An alert at the desk, from the first words to its end. */
class AlertsTest {
  private static final String FIRE = "紧急 石巷村有一户着火了";
  private final AlertScene scene = new AlertScene();

  @Test
  void itClimbsByItsPlanAndThenIsRepeatedUntilSomebodyTakesOver() {
    scene.say(WORKER, FIRE);
    assertThat(scene.told(HEAD)).hasSize(1);
    assertThat(scene.toldGroup("g05")).containsExactly("E1 火灾 连滩镇，已通知值班人员");

    scene.wait(Duration.ofSeconds(295));
    assertThat(scene.told(TOWN)).isEmpty();
    scene.wait(Duration.ofSeconds(5));
    assertThat(scene.told(TOWN)).singleElement().asString().contains("何站长 13800000011");
    scene.wait(Duration.ofMinutes(10));
    assertThat(scene.told(COUNTY)).hasSize(1);
    scene.wait(Duration.ofMinutes(15));
    assertThat(scene.told(CITY)).hasSize(1);
    scene.wait(Duration.ofMinutes(15));
    assertThat(scene.told(HEAD)).filteredOn(card -> card.contains("接手 E1")).hasSize(2);
    assertThat(scene.told(CITY)).hasSize(2);
  }

  @Test
  void onlyTakingOverStopsIt() {
    scene.say(WORKER, FIRE);

    assertThat(scene.say(HEAD, "收到 E1")).contains("记下您看到了");
    assertThat(scene.say(HEAD, "收到")).doesNotContain("E1");
    assertThat(scene.say(WORKER, "接手 E1")).contains("要由别人接手");
    assertThat(scene.say(ELSEWHERE, "接手 E1")).contains("不归您处理");
    scene.wait(Duration.ofMinutes(5));
    assertThat(scene.told(TOWN)).singleElement().asString().doesNotContain("何站长");

    assertThat(scene.say(HEAD, "接手 E1")).contains("由您接手了", "周小岚", "13800000007");
    scene.wait(Duration.ofMinutes(50));
    assertThat(scene.told(COUNTY)).isEmpty();
    assertThat(scene.told(WORKER)).anyMatch(said -> said.contains("由何站长 13800000011接手了"));
    assertThat(scene.told(TOWN).getLast()).contains("E1 已由何站长接手");
    assertThat(scene.toldGroup("g05").getLast()).isEqualTo("E1 已有人接手");
  }

  @Test
  void cardsThatHaveNotLeftAreCancelledWhenSomebodyTakesOver() {
    scene.say(WORKER, FIRE);
    assertThat(scene.told(HEAD)).hasSize(1);

    scene.say(TOWN, "接手 E1");

    assertThat(scene.told(HEAD)).noneMatch(card -> card.contains("我来处理") || card.contains("原话"));
  }

  @Test
  void ofManyWhoPressOneTakesOverAndAllCardsShowWho() {
    scene.say(WORKER, FIRE);
    scene.wait(Duration.ofMinutes(31));
    scene.store.take();

    for (int i = 0; i < 20; i++) {
      var who = List.of(HEAD, TOWN, COUNTY, CITY).get(i % 4);
      var said = scene.press(who, "接手 E1");
      assertThat(Scene.text(said)).contains(i == 0 ? "由您接手了" : "已由何站长接手");
      assertThat(said.pressed()).contains(who.equals(HEAD) ? "已由您接手" : "已由何站长接手");
    }

    assertThat(((Alert.Taken) scene.alert("E1")).takers()).hasSize(1);
    assertThat(scene.shown(HEAD)).containsExactly("已由您接手");
    for (String other : List.of(TOWN, COUNTY, CITY)) {
      assertThat(scene.shown(other)).containsExactly("已由何站长接手");
    }
  }

  @Test
  void aCardThatWasOnItsWayWhileSomebodyTookOverShowsItTooOnceItIsTaken() {
    scene.say(WORKER, FIRE);
    scene.store.takeLater();
    scene.say(TOWN, "接手 E1");
    assertThat(scene.shown(HEAD)).isEmpty();

    scene.store.take();

    assertThat(scene.shown(HEAD)).containsExactly("已由陆镇长接手");
    int turns = scene.store.turns(AlertNumbers.conversation("E1")).size();
    scene.wait(Duration.ofMinutes(10));
    assertThat(scene.store.turns(AlertNumbers.conversation("E1"))).hasSize(turns);
  }

  @Test
  void cardsOfAFalseAlarmSayThatItWasOne() {
    scene.say(WORKER, FIRE);
    scene.store.take();

    scene.say(WORKER, "误报 E1 烧元宝");

    assertThat(scene.shown(HEAD)).containsExactly("是误报，已解除");
  }

  @Test
  void whoHasReadOfItCanStillTakeOverOnTheSameCard() {
    scene.say(WORKER, FIRE);

    assertThat(scene.press(HEAD, "收到 E1").pressed()).isEmpty();
    assertThat(scene.press(HEAD, "接手 E1").pressed()).contains("已由您接手");
  }

  @Test
  void theFormAsksNothingThatFirstWordsTold() {
    var said = scene.say(WORKER, "紧急 连滩镇塌咗间屋 3个老人");

    assertThat(said).contains("房屋倒塌", "连滩镇", "现场有谁");
    assertThat(said).doesNotContain("是哪一种情况", "在哪里", "有多少人");
  }

  @Test
  void aCountWithItsUnitIsTakenBeforeItsTurn() {
    assertThat(scene.say(WORKER, "紧急 着火")).contains("在哪里");

    assertThat(scene.say(WORKER, "2人")).contains("受影响人数：2人", "在哪里");
    assertThat(scene.alert("E1").core().known().people()).contains(2L);
    assertThat(scene.say(WORKER, "连滩镇")).contains("现场有谁");
  }

  @Test
  void kindsThatCostLivesReachTheTownAtOnceHoweverFewPeopleThereAre() {
    scene.say(WORKER, "紧急 连滩镇塌咗间屋");

    assertThat(scene.told(TOWN)).hasSize(1);
  }

  @Test
  void withNobodyOnDutyTheNextLevelHearsWithinAMinuteAlthoughTheHeadWasTold() {
    var empty = new AlertScene(List.of(), false);
    empty.say(WORKER, FIRE);
    empty.wait(Duration.ofMinutes(1));

    assertThat(empty.told(HEAD)).hasSize(1);
    assertThat(empty.told(TOWN)).singleElement().asString().contains("站里值班人员");
    assertThat(empty.told(COUNTY)).isEmpty();
  }

  @Test
  void aGroupThatNobodyHearsIsToldHowToKnowThatAnEmergencyWasReported() {
    var deaf = new AlertScene(List.of(), true, "g05");
    deaf.say(WORKER, FIRE);

    assertThat(deaf.toldGroup("g05"))
        .singleElement()
        .asString()
        .startsWith("E1 火灾 连滩镇，已通知值班人员")
        .contains("看不到群里的话", "十秒内没有收到E开头的编号", "请打119/110/120");
    deaf.say(HEAD, "接手 E1");
    assertThat(deaf.toldGroup("g05").getLast()).startsWith("E1 已有人接手\n").contains("看不到群里的话");
    assertThat(deaf.say(HEAD, "帮助")).contains("十秒内没有收到E开头的编号");
    assertThat(deaf.say(ELSEWHERE, "帮助")).doesNotContain("看不到群里的话");
    var entered = deaf.hear(WORKER, new Chat.Private(), new Content.Entered());
    assertThat(Scene.text(entered)).contains("我是蓝哨", "十秒内没有收到E开头的编号");
  }

  @Test
  void whatTheReporterSendsIsPassedOnInPrivateAlsoToThoseWhoAreToldLater() throws Unavailable {
    scene.say(WORKER, FIRE);
    scene.hear(WORKER, new Chat.Private(), photo("m-1"));
    assertThat(scene.files(HEAD)).isEmpty();

    scene.keep(WORKER, "m-1", "ab12", "jpeg");
    scene.keep(WORKER, "m-1", "ab12", "jpeg");
    assertThat(scene.files(HEAD)).containsExactly("E1.jpeg");
    scene.wait(Duration.ofMinutes(5));
    assertThat(scene.files(TOWN)).containsExactly("E1.jpeg");
    assertThat(scene.files(WORKER)).isEmpty();
    assertThat(scene.filesOfGroups()).isEmpty();

    scene.say(COUNTY, "接手 E1");
    assertThat(scene.files(COUNTY)).containsExactly("E1.jpeg");
  }

  @Test
  void whereItIsGoesOnAtOnceAsItWasWrittenWhetherTheFormTakesItOrNot() throws Unavailable {
    scene.say(WORKER, "救命啊着火");
    int before = scene.told(HEAD).size();

    assertThat(scene.say(WORKER, "大榕树后面3号"))
        .startsWith("本系统不会代拨119")
        .contains("E1 收到，已转给处理的人", "没找到这个地方");
    assertThat(scene.told(HEAD)).hasSize(before + 1);
    assertThat(scene.told(HEAD).getLast()).contains("E1", "大榕树后面3号");
    assertThat(scene.say(WORKER, "连滩镇石巷村3号")).contains("有多少人受影响").doesNotContain("收到，已转给");
    assertThat(scene.alert("E1").core().known().place()).isTrue();
    assertThat(scene.told(HEAD).getLast()).contains("连滩镇石巷村3号");

    scene.say(WORKER, "2");
    scene.say(WORKER, "帮助");
    assertThat(scene.told(HEAD)).hasSize(before + 2);
    scene.wait(Duration.ofMinutes(5));
    assertThat(scene.told(TOWN).getFirst()).contains("大榕树后面3号", "连滩镇石巷村3号");
    assertThat(scene.toGroups()).noneMatch(text -> text.contains("3号"));
  }

  @Test
  void aPictureThatCameWithNoAlertIsPassedOnToNobody() throws Unavailable {
    scene.say(WORKER, FIRE);
    scene.keep(WORKER, "m-2", "cd34", "jpeg");

    assertThat(scene.files(HEAD)).isEmpty();
  }

  private static Content photo(String id) {
    return new Content.Media(Content.Media.Kind.IMAGE, id);
  }

  @Test
  void whatIsRaisedInAGroupIsAskedOnInPrivate() throws Unavailable {
    var said = scene.sayInGroup(WORKER, "紧急 着火 张三在石巷村3号");
    assertThat(said).contains("E1 已经上报", "其余的在私聊里问您").doesNotContain("张三", "3号");

    scene.look();
    assertThat(scene.told(WORKER))
        .singleElement()
        .asString()
        .startsWith("本系统不会代拨119")
        .contains("种类：火灾", "有多少人受影响");
    assertThat(scene.say(WORKER, "2人")).contains("现场有谁");
    assertThat(scene.alert("E1").core().known().people()).contains(2L);
    scene.hear(WORKER, new Chat.Private(), photo("m-3"));
    scene.keep(WORKER, "m-3", "ef56", "jpeg");
    assertThat(scene.files(HEAD)).containsExactly("E1.jpeg");
    assertThat(scene.toGroups()).noneMatch(text -> text.contains("张三") || text.contains("3号"));
  }

  @Test
  void whereTwoAreNeededItClimbsUntilBothHaveTakenOver() {
    scene.restart(
        """
        plans:
          - name: two
            needs: 2
            waves:
              - {after: 0m, people: [head, town]}
              - {after: 5m, people: [county]}
        """);
    scene.say(WORKER, FIRE);

    assertThat(scene.say(HEAD, "接手 E1")).contains("记下您接手了，还要 1 人接手");
    assertThat(scene.say(HEAD, "接手 E1")).contains("还要 1 人接手");
    scene.wait(Duration.ofMinutes(5));
    assertThat(scene.told(COUNTY)).hasSize(1);
    assertThat(scene.say(TOWN, "接手 E1")).contains("由您接手了");
    assertThat(((Alert.Taken) scene.alert("E1")).takers()).hasSize(2);
    assertThat(scene.say(COUNTY, "接手 E1")).contains("已由何站长、陆镇长接手");
  }

  @Test
  void aCardSaysNothingTwice() {
    scene.say(WORKER, FIRE);
    scene.say(WORKER, "跳过", "陈队长在场");
    scene.wait(Duration.ofMinutes(5));

    var card = scene.told(TOWN).getFirst();
    assertThat(card).contains("原话：" + FIRE, "火灾 连滩镇", "现场人员：陈队长在场");
    assertThat(card).doesNotContain("情况：", "种类：");
  }

  @Test
  void aFormThatEndsBySilenceSaysThatItsAlertGoesOn() {
    scene.say(WORKER, "救命");
    scene.wait(Duration.ofHours(30));

    assertThat(scene.told(WORKER)).anyMatch(said -> said.contains("E1 早已上报，照样有人处理"));
    assertThat(scene.told(WORKER)).noneMatch(said -> said.contains("什么都没有记"));
  }

  @Test
  void aRestartBetweenWavesChangesNothingAndNeitherDoesAnotherPlan() {
    scene.say(WORKER, FIRE);
    scene.wait(Duration.ofMinutes(2));
    scene.restart(
        """
        plans:
          - name: all
            waves: [{after: 0m, people: [city]}]
            repeat: 1m
        """);

    scene.wait(Duration.ofMinutes(3));
    assertThat(scene.told(TOWN)).hasSize(1);
    assertThat(scene.told(CITY)).isEmpty();
    scene.wait(Duration.ofMinutes(10));
    assertThat(scene.told(COUNTY)).hasSize(1);

    scene.say(ELSEWHERE, "紧急 富林镇水浸");
    assertThat(scene.told(CITY)).hasSize(1);
  }

  @Test
  void whereNobodyIsTheNextLevelHearsAtOnce() {
    var alone = new AlertScene(List.of(HEAD, TOWN));

    assertThat(alone.say(WORKER, FIRE)).contains("E1 已经上报，正在通知莫县长");

    assertThat(alone.told(COUNTY)).singleElement().asString().contains("接手 E1");
  }

  @Test
  void whereNobodyAtAllCanBeReachedTheReporterIsTold() {
    var alone = new AlertScene(List.of(HEAD, TOWN, COUNTY, CITY));

    assertThat(alone.say(WORKER, FIRE)).contains("联系不上任何值班人员");
    assertThat(alone.alert("E1").due()).isPresent();
  }

  @Test
  void aCardThatThePlatformRefusesBringsTheNextLevelOnWithinAMinute() {
    scene.say(WORKER, FIRE);
    scene.refuse(HEAD);

    scene.wait(Duration.ofSeconds(60));

    assertThat(scene.told(TOWN)).singleElement().asString().contains("何站长 13800000011");
    assertThat(scene.told(COUNTY)).isEmpty();
  }

  @Test
  void aLateDeliveryReportMovesNothingBackAndWakesNothing() {
    scene.say(WORKER, FIRE);
    scene.wait(Duration.ofMinutes(6));
    var climbed = scene.alert("E1");
    assertThat(scene.told(TOWN)).hasSize(1);

    scene.refuse(HEAD); // six minutes after it was sent
    scene.wait(Duration.ofMinutes(3));
    assertThat(scene.alert("E1").due()).isEqualTo(climbed.due());
    assertThat(scene.told(COUNTY)).isEmpty();

    scene.say(TOWN, "接手 E1");
    scene.refuse(HEAD, TOWN);
    scene.wait(Duration.ofMinutes(40));
    assertThat(scene.alert("E1")).isInstanceOf(Alert.Taken.class);
    assertThat(scene.told(HEAD)).noneMatch(said -> said.contains("接手 E1")); // was cancelled
    assertThat(scene.told(COUNTY)).isEmpty();
  }

  @Test
  void theReporterIsToldWhomToCallWhenNobodyTakesOver() {
    scene.say(WORKER, FIRE);
    scene.wait(Duration.ofMinutes(5));

    assertThat(scene.told(WORKER))
        .anyMatch(
            said ->
                said.startsWith("本系统不会代拨119/110/120，请先打电话")
                    && said.contains("何站长 13800000011")
                    && said.contains("莫县长 13800000031"));
  }

  @Test
  void whoTookOverAndTheHeadHearAgainWhenNoReportComes() {
    scene.say(WORKER, FIRE);
    scene.say(TOWN, "接手 E1");
    int before = scene.told(HEAD).size();

    scene.wait(Duration.ofMinutes(60));
    assertThat(scene.told(TOWN).getLast()).contains("该续报了", "陆镇长");
    assertThat(scene.told(HEAD)).hasSize(before + 1);

    assertThat(scene.say(TOWN, "续报 E1 火已扑灭，一人送医")).contains("续报1");
    assertThat(scene.told(WORKER).getLast()).doesNotContain("续报");
    assertThat(scene.told(HEAD).getLast()).contains("续报1（陆镇长）：火已扑灭，一人送医");
    int after = scene.told(TOWN).size();
    scene.wait(Duration.ofMinutes(119));
    assertThat(scene.told(TOWN)).hasSize(after);
    scene.wait(Duration.ofMinutes(1));
    assertThat(scene.told(TOWN)).hasSize(after + 1);
  }

  @Test
  void itIsClosedByFinalReportAndReasonAndCanBeOpenedAgain() {
    scene.say(WORKER, FIRE);
    assertThat(scene.say(HEAD, "结案 E1 已安置")).contains("还没有人接手");
    scene.say(HEAD, "接手 E1");
    assertThat(scene.say(WORKER, "结案 E1 已安置")).contains("不归您处理");
    assertThat(scene.say(HEAD, "结案 E1")).contains("请把内容写在后面");
    assertThat(scene.say(HEAD, "结案 E1 已安置")).contains("还差终报");
    assertThat(scene.say(HEAD, "终报 E1 烧毁一间，无人伤亡")).contains("已结案", "个案");
    assertThat(scene.alert("E1")).isInstanceOf(Alert.Closed.class);
    assertThat(scene.say(HEAD, "险情")).contains("没有没结束的险情");

    assertThat(scene.say(HEAD, "重开 E1 复燃")).contains("重新打开");
    assertThat(scene.alert("E1")).isInstanceOf(Alert.Open.class);
    assertThat(scene.told(HEAD)).anyMatch(card -> card.contains("接手 E1"));
  }

  @Test
  void aFalseAlarmIsClosedAndToldToAllWhoGotIt() {
    scene.say(WORKER, FIRE);
    scene.wait(Duration.ofMinutes(5));

    assertThat(scene.say(WORKER, "误报 E1 是烧垃圾")).contains("已按误报解除");

    assertThat(scene.told(HEAD).getLast()).contains("E1 是误报（周小岚）：是烧垃圾");
    assertThat(scene.told(TOWN).getLast()).contains("是误报");
    assertThat(scene.toldGroup("g05").getLast()).isEqualTo("E1 是误报，已解除");
    scene.wait(Duration.ofMinutes(60));
    assertThat(scene.told(COUNTY)).isEmpty();
  }

  @Test
  void theWordsAreUnderstoodInEnglishToo() {
    scene.say(WORKER, FIRE, "3", "跳过", "提交");

    assertThat(scene.say(HEAD, "alerts")).contains("E1");
    assertThat(scene.say(HEAD, "Take over E1")).contains("E1 由您接手了");
    assertThat(scene.say(HEAD, "update E1 the fire is out")).contains("续报1");
    assertThat(scene.say(HEAD, "false alarm E1 only smoke")).contains("E1 已按误报解除");
    assertThat(scene.open()).isEmpty();
  }

  @Test
  void givingUpTheFormNeverTakesBackTheAlert() {
    scene.say(WORKER, "走访", "连滩镇石巷村", "陈伯");

    assertThat(scene.say(WORKER, "紧急 这户着火了")).contains("在哪里");
    var said = scene.say(WORKER, "取消");

    assertThat(said).startsWith("本系统不会代拨").contains("取消不了", "误报 E1", "接着填走访登记");
    assertThat(scene.alert("E1")).isInstanceOf(Alert.Open.class);
  }

  @Test
  void everyAnswerOfTheFormIsAddedAndTheRecordHasTheNumber() {
    assertThat(scene.say(WORKER, "紧急")).contains("E1 已经上报", "发生了什么事");
    assertThat(scene.say(WORKER, "河水漫上来，有人被困")).startsWith("本系统不会代拨");
    scene.say(WORKER, "都城镇");
    assertThat(scene.alert("E1").core().known().area().text()).isEqualTo("445322100");
    assertThat(scene.say(WORKER, "水浸", "3", "跳过", "提交")).contains("已登记 E1");

    var known = scene.alert("E1").core().known();
    assertThat(known.kinds()).contains("flooding");
    assertThat(known.people()).contains(3L);
    assertThat(known.missing()).isEmpty();
    assertThat(scene.store.filings()).hasSize(1);
    assertThat(scene.store.filings().getFirst().submission().number()).isEqualTo("E1");
    assertThat(scene.told(HEAD).getLast()).contains("有补充", "水浸");
  }

  @Test
  void aReporterWhoFallsSilentIsReportedWithWhatIsMissing() {
    scene.say(WORKER, "紧急");
    scene.wait(Duration.ofMinutes(3));

    assertThat(scene.told(HEAD).getLast()).contains("没有再回话", "情况、地点、种类", "13800000007");
  }

  @Test
  void voicePhotosPlaceAndFurtherWordsGoToThoseWhoAct() {
    scene.say(WORKER, FIRE, "3", "跳过", "提交");
    scene.say(HEAD, "接手 E1");
    var in = new Chat.Private();

    scene.hear(WORKER, in, new Content.Media(Content.Media.Kind.VOICE, "voice-1"));
    assertThat(scene.told(HEAD).getLast()).contains("E1 报告人发来一段语音");
    scene.hear(WORKER, in, new Content.Location(22.9, 112.04, "石巷村口"));
    assertThat(scene.told(HEAD).getLast()).contains("位置 22.90000,112.04000 石巷村口");
    scene.hear(WORKER, in, new Content.Media(Content.Media.Kind.IMAGE, "photo-1"));
    assertThat(scene.told(HEAD).getLast()).contains("E1 报告人发来一张照片");
    assertThat(scene.store.media())
        .extracting(one -> one.sent().id())
        .containsExactly("voice-1", "photo-1");
    assertThat(scene.say(WORKER, "二楼还有一个阿婆")).contains("已转给处理的人");
    assertThat(scene.told(HEAD).getLast()).contains("二楼还有一个阿婆");
  }

  @Test
  void wordsOfDangerAreAskedForAndTheAnswerDecides() {
    scene.say(WORKER, "走访", "连滩镇石巷村", "陈伯");

    assertThat(scene.say(WORKER, "老人话上个月屋企起火")).contains("紧急？").doesNotContain("方式");
    var said = scene.say(WORKER, "2");
    assertThat(said).contains("没有上报");
    assertThat(scene.open()).isEmpty();
    assertThat(scene.say(WORKER, "入户")).contains("几个人");

    assertThat(scene.say(WORKER, "隔离屋起火")).contains("紧急？");
    assertThat(scene.say(WORKER, "1")).contains("E2 已经上报").startsWith("本系统不会代拨119");
    assertThat(scene.told(HEAD).getFirst()).contains("【紧急】", "隔离屋起火");
  }

  /** Nothing is reported, and the words are nobody's answer; a form in hand asks on. */
  @Test
  void cancellingTheQuestionDropsTheWordsAndLeavesTheFormInHand() {
    scene.say(WORKER, "走访", "连滩镇石巷村", "陈伯");
    scene.say(WORKER, "老人话上个月屋企起火");

    assertThat(scene.say(WORKER, "取消")).startsWith("好，没有上报，刚才那句话也没有记下。").contains("什么方式");
    assertThat(scene.open()).isEmpty();
    assertThat(scene.say(WORKER, "入户", "3", "回访", "没有")).contains("还有什么要记的");
    scene.say(WORKER, "提交", "提交");
    assertThat(scene.store.filings()).hasSize(1);

    assertThat(scene.say(WORKER, "走访连滩镇石巷村张三 3人 屋企起火")).contains("紧急？");
    assertThat(scene.say(WORKER, "算了")).isEqualTo("好，没有上报，刚才那句话也没有记下。");
    scene.wait(Duration.ofMinutes(5));
    assertThat(scene.open()).isEmpty();
    assertThat(scene.say(WORKER, "取消")).contains("现在没有在填的表");
  }

  @Test
  void aSensitiveAlertIsSeenByTheFewAlone() {
    assertThat(scene.say(WORKER, "报警 有细路俾人打得好犀利 小孩被打")).startsWith("本系统不会代拨110");

    assertThat(scene.toldGroup("g05")).containsExactly("E1 紧急情况，已通知值班人员");
    assertThat(scene.say(TOWN, "明细 E1")).contains("不归您处理");
    assertThat(scene.say(TOWN, "险情")).contains("没有没结束的险情");
    assertThat(scene.say(HEAD, "明细 E1")).contains("小孩被打", "第1次通知：何站长");
    scene.wait(Duration.ofMinutes(16));
    assertThat(scene.told(TOWN)).isEmpty();
    assertThat(scene.told(CITY)).hasSize(1);
  }

  @Test
  void somebodyUnknownReachesTheCityButNotTooOften() {
    assertThat(scene.say(STRANGER, "救命 着火")).contains("E1 已经转给市里", "请务必先打电话");
    scene.say(CITY, "误报 E1 查无此事");
    assertThat(scene.say(STRANGER, "救命 着火")).contains("E2");
    scene.say(CITY, "误报 E2 查无此事");

    assertThat(scene.say(STRANGER, "救命 着火")).contains("暂时不能再收");
    assertThat(scene.open()).isEmpty();
    scene.wait(Duration.ofMinutes(61));
    assertThat(scene.say(STRANGER, "救命 着火")).contains("E3");
  }

  @Test
  void whoReadsWhatIsTakenIsNotCalledOnToTakeItOver() {
    scene.say(WORKER, FIRE);
    scene.say(HEAD, "接手 E1");

    assertThat(scene.say(HEAD, "收到")).contains("E1 记下了，由您处理").doesNotContain("接手");
    assertThat(scene.say(COUNTY, "收到 E1")).isEqualTo("E1 记下您看到了，已由何站长接手。");
    scene.say(HEAD, "误报 E1 烧垃圾");
    assertThat(scene.say(COUNTY, "收到 E1")).doesNotContain("接手");
  }

  @Test
  void practiceStaysInTheStationAndCountsNothing() {
    assertThat(scene.say(WORKER, "演练 紧急 石巷村一户着火")).contains("【演练】EX1 已经上报");
    assertThat(scene.told(HEAD).getFirst()).startsWith("【演练】EX1");
    assertThat(scene.toldGroup("g05")).containsExactly("【演练】EX1 火灾 连滩镇，已通知值班人员");

    scene.wait(Duration.ofMinutes(60));
    assertThat(scene.told(TOWN)).isEmpty();
    assertThat(scene.told(CITY)).isEmpty();
    assertThat(scene.say(WORKER, "3", "跳过", "提交")).contains("演练不计入统计");
    assertThat(scene.store.filings())
        .singleElement()
        .satisfies(filing -> assertThat(filing.submission().number()).isEqualTo("EX1"))
        .satisfies(filing -> assertThat(filing.entries()).isEmpty());
  }

  @Test
  void practiceStaysInTheStationOfWhoSpeaksWhateverPlaceIsNamed() throws Unavailable {
    var said = scene.say(WORKER, "演练 紧急 富林镇石巷村一户着火");
    scene.say(WORKER, "富林镇");
    scene.wait(Duration.ofMinutes(60));

    assertThat(said).contains("【演练】EX1 已经上报");
    assertThat(scene.told(HEAD)).isNotEmpty().allMatch(told -> told.contains("【演练】"));
    assertThat(scene.toldGroup("g05")).hasSameSizeAs(scene.toGroups()).isNotEmpty();
    assertThat(scene.store.alert("EX1").orElseThrow().alert().core().known().area())
        .isEqualTo(new AreaCode("445322115"));
    for (String other : List.of(TOWN, COUNTY, CITY, AlertScene.ELSEWHERE)) {
      assertThat(scene.told(other)).as(other).isEmpty();
    }
  }

  @Test
  void aCoordinatorPractisesWithTheStationThatTheyNameAndWithNobodyElse() {
    scene.say(COUNTY, "演练 紧急 连滩镇石巷村一户着火");
    scene.wait(Duration.ofMinutes(60));

    assertThat(scene.told(HEAD)).isNotEmpty().allMatch(told -> told.contains("【演练】"));
    assertThat(scene.toldGroup("g05")).hasSameSizeAs(scene.toGroups()).isNotEmpty();
    assertThat(scene.told(TOWN)).isEmpty();
    assertThat(scene.told(CITY)).isEmpty();
  }

  @Test
  void practiceThatIsTakenAwayTellsNobodyAnyMore() {
    scene.say(WORKER, "演练 紧急 石巷村一户着火");
    scene.say(WORKER, "取消");
    scene.say(WORKER, FIRE);
    scene.say(WORKER, "取消");
    var preview = scene.hear(WORKER, new Chat.Private(), new Content.Text("删除演练"));
    var sure = preview.parts().getFirst().choices().getFirst();
    assertThat(Scene.text(scene.hear(WORKER, new Chat.Private(), new Content.Pressed(sure))))
        .contains("已删掉1条演练");
    scene.wait(Duration.ofMinutes(60));

    assertThat(scene.store.outgoing())
        .isNotEmpty()
        .extracting(NewOutgoing::once)
        .noneMatch(once -> once.startsWith("alert:EX1:"))
        .anyMatch(once -> once.startsWith("alert:E1:"));
  }

  @Test
  void theTimeLineTellsWhoDidWhatWhen() {
    scene.say(WORKER, FIRE);
    scene.say(HEAD, "收到 E1");
    scene.wait(Duration.ofMinutes(5));
    scene.say(TOWN, "接手 E1");

    assertThat(scene.say(TOWN, "明细 E1"))
        .contains(
            "5/10 09:30 周小岚 报：紧急 石巷村有一户着火了",
            "5/10 09:30 第1次通知：何站长，连滩社工站",
            "5/10 09:30 何站长 看到了",
            "5/10 09:35 第2次通知：陆镇长",
            "5/10 09:35 陆镇长 接手",
            "下一步 5/10 10:35");
  }

  @Test
  void anAlertWithoutADueTimeIsFound() throws Unavailable {
    scene.say(WORKER, FIRE);
    Instant now = scene.clock.instant();
    assertThat(scene.store.forgotten(now.minusSeconds(60))).isEmpty();

    scene.store.forget("E1");

    assertThat(scene.store.forgotten(now.minusSeconds(60))).containsExactly("E1");
    assertThat(Optional.of(scene.alert("E1"))).isPresent();
  }
}
