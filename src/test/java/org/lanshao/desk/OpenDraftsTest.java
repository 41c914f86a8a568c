package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lanshao.desk.talk.DeskPorts;
import org.lanshao.desk.talk.OpenDrafts;
import org.lanshao.form.Schema;
import org.lanshao.turn.Unavailable;

class OpenDraftsTest {
  private static final Schema SCHEMA = new Schema(Set.of("worker", "head"));

  private final Scene scene = new Scene();

  @Test
  void aDraftInHandAndOnesPutAsideAreFoundWithTheirAnswers() throws Unavailable {
    scene.say("登记", "几句话", "保存", "登记");

    var drafts = drafts();
    assertThat(drafts)
        .extracting(draft -> draft.form().id().text())
        .containsOnly("plain")
        .hasSize(2);
    assertThat(drafts)
        .extracting(draft -> draft.answers().byQuestion().size())
        .containsExactly(0, 1);
    assertThat(drafts).extracting(draft -> draft.begun().orElseThrow()).containsOnly(Scene.NOW);
    assertThat(drafts.getLast().toString()).doesNotContain("几句话");
  }

  @Test
  void whatIsOverIsNoDraft() throws Unavailable {
    scene.say("登记", "几句话", "3", "提交");

    assertThat(drafts()).isEmpty();
  }

  private List<OpenDrafts.OpenDraft> drafts() throws Unavailable {
    return OpenDrafts.of(new DeskPorts(scene.store, scene.store), SCHEMA);
  }
}
