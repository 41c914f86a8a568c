package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lanshao.desk.talk.DeskPorts;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.form.Media;
import org.lanshao.form.Point;
import org.lanshao.form.Value;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.Inbound;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

class DeskTest {
  private final Scene scene = new Scene();

  @Test
  void aSubmittedFormBecomesARecordWithANumberAndCounts() {
    String receipt = scene.say("登记", "几句话", "三个", "提交");

    assertThat(receipt).startsWith("已登记 R1：几句话 3人。\n");
    var filing = scene.store.filings().getFirst();
    assertThat(filing.submission().area()).isEqualTo(Scene.WORKER.area());
    assertThat(filing.entries())
        .anySatisfy(
            entry -> {
              assertThat(entry.measure()).isEqualTo("plain.people");
              assertThat(entry.amount()).isEqualTo(3);
            });
  }

  @Test
  void severalReportsInOneMessageAreFiledTogetherEachAsARecordOfItsOwn() {
    var review = scene.say("登记\n写点什么：甲，几个人：3\n写点什么：乙，几个人：两三个\n写点什么：丙，几个人：4");
    var receipt = scene.say("提交");

    assertThat(review).contains("第2条没有算进来").contains("2. 写点什么：丙");
    assertThat(receipt).startsWith("已登记 R1：甲 3人。").contains("已登记 R2：丙 4人。");
    assertThat(scene.store.filings())
        .extracting(filing -> filing.submission().number())
        .containsExactly("R1", "R2");
  }

  @Test
  void theSameMessageAgainHasOneEffectAndGetsTheSameReply() {
    scene.say("登记", "几句话", "3");
    Inbound submit = scene.inbound("p01", new Content.Text("提交"));

    String first = Scene.text(scene.receive(submit).reply());
    String again = Scene.text(scene.receive(submit).reply());

    assertThat(again).isEqualTo(first).contains("R1");
    assertThat(scene.store.filings()).hasSize(1);
  }

  @Test
  void aSecondDeskGoesOnWhereTheFirstStopped() throws Unavailable {
    scene.say("登记", "几句话");
    Desk other = scene.another();

    String asked =
        Promised.kept(
                other.receive(
                    scene.inbound("p01", new Content.Text("3")), r -> true, Runnable::run))
            .reply()
            .parts()
            .getFirst()
            .text();
    String receipt = scene.say("提交");

    assertThat(asked).contains("几句话");
    assertThat(receipt).contains("R1");
    assertThat(scene.store.turns(scene.inbound("p01", new Content.Left()).conversation()))
        .extracting(turn -> turn.seq())
        .containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void anUrgentFormOpensOverAnotherWhichGoesOnAfterwards() {
    scene.say("登记", "几句话");

    assertThat(scene.say("火警 三号楼冒烟")).contains("三号楼冒烟");
    String after = scene.say("提交");

    assertThat(after).contains("A1").contains("几个人");
    assertThat(scene.say("3", "提交")).contains("R1：几句话 3人");
  }

  @Test
  void aCommandInAFormIsAnsweredAndTheQuestionAskedAgain() {
    scene.say("登记", "几句话");

    assertThat(scene.say("统计 今天")).contains("0人次").contains("几个人？");
  }

  @Test
  void anotherFormMustWaitUntilThisOneIsFinished() {
    scene.say("登记", "几句话");

    assertThat(scene.say("登记")).contains("登记").contains("几个人");
    assertThat(scene.say("群表")).contains("群里的表");
  }

  @Test
  void aTurnThatThrowsIsKeptWithItsCodeAndTheNextOneWorks() throws Unavailable {
    scene.say("登记", "几句话", "3");
    var calls = new AtomicInteger();
    var broken =
        new Surroundings(
            scene.directory,
            scene.library.wording(),
            scene.surroundings.channels(),
            scene.surroundings.clock(),
            () -> {
              if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("几句话");
              }
              return UUID.randomUUID();
            });
    Desk desk = new Desk(new DeskPorts(scene.store, scene.store), scene.shelf, broken);

    var failed =
        Promised.kept(
            desk.receive(scene.inbound("p01", new Content.Text("提交")), r -> true, Runnable::run));
    var worked =
        Promised.kept(
            desk.receive(scene.inbound("p01", new Content.Text("提交")), r -> true, Runnable::run));

    var turns = scene.store.turns(scene.inbound("p01", new Content.Left()).conversation());
    String code = turns.get(3).error();
    assertThat(code).matches("[0-9a-f]{12}");
    assertThat(Scene.text(failed.reply())).contains(code);
    assertThat(Scene.text(worked.reply())).contains("R").contains("3人");
    assertThat(scene.store.filings()).hasSize(1);
  }

