package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.turn.NewOutgoing;

/** Several notices in one message: its cards show who confirmed once nothing of it is asked. */
class NoticeCardsTest {
  private static final String HEAD = AlertScene.HEAD;
  private static final String WORKER = AlertScene.WORKER;

  /** Nobody hears the group, so that those who confirm are written to themselves. */
  private final AlertScene scene = new AlertScene(List.of(), true, "g05");

  /** N1 alone, then N2 and N3 as one message; the last one asks every worker if that is wanted. */
  @BeforeEach
  void grouped() {
    issue("预警 暴雨 红 连滩镇", "确认");
    scene.say(WORKER, "收到1");
    issue("预警 雷电 黄 连滩镇", "确认");
  }

  private void together(String kind, String agreeing) {
    issue("预警 %s 黄 连滩镇".formatted(kind), agreeing);
    scene.wait(Duration.ofMinutes(11));
  }

  /** The platform has taken it. */
  private void left(String kind, String agreeing) {
    together(kind, agreeing);
    scene.store.take();
  }

  private void issue(String words, String agreeing) {
    assertThat(scene.say(AlertScene.COUNTY, words)).contains("预览");
    assertThat(scene.say(AlertScene.COUNTY, agreeing)).contains("已发");
  }

  private Reply.Choice button(String person) {
    return scene.store.outgoing().stream()
        .filter(row -> row.target().equals(new Target.ToPerson(person)))
        .map(NewOutgoing::part)
        .filter(part -> part.text().contains("共2条"))
        .flatMap(part -> part.choices().stream())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theCardChangesWithTheLastOfItsNoticesHoweverTheyAreConfirmed() {
    left("大雾", "确认");

    scene.say(WORKER, "收到2");
    assertThat(scene.shown(HEAD)).as("N3 is still asked").isEmpty();
    scene.say(AlertScene.COUNTY, "代收到 N3 连滩镇 电话 何站长");

    assertThat(scene.shown(HEAD)).singleElement().asString().contains("已由莫县长确认");
  }

  @Test
  void theButtonOfACardConfirmsWhatTheCardSaysAndNothingThatCameLater() {
    left("大雾", "确认");
    var button = button(HEAD);
    issue("预警 大风 红 连滩镇", "确认");

    var reply = scene.press(HEAD, button.say());

    assertThat(button.label()).isEqualTo("收到全部");
    assertThat(Scene.text(reply)).contains("N2 已确认", "N3 已确认").doesNotContain("N4");
    assertThat(reply.pressed().orElseThrow()).contains("已由何站长确认");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N4")).contains("已确认0，未确认1");
    assertThat(Scene.text(scene.press(HEAD, button.say()))).contains("N2 您在", "N3 您在", "已经确认过");
  }

  @Test
  void aCardOfSomebodyWhoIsAskedThemselvesWaitsForThem() {
    left("大雾", "每人");

    scene.say(HEAD, "收到2");
    assertThat(scene.shown(WORKER)).isEmpty();
    scene.say(HEAD, "收到3");
    assertThat(scene.shown(HEAD)).singleElement().asString().contains("已由何站长确认");
    assertThat(scene.shown(WORKER)).as("the worker has N3 for themselves").isEmpty();
    scene.say(WORKER, "收到全部");

    assertThat(scene.shown(WORKER)).singleElement().asString().contains("已由周小岚确认");
    assertThat(scene.shown(HEAD)).hasSize(1);
  }

  @Test
  void ofTwoWhoConfirmTheLastTwoAtOnceTheSecondIsTakenAgainAndSeesAll() {
    left("大雾", "确认");
    scene.store.beforeCommit(() -> scene.say(AlertScene.TOWN, "代收到 N3 连滩镇 电话 何站长"));

    assertThat(scene.say(WORKER, "收到2")).contains("N2 已确认");

    assertThat(scene.shown(HEAD)).singleElement().asString().contains("已由周小岚确认");
  }

  @Test
  void whoConfirmsWhileAnotherOneIsLiftedIsTakenAgainToo() {
    left("大雾", "确认");
    assertThat(scene.say(AlertScene.COUNTY, "解除 N2")).contains("预览");
    scene.store.beforeCommit(() -> scene.say(AlertScene.COUNTY, "确认"));

    assertThat(scene.say(WORKER, "收到3")).contains("N3 已确认");

    assertThat(scene.shown(HEAD)).singleElement().asString().contains("已由周小岚确认");
  }

  @Test
  void cardsOfWhatIsLiftedSayThatItIsOver() {
    scene.store.take();
    issue("预警 大风 红 连滩镇", "确认");
    scene.store.take();
    assertThat(scene.shown(HEAD)).isEmpty();

    lift("N3");

    assertThat(scene.shown(HEAD)).containsExactly("已经结束");
  }

  private void lift(String number) {
    assertThat(scene.say(AlertScene.COUNTY, "解除 " + number)).contains("预览");
    scene.say(AlertScene.COUNTY, "确认");
    scene.look();
  }

  @Test
  void theCardOfSeveralIsOverWithTheLastOfThem() {
    left("大雾", "确认");

    lift("N2");
    assertThat(scene.shown(HEAD)).as("N3 is still asked").isEmpty();
    lift("N3");

    assertThat(scene.shown(HEAD)).containsExactly("已经结束");
  }

  @Test
  void theCardOfWhatAnotherOneTakesThePlaceOfIsOver() {
    issue("预警 大风 橙 连滩镇", "确认");
    scene.store.take();
    issue("预警 大风 红 连滩镇", "确认");
    scene.look();

    assertThat(scene.shown(HEAD)).containsExactly("已经结束");
  }

  @Test
  void whatIsOverAsksForNothing() {
    left("大雾", "确认");
    lift("N3");

    scene.say(WORKER, "收到2");

    assertThat(scene.shown(HEAD)).singleElement().asString().contains("已由周小岚确认");
  }

  @Test
  void whatHasNotLeftIsNotSentOnceAllOfItIsConfirmed() {
    together("大雾", "确认");
    assertThat(waits("notice:N2:0:")).isTrue();

    scene.say(WORKER, "收到2");
    assertThat(waits("notice:N2:0:")).isTrue();
    scene.say(WORKER, "收到3");

    assertThat(waits("notice:N2:0:")).isFalse();
  }

  private boolean waits(String begin) {
    return scene.store.outgoing().stream()
        .filter(row -> row.target().equals(new Target.ToPerson(HEAD)))
        .anyMatch(row -> row.once().startsWith(begin));
  }

  @Test
  void severalNumbersAreEachAnswered() {
    left("大雾", "确认");

    assertThat(scene.say(WORKER, "收到 N1、2，N3 和 9"))
        .contains("N1 您在 09:30 已经确认过", "N2 已确认", "N3 已确认", "没有 N9");
    assertThat(scene.say(WORKER, "收到3件衣服")).doesNotContain("确认");
  }
}
