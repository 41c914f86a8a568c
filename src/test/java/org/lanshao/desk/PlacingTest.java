package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lanshao.form.Media;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.message.Content;
import org.lanshao.turn.NewMedia;
import org.lanshao.turn.Promised;

/** Pictures and files that come before any form, or after a receipt. */
class PlacingTest {
  private static final QuestionId PHOTOS = new QuestionId("photos");

  private final Scene scene = new Scene();

  private String say(String... texts) {
    String said = "";
    for (String text : texts) {
      said = send(new Content.Text(text));
    }
    return said;
  }

  private String send(Content content) {
    return Scene.text(scene.receive(scene.inbound("p02", content)).reply());
  }

  private String photo(String id) {
    return send(new Content.Media(Content.Media.Kind.IMAGE, id));
  }

  private String file() {
    say("拍照表");
    photo("first");
    say("完");
    send(new Content.Media(Content.Media.Kind.FILE, "paper"));
    return say("提交");
  }

  private List<Media> photosOf(int filing) {
    var answers = scene.store.filings().get(filing).submission().answers();
    return answers.get(PHOTOS).orElseThrow() instanceof Value.Photos(List<Media> photos)
        ? photos
        : List.of();
  }

  private static Media sent(String id) {
    return new Media.Sent("sandbox", id);
  }

  @Test
  void aPhotoBeforeAnyFormIsKeptAndAskedAbout() {
    assertThat(photo("a"))
        .isEqualTo("收到1个照片或文件，先替您存着。放到哪里？请回复编号：\n1 填一张新的拍照表\n2 填一张新的拍照登记\n3 不要了\n24小时没有回复就会删掉。");

    assertThat(scene.store.media()).extracting(NewMedia::sent).containsExactly(ref("a"));
    assertThat(photo("b")).startsWith("收到2个照片或文件");
    assertThat(say("今天天气不错")).startsWith("收到2个照片或文件");
  }

  private static Media.Sent ref(String id) {
    return new Media.Sent("sandbox", id);
  }

  @Test
  void itGoesIntoTheFormThatIsOpenedNext() {
    photo("a");
    photo("b");

    assertThat(say("1")).contains("2个照片或文件已经放进拍照表。").endsWith("发文件？");
    send(new Content.Media(Content.Media.Kind.FILE, "paper"));
    say("提交");

    assertThat(photosOf(0)).containsExactly(sent("a"), sent("b"));
    assertThat(say("1")).doesNotContain("照片");
  }

  @Test
  void theStartWordOpensItTooAndThePhotosCanBeTakenBack() {
    photo("a");

    assertThat(say("拍照表")).contains("已经放进拍照表");
    assertThat(say("返回")).contains("发照片？");
  }

  @Test
  void soonAfterAReceiptItJoinsTheRecordAsARevision() {
    var receipt = file();
    assertThat(receipt).contains("P1");
    scene.clock.pass(Duration.ofMinutes(9));

    assertThat(photo("later")).startsWith("收到1个照片或文件。是放进刚登记的 P1 拍照表 吗？请回复编号：\n1 放进 P1 拍照表\n");
    assertThat(say("是")).contains("P1").contains("1张 → 2张");

    assertThat(scene.store.filings()).hasSize(2);
    assertThat(scene.store.filings().get(1).revision().number()).isEqualTo(2);
    assertThat(photosOf(1)).containsExactly(sent("first"), sent("later"));
    assertThat(say("明细 P1")).contains("更正：");
  }

  @Test
  void laterTheSameDayTheRecordIsStillOffered() {
    file();
    scene.clock.pass(Duration.ofMinutes(11));

    assertThat(photo("later")).startsWith("收到1个照片或文件，先替您存着。放到哪里？").contains("1 放进 P1 拍照表");
    assertThat(say("放进 P1")).contains("1张 → 2张");
  }

  @Test
  void aRecordThatIsFullIsNotOffered() {
    file();
    photo("a");
    photo("b");
    assertThat(photo("c")).doesNotContain("P1");
  }

  @Test
  void whenTheRecordWasRevisedMeanwhileThePhotoStillJoinsIt() {
    file();
    photo("later");
    scene.store.beforeCommit(
        () -> {
          say("更正 P1");
          photo("between");
          say("提交", "提交");
        });

    assertThat(say("1")).contains("2张 → 3张");
    assertThat(photosOf(2)).containsExactly(sent("first"), sent("between"), sent("later"));
  }

  @Test
  void whatIsGivenUpIsNotKept() {
    photo("a");

    assertThat(say("不要了")).isEqualTo("好的，1个照片或文件不要了，已经删掉。");
    assertThat(scene.store.dropped()).containsExactly(ref("a"));
    assertThat(say("1")).doesNotContain("照片");
  }

  @Test
  void whatNobodyClaimsEndsAfterADayAndThisIsSaid() {
    photo("a");
    scene.wait(Duration.ofHours(23));
    assertThat(scene.sent()).isEmpty();
    photo("b");
    scene.wait(Duration.ofHours(2));
    assertThat(scene.sent()).isEmpty();

    scene.wait(Duration.ofHours(22));

    assertThat(scene.sent()).containsExactly("您发来的2个照片或文件一直没有说放到哪里，已经删掉。还要的话请再发一次。");
    assertThat(scene.store.dropped()).containsExactly(ref("a"), ref("b"));
    scene.wait(Duration.ofDays(2));
    assertThat(scene.sent()).hasSize(1);
  }

  @Test
  void nothingIsSaidInTheQuietHours() {
    scene.clock.pass(Duration.ofHours(13)); // 22:30
    photo("a");
    scene.wait(Duration.ofHours(25));
    assertThat(scene.sent()).isEmpty();

    scene.wait(Duration.ofHours(8));
    assertThat(scene.sent()).hasSize(1);
  }

  @Test
  void whatWasPlacedIsNotToldToEnd() {
    photo("a");
    say("1");
    say("取消");
    scene.wait(Duration.ofDays(2));

    assertThat(scene.sent()).isEmpty();
    assertThat(scene.store.dropped()).isEmpty();
  }

  @Test
  void anotherNodeKnowsWhatIsLoose() throws Exception {
    photo("a");
    var answer =
        Promised.kept(
            scene
                .another()
                .receive(
                    scene.inbound("p02", new Content.Text("不要了")), reply -> true, Runnable::run));

    assertThat(Scene.text(answer.reply())).contains("已经删掉");
  }

  @Test
  void theSamePhotoTwiceIsOne() throws Exception {
    photo("a");
    assertThat(photo("a")).startsWith("收到1个");
    var again = scene.inbound("p02", new Content.Media(Content.Media.Kind.IMAGE, "b"), "same");
    scene.receive(again);
    Promised.kept(scene.another().receive(again, reply -> true, Runnable::run));

    assertThat(say("拍照表")).contains("2个照片或文件已经放进");
  }

  @Test
  void aPaperGoesOnlyWhereFilesGo() {
    assertThat(send(new Content.Media(Content.Media.Kind.FILE, "paper"))).contains("1 填一张新的拍照表");
    assertThat(say("1")).contains("发照片？");
  }

  @Test
  void whoHasNoFormForItIsToldSoAndNothingIsKept() {
    var said =
        scene.receive(scene.inbound("p01", new Content.Media(Content.Media.Kind.FILE, "paper")));

    assertThat(Scene.text(said.reply())).contains("没有表要收");
    assertThat(scene.store.media()).isEmpty();
  }
}