  @Test
  void nothingHappensWhileTheDatabaseIsAwayAndTheMessageWorksWhenItComesBack() {
    scene.say("登记");
    Inbound words = scene.inbound("p01", new Content.Text("几句话"));
    scene.store.fail(Optional.of(new Unavailable("lost", new IllegalStateException())));

    assertThatThrownBy(() -> Promised.kept(scene.desk.receive(words, r -> true, Runnable::run)))
        .isInstanceOf(Unavailable.class);
    scene.store.fail(Optional.empty());

    assertThat(Scene.text(scene.receive(words).reply())).contains("几个人");
  }

  @Test
  void aStrangerGetsTheAccountToTellAndNothingElse() {
    String reply =
        Scene.text(scene.receive(scene.inbound("wx-99", new Content.Text("统计"))).reply());

    assertThat(reply).contains("wx-99").doesNotContain("人次").doesNotContain("连滩");
  }

  @Test
  void openingTheChatIsGreetedOnceADay() {
    String first = Scene.text(scene.receive(scene.inbound("p01", new Content.Entered())).reply());
    String second = Scene.text(scene.receive(scene.inbound("p01", new Content.Entered())).reply());

    assertThat(first).contains("陈小雨");
    assertThat(second).isEmpty();
  }

  @Test
  void aPictureIsAnsweredAndTheQuestionAskedAgain() {
    scene.say("登记");

    String reply =
        Scene.text(
            scene
                .receive(
                    scene.inbound("p01", new Content.Media(Content.Media.Kind.IMAGE, "media-1")))
                .reply());

    assertThat(reply).contains("写点什么");
  }

  @Test
  void aPictureBeforeAnyFormIsAnsweredWithTheFormsThatTakePictures() {
    var image = new Content.Media(Content.Media.Kind.IMAGE, "media-1");

    assertThat(Scene.text(scene.receive(scene.inbound("p02", image)).reply()))
        .contains("放到哪里", "填一张新的拍照登记");
    assertThat(Scene.text(scene.receive(scene.inbound("p01", image)).reply())).contains("请打字");
  }

  @Test
  void picturesAndAPointAreKeptByReferenceInTheRecord() {
    for (Content content :
        List.of(
            new Content.Text("拍照"),
            new Content.Media(Content.Media.Kind.IMAGE, "media-1"),
            new Content.Media(Content.Media.Kind.IMAGE, "media-2"),
            new Content.Location(22.9, 112, "某处"),
            new Content.Text("连滩镇"),
            new Content.Text("提交"))) {
      scene.receive(scene.inbound("p02", content));
    }

    var place = new Value.Place("445322115", "连滩镇");
    assertThat(scene.store.filings().getFirst().submission().answers().byQuestion().values())
        .containsExactly(
            new Value.Photos(
                List.of(
                    new Media.Sent("sandbox", "media-1"), new Media.Sent("sandbox", "media-2"))),
            new Value.Location(Optional.of(new Point(22.9, 112)), Optional.of(place)));
  }

  @Test
  void aFormForPrivateChatsIsNotOpenedInAGroup() {
    var inGroup =
        new Inbound(
            Scene.CHANNEL, "g1", new Chat.Group("g"), "p01", new Content.Text("登记"), Scene.NOW);

    assertThat(Scene.text(scene.receive(inGroup).reply())).contains("私聊");
  }

