package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.lanshao.desk.talk.Drafts;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.Inbound;
import org.lanshao.turn.EventJson;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Unavailable;

/** What becomes of drafts when nobody goes on with them; the clock starts at half past nine. */
class DraftLifeTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Scene scene = new Scene();

  @Test
  void aDraftIsRemindedOfTwiceAndThenPutAside() {
    scene.say("登记", "几句话");

    scene.wait(MINUTE.multipliedBy(9));
    assertThat(scene.sent()).isEmpty();
    scene.wait(MINUTE);
    assertThat(scene.sent()).singleElement().asString().contains("登记还没填完", "几个人？");
    scene.wait(HOUR.multipliedBy(2));
    assertThat(scene.sent()).hasSize(2);
    scene.wait(HOUR.multipliedBy(20));
    assertThat(scene.sent()).hasSize(2);
    scene.wait(HOUR.multipliedBy(2));

    assertThat(scene.sent()).hasSize(3);
    assertThat(scene.sent().getLast()).contains("登记", "继续");
    assertThat(scene.say("3")).contains("没看懂");
    assertThat(scene.say("继续")).contains("几个人？");
    assertThat(scene.say("3", "提交")).contains("R1：几句话 3人");
  }

  @Test
  void whoGoesOnIsNotRemindedBeforeTheSilenceIsLongEnoughAgain() {
    scene.say("登记");
    scene.wait(MINUTE.multipliedBy(8));
    scene.say("几句话");

    scene.wait(MINUTE.multipliedBy(8));
    assertThat(scene.sent()).isEmpty();
    scene.wait(MINUTE.multipliedBy(2));
    assertThat(scene.sent()).hasSize(1);
  }

  @Test
  void whoGoesOnAfterAReminderIsRemindedAgainInTheNextSilence() {
    scene.say("登记");
    scene.wait(MINUTE.multipliedBy(10));
    scene.say("几句话");

    scene.wait(HOUR);

    assertThat(scene.sent()).hasSize(2);
  }

  @Test
  void aDraftThatIsOverIsNeverSpokenOfAgain() throws Unavailable {
    scene.say("登记", "几句话", "3", "提交");

    scene.wait(HOUR.multipliedBy(30));

    assertThat(scene.sent()).isEmpty();
    assertThat(scene.store.nextTimer()).isEmpty();
  }

  @Test
  void aTurnLeavesTheTimerAlone() throws Unavailable {
    scene.say("登记");
    var due = scene.store.nextTimer();
    scene.clock.pass(MINUTE);

    scene.say("几句话", "3");

    assertThat(due).contains(Scene.NOW.plus(MINUTE.multipliedBy(10)));
    assertThat(scene.store.nextTimer()).isEqualTo(due);
  }

  @Test
  void nobodyIsRemindedAtNightAndAllOfItIsSaidInOneMessageInTheMorning() {
    at(LocalTime.of(21, 55));
    scene.say("登记", "几句话");

    scene.wait(HOUR.multipliedBy(3));
    assertThat(scene.sent()).isEmpty();
    at(LocalTime.of(6, 59));
    assertThat(scene.sent()).isEmpty();
    at(LocalTime.of(7, 0));

    assertThat(scene.sent()).hasSize(1);
  }

  @Test
  void anEndThatFallsInTheNightWaitsForTheMorning() {
    at(LocalTime.of(23, 0));
    scene.say("登记");

    at(LocalTime.of(22, 59));
    int before = scene.sent().size();
    at(LocalTime.of(23, 30));
    assertThat(scene.sent()).hasSize(before);
    at(LocalTime.of(7, 0));

    assertThat(scene.sent().getLast()).contains("先替您放着了");
  }

  @Test
  void twoDraftsOfOnePersonAreSpokenOfInOneMessage() {
    scene.say("登记", "保存");
    scene.wait(HOUR.multipliedBy(3));
    scene.clock.pass(Duration.ofDays(31).minus(HOUR.multipliedBy(5)));
    scene.say("登记");

    scene.wait(HOUR.multipliedBy(5));

    assertThat(scene.sent()).singleElement().asString().contains("30天", "还没填完");
  }

  @Test
  void aDraftUnderAnUrgentOneIsAskedAgainWhenTheUrgentOneEnds() {
    scene.say("登记", "几句话", "火警");

    scene.wait(HOUR.multipliedBy(24));

    assertThat(scene.sent().getFirst()).contains("警报一直没有动静", "接着填登记", "几个人？");
    assertThat(scene.sent().getLast()).contains("登记一直没有动静");
  }

  @Test
  void aFormCanBeGivenUpOrHandedInWhenNobodyGoesOn() {
    scene.say("火警 三号楼");
    scene.wait(HOUR.multipliedBy(25));

    assertThat(scene.store.filings()).hasSize(1);
    assertThat(scene.sent().getLast()).contains("已经填的交上去了", "已登记 A1");

    scene.receive(scene.inbound("p02", new Content.Text("短表")));
    scene.wait(HOUR);

    assertThat(scene.sent().getLast()).contains("短表一直没有动静，已经取消", "短表");
  }

  @Test
  void aRecordIsNeverRevisedBySilence() {
    scene.say("火警 三号楼", "提交");
    assertThat(scene.say("更正 A1 what 四号楼")).contains("三号楼 → 四号楼");

    scene.wait(HOUR.multipliedBy(25));

    assertThat(scene.store.filings()).hasSize(1);
    assertThat(scene.sent().getLast()).contains("A1 警报一直没有动静，已经取消", "更正 A1");
  }

  @Test
  void aCorrectionThatIsPutAsideIsTakenUpByItsNumber() {
    scene.say("登记", "几句话", "3", "提交");
    scene.say("更正 R1 people 4", "保存");

    assertThat(scene.say("继续")).contains("接着填R1 登记", "3 → 4");
    assertThat(scene.say("确认")).contains("已更正 R1");
  }

  @Test
  void anEmptyDraftIsNotHandedIn() {
    scene.say("火警");
    scene.wait(HOUR.multipliedBy(25));

    assertThat(scene.store.filings()).isEmpty();
    assertThat(scene.sent().getLast()).contains("已经取消");
  }

  @Test
  void aGroupIsRemindedInTheGroupWithoutTheQuestion() {
    scene.receive(
        new Inbound(
            Scene.CHANNEL,
            "g1",
            new Chat.Group("g"),
            "p01",
            new Content.Text("火警"),
            scene.clock.instant()));

    scene.wait(MINUTE.multipliedBy(10));

    assertThat(scene.store.outgoing().getLast().target())
        .isEqualTo(new org.lanshao.message.Outbound.Target.ToGroup("g"));
    assertThat(scene.sent().getLast()).contains("警报还没填完").doesNotContain("发生了什么事");
  }

  @Test
  void twoNodesThatLookAtTheSameTimerSayItOnce() throws Unavailable {
    scene.say("登记");
    scene.clock.pass(MINUTE.multipliedBy(10));
    Desk other = scene.another();
    var due = scene.claim();

    Promised.kept(scene.desk.due(due));
    Promised.kept(other.due(due));

    assertThat(scene.sent()).hasSize(1);
    assertThat(turns()).hasSize(2);
  }

  @Test
  void aNodeThatDiesBetweenTheTimerAndItsTurnLosesNothing() throws Unavailable {
    scene.say("登记");
    scene.clock.pass(MINUTE.multipliedBy(10));
    assertThat(scene.claim()).hasSize(1);
    scene.look();
    assertThat(scene.sent()).isEmpty();

    scene.store.release();
    scene.look();

    assertThat(scene.sent()).hasSize(1);
  }

  @Test
  void aLookThatTheDatabaseRefusesIsTakenAgain() throws Unavailable {
    scene.say("登记");
    scene.clock.pass(MINUTE.multipliedBy(10));
    var due = scene.claim();
    scene.store.fail(java.util.Optional.of(new Unavailable("lost", new IllegalStateException())));
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> Promised.kept(scene.desk.due(due)))
        .isInstanceOf(Unavailable.class);
    scene.store.fail(java.util.Optional.empty());

    Promised.kept(scene.desk.due(due));

    assertThat(scene.sent()).hasSize(1);
  }

  @Test
  void aKeptDraftIsNotLostByAnotherFormAndIsListedWithWhatIsAnswered() {
    scene.say("登记", "第一家");
    assertThat(scene.say("保存")).contains("登记先放着了");
    scene.say("登记", "第二家", "保存");
    scene.say("登记", "第三家", "3", "提交");

    String listed = scene.say("继续");

    assertThat(listed).contains("1 登记（5月10日 09:30 开始），填了 写点什么：第一家", "2 登记", "第二家", "继续1");
    assertThat(scene.say("继续3")).contains("2张");
    assertThat(scene.say("继续 2")).contains("接着填登记", "几个人？");
    assertThat(scene.say("4", "提交")).contains("R2：第二家 4人");
    assertThat(scene.say("继续", "5", "提交")).contains("R3：第一家 5人");
    assertThat(scene.say("继续")).contains("没有放着");
  }

  @Test
  void takingUpAnotherDraftPutsTheOneInHandAside() {
    scene.say("登记", "第一家", "保存", "登记", "第二家");

    assertThat(scene.say("继续")).contains("第一家", "几个人？");
    assertThat(scene.say("继续1")).contains("登记先放着了", "接着填登记");
    assertThat(scene.say("7", "提交")).contains("第一家 7人");
    assertThat(scene.say("继续", "8", "提交")).contains("第二家 8人");
  }

  @Test
  void keptDraftsComeBackFromTheStoreAlsoFromASnapshot() throws Unavailable {
    scene.say("登记", "第一家", "保存", "登记");
    for (int i = 0; i < 60; i++) {
      scene.say("第" + i + "句", "返回");
    }
    assertThat(turns().stream().anyMatch(turn -> turn.snapshot().isPresent())).isTrue();

    String listed =
        Scene.text(
            Promised.kept(
                    scene
                        .another()
                        .receive(
                            scene.inbound("p01", new Content.Text("继续")), r -> true, Runnable::run))
                .reply());

    assertThat(listed).contains("登记（5月10日 09:30 开始）", "第一家");
  }

  @Test
  void aDraftThatIsTakenUpAgainIsRemindedOfAgain() {
    scene.say("登记", "保存");
    scene.wait(HOUR);
    scene.say("继续");

    scene.wait(MINUTE.multipliedBy(10));

    assertThat(scene.sent()).singleElement().asString().contains("登记还没填完");
  }

  @Test
  void aSnapshotHoldsAllDraftsInHandAndPutAside() throws Unavailable {
    scene.say("登记", "第一家", "保存", "登记", "第二家", "保存", "继续1", "火警");
    var drafts = Drafts.NONE;
    for (var turn : turns()) {
      drafts = drafts.after(EventJson.read(turn.events()), scene.shelf);
    }

    var snapshot = EventJson.read(EventJson.write(drafts.events()));

    assertThat(drafts.kept()).hasSize(1);
    assertThat(drafts.open()).hasSize(2);
    assertThat(Drafts.NONE.after(snapshot, scene.shelf)).isEqualTo(drafts);
  }

  @Test
  void noMoreThanTwentyDraftsArePutAside() {
    for (int i = 0; i < 20; i++) {
      scene.say("登记", "保存");
    }

    assertThat(scene.say("登记", "保存")).contains("20张", "写点什么？");
    assertThat(scene.say("再写一句", "4", "提交")).contains("R1");
  }

  @Test
  void aTimerOfSomebodyWhoLeftIsDone() throws Unavailable {
    scene.say("登记");
    var gone = scene.claimAt(Scene.NOW.plus(HOUR)).getFirst();
    var conversation =
        new org.lanshao.message.ConversationId(Scene.CHANNEL, new Chat.Private(), "nobody");

    Promised.kept(
        scene.desk.due(
            java.util.List.of(
                new Timers.Due(
                    gone.id(), gone.kind(), conversation, gone.since(), 0, gone.look()))));

    assertThat(scene.store.nextTimer()).isEmpty();
    assertThat(scene.sent()).isEmpty();
  }

  private java.util.List<org.lanshao.turn.NewTurn> turns() {
    return scene.store.turns(scene.inbound("p01", new Content.Left()).conversation());
  }

  /** Moves the clock to the next such time of day, looking on the way at every quarter. */
  private void at(LocalTime time) {
    ZonedDateTime now = scene.clock.instant().atZone(Scene.ZONE);
    ZonedDateTime then = now.with(time);
    Instant to = (then.isAfter(now) ? then : then.plusDays(1)).toInstant();
    while (scene.clock.instant().isBefore(to)) {
      Instant next = scene.clock.instant().plus(Duration.ofMinutes(15));
      scene.wait(Duration.between(scene.clock.instant(), next.isBefore(to) ? next : to));
    }
  }
}
