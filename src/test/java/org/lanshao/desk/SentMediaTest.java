package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.lanshao.desk.talk.SentMedia;
import org.lanshao.dialogue.Event;
import org.lanshao.form.Answers;
import org.lanshao.form.Media;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.ConversationId;
import org.lanshao.turn.NewMedia;
import org.lanshao.turn.NewMedia.Wanted;

class SentMediaTest {
  private static final QuestionId QUESTION = new QuestionId("q");
  private static final Media.Sent A = new Media.Sent("sandbox", "a");
  private static final Media.Sent B = new Media.Sent("sandbox", "b");

  private final Scene scene = new Scene();

  private void send(Content content) {
    scene.receive(scene.inbound("p02", content));
  }

  private void sendPhoto(String id) {
    send(new Content.Media(Content.Media.Kind.IMAGE, id));
  }

  @Test
  void whatIsTakenAsAnAnswerMustBeFetchedWithTheTurnThatTookIt() {
    send(new Content.Text("拍照表"));
    sendPhoto("a");
    send(new Content.Text("完"));
    send(new Content.Media(Content.Media.Kind.FILE, "b"));

    assertThat(scene.store.media())
        .extracting(NewMedia::seq, NewMedia::sent, NewMedia::wanted, NewMedia::at)
        .containsExactly(
            Tuple.tuple(2L, A, Wanted.PHOTO, Scene.NOW),
            Tuple.tuple(4L, B, Wanted.FILE, Scene.NOW));
    assertThat(scene.store.media().getFirst().conversation())
        .isEqualTo(new ConversationId(Scene.CHANNEL, new Chat.Private(), "p02"));
  }

  @Test
  void whatNoQuestionTakesIsNotFetched() {
    send(new Content.Text("短表"));
    sendPhoto("b");

    assertThat(scene.store.media()).isEmpty();
  }

  @Test
  void pictureInAPictureListAndInTheItemsOfAGroupAreFoundOnce() {
    var item =
        new Answers(
            Map.of(
                new QuestionId("photos"),
                new Value.Photos(List.of(A, new Media.Kept("9f86"))),
                new QuestionId("words"),
                new Value.Text("a")));
    var events =
        List.<Event>of(
            new Event.Skipped(QUESTION),
            new Event.Answered(QUESTION, new Value.Group(List.of(item, item))),
            new Event.Answered(QUESTION, new Value.Photos(List.of(A, B))));

    var id = new ConversationId(Scene.CHANNEL, new Chat.Private(), "p02");
    assertThat(SentMedia.of(events, id, 1, Scene.NOW))
        .extracting(NewMedia::sent)
        .containsExactly(A, B);
  }
}