  @Test
  void aReplyThatNoResponseCanCarryIsCommittedAsRowsToSend() throws Unavailable {
    Inbound start = scene.inbound("p01", new Content.Text("登记"));

    Handled handled = Promised.kept(scene.desk.receive(start, reply -> false, Runnable::run));

    assertThat(handled.byOutbox()).isTrue();
    // The channel of the scene takes 60 bytes at once.
    assertThat(scene.store.outgoing()).hasSize(2);
    assertThat(Promised.kept(scene.desk.receive(start, reply -> false, Runnable::run)).byOutbox())
        .isTrue();
    assertThat(scene.store.outgoing()).hasSize(2);
  }

  @Test
  void aLateReplyIsSentOnceHoweverOftenItIsAskedFor() throws Unavailable {
    Inbound start = scene.inbound("p01", new Content.Text("登记"));
    Handled handled = scene.receive(start);

    Promised.kept(scene.desk.sendLater(start, handled));
    Promised.kept(scene.desk.sendLater(start, handled));

    assertThat(scene.store.outgoing()).hasSize(2);
    assertThat(scene.receive(start).byOutbox()).isTrue();
  }

  @Test
  void aLongDraftStoresItsFoldedStateNowAndThen() throws Unavailable {
    scene.say("登记");
    for (int i = 0; i < 60; i++) {
      scene.say("第" + i + "句", "返回");
    }
    var turns = scene.store.turns(scene.inbound("p01", new Content.Left()).conversation());

    assertThat(turns.stream().filter(turn -> turn.snapshot().isPresent())).hasSize(2);
    assertThat(turns.get(49).snapshot()).isPresent();
  }

  @Test
  void onlyATurnThatHasToAskTheDatabaseIsTakenOnAnotherThread() throws Unavailable {
    var askedOn = new ArrayList<String>();
    scene.store.answerOnly(() -> Thread.currentThread().isVirtual());
    var desk =
        new Desk(new DeskPorts(scene.store, scene.store), scene.shelf, recordingThreads(askedOn));

    for (String text : List.of("登记", "几句话", "统计", "3")) {
      askedOn.clear();
      var words = scene.inbound("p01", new Content.Text(text));
      Promised.kept(desk.receive(words, r -> true, Runnable::run));

      boolean asks = text.equals("登记") || text.equals("统计");
      assertThat(askedOn.getLast()).as(text).isEqualTo(asks ? "another" : "here");
    }
    assertThat(scene.store.turns(scene.inbound("p01", new Content.Left()).conversation()))
        .hasSize(4)
        .allSatisfy(turn -> assertThat(turn.error()).isEmpty());
  }

  /** Every turn asks for the traits of its channel, on the thread that takes it. */
  private Surroundings recordingThreads(List<String> askedOn) {
    Thread test = Thread.currentThread();
    return new Surroundings(
        scene.directory,
        scene.library.wording(),
        channel -> {
          askedOn.add(Thread.currentThread() == test ? "here" : "another");
          return scene.surroundings.channels().apply(channel);
        },
        scene.clock,
        UUID::randomUUID);
  }

  @Test
  void todayIsTheDayInTheZoneOfTheClock() {
    var late =
        new Surroundings(
            scene.directory,
            scene.library.wording(),
            scene.surroundings.channels(),
            Clock.fixed(java.time.Instant.parse("2022-05-10T16:30:00Z"), Scene.ZONE),
            UUID::randomUUID);
    Desk desk = new Desk(new DeskPorts(scene.store, scene.store), scene.shelf, late);

    for (String text : List.of("登记", "几句话", "3", "提交")) {
      try {
        Promised.kept(
            desk.receive(scene.inbound("p01", new Content.Text(text)), r -> true, Runnable::run));
      } catch (Unavailable e) {
        throw new AssertionError(e);
      }
    }

    assertThat(scene.store.filings().getFirst().submission().day()).hasToString("2022-05-11");
  }
}
