package org.lanshao.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Delivery.HttpCall;
import org.lanshao.channel.Received;
import org.lanshao.message.Content;
import org.lanshao.message.Extras;
import org.lanshao.message.Outbound;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.message.Reply.Choice;
import org.lanshao.message.Reply.Part;

/** Whatever an installation cannot do, a bot of plain text is left. */
class AbilitiesTest {
  private static final Instant NOW = Instant.parse("2026-11-18T02:00:00Z");
  private static final Part QUESTION =
      new Part("走访方式？\n1 入户\n2 电话", List.of(new Choice("入户", "入户"), new Choice("电话", "电话")));
  private static final Part MARKED = new Part("防汛四级", List.of(), Extras.markdown("**防汛**四级"));

  /** All but one, each in turn, and none at all. */
  static Stream<Abilities> lessThanAll() {
    int count = Abilities.class.getRecordComponents().length;
    return Stream.concat(
        IntStream.range(0, count).mapToObj(off -> with(at -> at != off)),
        Stream.of(Abilities.NONE));
  }

  @ParameterizedTest
  @MethodSource("lessThanAll")
  void wordsAreHeardAndAnswered(Abilities abilities) {
    var channel = channel(abilities);
    var vector = Vectors.named("app-text-ascii");

    var inbound = ((Received.Message) channel.read(vector.request(), NOW)).inbound();

    assertThat(inbound.content()).isInstanceOf(Content.Text.class);
    assertThat(channel.answer(inbound, Reply.of("已登记 V102"), NOW)).isPresent();
  }

  @ParameterizedTest
  @MethodSource("lessThanAll")
  void aQuestionIsAskedWithButtonsOrNumbers(Abilities abilities) throws IOException {
    var sent = json(channel(abilities).encode(to(new Target.ToPerson("a"), QUESTION)));

    if (abilities.cards()) {
      assertThat(sent.at("/template_card/button_list").size()).isEqualTo(2);
    } else {
      assertThat(sent.at("/text/content").asText()).isEqualTo("走访方式？\n1 入户\n2 电话");
    }
    assertThat(sent.has("enable_duplicate_check")).isEqualTo(abilities.duplicateCheck());
  }

  @ParameterizedTest
  @MethodSource("lessThanAll")
  void aNoticeIsReadByPeopleAndByGroupsThatCanBeWrittenTo(Abilities abilities) throws IOException {
    var channel = channel(abilities);
    for (Target target :
        List.of(
            new Target.ToPerson("a"),
            new Target.ToGroup("webhook:0123456789"),
            new Target.ToGroup("appchat:a1"))) {
      switch (channel.encode(to(target, MARKED))) {
        case HttpCall call -> assertThat(text(json(call))).contains("防汛");
        case Delivery.Impossible(String code) ->
            assertThat(Optional.of(code))
                .contains(
                    abilities.webhook() || target.toString().contains("appchat")
                        ? "no_appchat"
                        : "no_webhook");
        default -> throw new AssertionError(target);
      }
    }
    assertThat(channel.encode(to(new Target.ToPerson("a"), MARKED))).isInstanceOf(HttpCall.class);
  }

  @Test
  void everySwitchIsTried() {
    assertThat(lessThanAll().distinct()).hasSize(Abilities.class.getRecordComponents().length + 1);
    assertThat(with(at -> true)).isEqualTo(Abilities.ALL);
  }

  private static String text(JsonNode sent) {
    return sent.at("/text/content").asText("") + sent.at("/markdown/content").asText("");
  }

  private static JsonNode json(Delivery delivery) throws IOException {
    return new ObjectMapper().readTree(((HttpCall) delivery).body());
  }

  private static WecomChannel channel(Abilities abilities) {
    var settings = Vectors.named("app-text-ascii").settings().with(abilities);
    return new WecomChannel(settings, RandomGenerator.getDefault());
  }

  private static Outbound to(Target target, Part part) {
    return new Outbound(new UUID(0, 1), target, part);
  }

  private interface Choosing {
    boolean isOn(int place);
  }

  private static Abilities with(Choosing choosing) {
    try {
      var types =
          Arrays.stream(Abilities.class.getRecordComponents()).map(RecordComponent::getType);
      Object[] values =
          IntStream.range(0, Abilities.class.getRecordComponents().length)
              .mapToObj(choosing::isOn)
              .toArray();
      return Abilities.class.getConstructor(types.toArray(Class<?>[]::new)).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("abilities", e);
    }
  }
}
