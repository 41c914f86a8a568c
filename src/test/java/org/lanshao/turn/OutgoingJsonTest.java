package org.lanshao.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.turn.OutgoingJson.Message;

class OutgoingJsonTest {
  private static final Reply.Part PART =
      new Reply.Part("“防汛”\n请回复", List.of(new Reply.Choice("收到", "收到 7")));

  @Test
  void aMessageComesBackAsItWas() {
    var toPerson = new Message(new Target.ToPerson("Chen.1"), PART);
    var toGroup =
        new Message(new Target.ToGroup("https://a/?key=1"), new Reply.Part("", List.of()));

    assertThat(OutgoingJson.read(OutgoingJson.write(toPerson))).isEqualTo(toPerson);
    assertThat(OutgoingJson.read(OutgoingJson.write(toGroup))).isEqualTo(toGroup);
  }

  /** What older programs have stored must be readable for ever. */
  @Test
  void theStoredShapeStays() {
    assertThat(OutgoingJson.write(new Message(new Target.ToPerson("a"), PART)))
        .isEqualTo(
            "{\"v\":1,\"outgoing\":{\"person\":\"a\",\"part\":{\"text\":\"“防汛”\\n请回复\","
                + "\"choices\":[{\"label\":\"收到\",\"say\":\"收到 7\"}]}}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"v\":2,\"outgoing\":{\"person\":\"秘密\",\"part\":{\"text\":\"秘密\",\"choices\":[]}}}",
        "{\"v\":1,\"outgoing\":{\"nobody\":\"秘密\",\"part\":{\"text\":\"秘密\",\"choices\":[]}}}",
        "{\"v\":1,\"outgoing\":{\"person\":7,\"part\":{\"text\":\"秘密\",\"choices\":[]}}}",
        "{\"v\":1,\"outgoing\":{\"person\":\"秘密\",\"part\":\"秘密\"}}",
        "{\"v\":1,\"outgoing\":{\"person\":\"秘密\",\"part\":{\"text\":\"秘密\",\"choices\":[]}",
      })
  void whatIsDamagedIsRefusedWithoutAWordOfIt(String stored) {
    assertThatThrownBy(() -> OutgoingJson.read(stored))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stored outgoing")
        .message()
        .doesNotContain("秘密");
  }
}
