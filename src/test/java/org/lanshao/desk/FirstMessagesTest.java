package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lanshao.alert.Alert;
import org.lanshao.alert.Certainty;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.reading.Tables;

/** What comes of first messages at the desk, and what each audience sees of it. */
class FirstMessagesTest {
  private static final String CALL = "本系统不会代拨";

  @TestFactory
  Stream<DynamicTest> everyFirstMessageRaisesWhatItMustAndShowsNobodyMore() {
    return Tables.rows(Alert.class, "first-words.tsv", 8).stream()
        .map(row -> DynamicTest.dynamicTest(row[0] + " " + row[1], () -> new Run(row).check()));
  }

  private static final class Run {
    private final AlertScene scene = new AlertScene();
    private final String where;
    private final String text;
    private final String alarm;
    private final String call;
    private final String group;

    Run(String[] row) {
      where = row[0];
      text = row[1];
      alarm = row[2];
      call = row[6];
      group = row[7];
    }

    void check() {
      if (where.equals("form")) {
        scene.say(AlertScene.WORKER, "走访", "连滩镇石巷村", "陈伯");
      }
      var reply = said();
      switch (alarm) {
        case "NONE" -> assertThat(scene.open()).isEmpty();
        case "ASK" -> asked(reply);
        default -> raised(reply);
      }
    }

    private String said() {
      return switch (where) {
        case "group" -> scene.sayInGroup(AlertScene.WORKER, text);
        case "stranger" -> scene.say(AlertScene.STRANGER, text);
        case "voice" ->
            Scene.text(
                scene.hear(
                    AlertScene.WORKER,
                    new Chat.Private(),
                    new Content.Media(Content.Media.Kind.VOICE, "v1")));
        default -> scene.say(AlertScene.WORKER, text);
      };
    }

    private void asked(String reply) {
      assertThat(reply).startsWith(CALL + call).contains("紧急？1 立即上报 2 不是");
      assertThat(scene.open()).singleElement().isInstanceOf(Alert.Asked.class);
      assertThat(scene.store.outgoing()).isEmpty();

      scene.wait(Duration.ofMinutes(2));

      var stranger = where.equals("stranger");
      shown(stranger ? Certainty.UNVERIFIED : Certainty.SUSPECTED, "【疑似】" + group);
    }

    private void raised(String reply) {
      assertThat(reply).startsWith(CALL + call);
      if (!where.equals("group")) {
        assertThat(reply).contains("E1 已经");
      }
      shown(where.equals("stranger") ? Certainty.UNVERIFIED : Certainty.CERTAIN, group);
    }

    private void shown(Certainty certainty, String inGroup) {
      var alert = scene.open().getFirst();
      assertThat(alert).isInstanceOf(Alert.Open.class);
      assertThat(alert.core().certainty()).isEqualTo(certainty);
      if (where.equals("stranger")) {
        assertThat(scene.told(AlertScene.CITY).getFirst()).contains("【未核实】", text, "nobody");
        assertThat(scene.told(AlertScene.HEAD)).isEmpty();
        assertThat(scene.toGroups()).isEmpty();
        return;
      }
      var others = alert.core().known().area().text().equals("445322115");
      if (others) {
        assertThat(scene.told(AlertScene.HEAD).getFirst())
            .contains("E1", text, "周小岚", "13800000007", "接手 E1");
        assertThat(scene.toldGroup("g05")).isEqualTo(List.of(inGroup));
      }
      scene.toGroups().forEach(said -> assertThat(said).isEqualTo(inGroup));
    }
  }
}
