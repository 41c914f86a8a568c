package org.lanshao.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.message.Extras;
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
    var back = new Message(new Target.Back("a", "n https://a/?code=1"), PART);
    assertThat(OutgoingJson.read(OutgoingJson.write(back))).isEqualTo(back);
  }

  @Test
  void whatAMessageHasBesideItsTextComesBack() {
    var file = new Extras.Attachment(Extras.Attachment.Kind.FILE, "ab12", "走访.xlsx");
    var everything =
        new Extras(
            Optional.of("**一**"),
            Optional.of(file),
            List.of(new Extras.Mention.Person("*"), new Extras.Mention.All()),
            Optional.of("https://plan.example.invalid/3"),
            Optional.of("RC"));
    for (Extras extras :
        List.of(
            everything,
            Extras.markdown("#"),
            Extras.file(file),
            Extras.mentions(List.of(new Extras.Mention.All())),
            Extras.link("https://a"),
            Extras.replacing("RC"))) {
      var message =
          new Message(new Target.ToPerson("a"), new Reply.Part("一", PART.choices(), extras));
      assertThat(OutgoingJson.read(OutgoingJson.write(message))).isEqualTo(message);
    }
  }

  @Test
  void aReplyComesBackAsItWasAlsoToAPressedButton() {
    var bound = new Reply.Choice("收到", "收到 7", "q1");
    for (Reply reply :
        List.of(
            Reply.NONE,
            new Reply(List.of(PART, PART)),
            Reply.NONE.pressed("已选：收到"),
            new Reply(List.of(new Reply.Part("一", List.of(bound)))).pressed(""))) {
      assertThat(ReplyJson.read(ReplyJson.write(reply))).isEqualTo(reply);
    }
    assertThat(ReplyJson.write(new Reply(List.of(PART))))
        .isEqualTo(
            "{\"v\":1,\"parts\":[{\"text\":\"“防汛”\\n请回复\","
                + "\"choices\":[{\"label\":\"收到\",\"say\":\"收到 7\"}]}]}");
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
        "{\"v\":1,\"outgoing\":{\"person\":\"秘密\",\"part\":{\"text\":\"秘密\",\"choices\":[],\"extra\":{}}}}",
        "{\"v\":1,\"outgoing\":{\"person\":\"秘密\",\"part\":{\"text\":\"秘密\",\"choices\":[],"
            + "\"extras\":{\"mentions\":[\"秘密\"]}}}}",
        "{\"v\":1,\"outgoing\":{\"person\":\"秘密\",\"part\":{\"text\":\"秘密\",\"choices\":[],"
            + "\"extras\":{\"file\":{\"kind\":\"秘密\",\"hash\":\"\",\"name\":\"\"}}}}}",
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
