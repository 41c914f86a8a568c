package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lanshao.desk.talk.Replies;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Group;
import org.lanshao.directory.GroupId;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.Inbound;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.turn.NewOutgoing;

/** Several things in one message, and answers that go back the way they came. */
class SeveralTest {
  private final Scene scene = new Scene();

  @Test
  void wordsAndPicturesOfOneMessageAreTakenOneAfterTheOther() throws Exception {
    var pictures = scene.receive(several(new Content.Text("拍照表"), picture("m1"), picture("m2")));

    assertThat(Scene.text(pictures.reply())).isEqualTo(Scene.text(oneByOne()));
    assertThat(scene.store.media()).hasSize(2);
  }

  /** Beside a photo, too. */
  @Test
  void wordsOfDangerAreHeard() {
    var words = new Content.Text("山体滑坡了，有人被埋，快来人");
    var plain = new AlertScene().hear(AlertScene.WORKER, new Chat.Private(), words);

    var both = new Content.Several(List.of(words, picture("m1")));
    var several = new AlertScene().hear(AlertScene.WORKER, new Chat.Private(), both);

    assertThat(Scene.text(several)).isEqualTo(Scene.text(plain)).contains("119");
  }

  /** Beside a photo a command does what it says: the tests of a roll call go out. */
  @Test
  void aCommandIsDone() {
    var station = new Station();

    station.event(
        Station.HEAD, new Content.Several(List.of(new Content.Text("点名 开始"), picture("m1"))));

    assertThat(station.store.outgoing())
        .extracting(row -> row.part().text())
        .hasSize(4)
        .allMatch(text -> text.startsWith("【点名】"));
  }

  @Test
  void whatCannotBeUsedIsSaidBesideWhatCan() {
    var reply = scene.receive(several(new Content.Unusable("hologram"), new Content.Text("帮助")));

    assertThat(Scene.text(reply.reply())).startsWith("语音和视频还看不了").contains("帮助");
  }

  @Test
  void aLateAnswerGoesBackInOnePiece() throws Exception {
    var inbound =
        new Inbound(
            Scene.CHANNEL,
            "m-1",
            new Chat.Group("wr1"),
            "p01",
            new Content.Text("帮助"),
            Scene.NOW,
            "n https://a.invalid/?code=1");
    var handled =
        scene.desk.receive(inbound, reply -> false, Runnable::run).toCompletableFuture().join();

    assertThat(handled.byOutbox()).isTrue();
    assertThat(scene.store.outgoing().getFirst().target())
        .isEqualTo(new Target.Back("p01", "n https://a.invalid/?code=1"));
  }

  @Test
  void aGroupThatIsHeardIsWrittenToWhereTheDirectorySays() {
    var group =
        new Group(
            new GroupId("g1"), "连滩群", new AreaCode("445322115"), "sandbox", "webhook:k", "wr1");
    var known = scene.directory;
    var directory = new Directory(known.areas(), known.people(), List.of(group));
    var around = scene.surroundings;
    var replies =
        new Replies(
            new Surroundings(
                directory, around.wording(), around.channels(), around.clock(), around.ids()));

    assertThat(targets(replies, "wr1")).containsExactly(new Target.ToGroup("webhook:k"));
    assertThat(targets(replies, "wr2")).containsExactly(new Target.ToGroup("wr2"));
  }

  private List<Target> targets(Replies replies, String chat) {
    var inbound =
        new Inbound(
            Scene.CHANNEL, "m", new Chat.Group(chat), "p01", new Content.Text(""), Scene.NOW);
    return replies.outgoing(inbound, Reply.of("好"), 1, Scene.NOW).stream()
        .map(NewOutgoing::target)
        .toList();
  }

  private Reply oneByOne() {
    var other = new Scene();
    other.receive(other.inbound("p02", new Content.Text("拍照表")));
    other.receive(other.inbound("p02", picture("m1")));
    return other.receive(other.inbound("p02", picture("m2"))).reply();
  }

  private Inbound several(Content... items) {
    return scene.inbound("p02", new Content.Several(List.of(items)));
  }

  private static Content picture(String id) {
    return new Content.Media(Content.Media.Kind.IMAGE, id);
  }
}
