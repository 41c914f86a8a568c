package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.lanshao.message.Capabilities;
import org.lanshao.message.CardLimits;
import org.lanshao.message.Pieces;
import org.lanshao.message.Reply;

/** Buttons say what can be typed, and old ones change nothing. */
class ButtonsTest {
  private static final CardLimits LIMITS = new CardLimits(6, 10, 26, 112, 900);
  private static final String WORKER = Station.WORKER;
  private static final List<String> TYPED =
      List.of("罗定市太平镇", "陈伯", "3", "防汛", "跳过", "返回", "今天", "没有", "预览", "改2", "帮助", "取消");
  private static final List<String> FORMS =
      List.of("走访", "紧急 塘边村水浸", "防汛排查", "转移", "隐患", "活动", "个案", "资源链接");

  private final Station station = Station.withCards(LIMITS);

  @Test
  void aButtonOfTheOpenQuestionAnswersIt() {
    var asked = atPurpose();

    var reply = station.press(WORKER, choice(asked, "入户"));

    assertThat(reply.pressed()).contains("已选：入户");
    assertThat(Scene.text(reply)).isEqualTo(Scene.text(typed("入户")));
  }

  @Test
  void aButtonOfAnAnsweredQuestionChangesNothingAndAsksAgain() {
    var asked = atPurpose();
    var next = station.reply(WORKER, "入户");

    var reply = station.press(WORKER, choice(asked, "入户"));

    assertThat(reply.pressed()).contains("已过期");
    assertThat(Scene.text(reply)).startsWith("这张卡片问的已经答过").endsWith(Scene.text(next));
    assertThat(Scene.text(station.reply(WORKER, "3"))).isEqualTo(Scene.text(typed("入户", "3")));
  }

  @Test
  void aButtonStaysGoodWhileItsQuestionIsOpen() {
    var asked = atPurpose();
    station.reply(WORKER, "我的");
    station.reply(WORKER, "帮助");

    var reply = station.press(WORKER, choice(asked, "入户"));

    assertThat(reply.pressed()).contains("已选：入户");
  }

  @Test
  void aButtonOfAGivenUpFormDoesNotAnswerTheNextOne() {
    var asked = atPurpose();
    station.reply(WORKER, "取消");
    station.day("2022-05-11");
    atPurpose();

    assertThat(station.press(WORKER, choice(asked, "入户")).pressed()).contains("已过期");
  }

  @Test
  void aButtonOfAFormThatIsOverSaysSo() {
    var asked = atPurpose();
    station.reply(WORKER, "取消");

    var reply = station.press(WORKER, choice(asked, "入户"));

    assertThat(Scene.text(reply)).isEqualTo("这张卡片问的已经答过或者不填了，什么都没有改。");
  }

  /** Whoever sees no buttons types the number, and whoever types the number is understood alike. */
  @Property(tries = 100)
  void pressingIsTyping(@ForAll @IntRange(max = 1_000_000) int seed) {
    var random = new Random(seed);
    var pressing = Station.withCards(LIMITS);
    var typing = Station.withCards(LIMITS);
    String start = FORMS.get(random.nextInt(FORMS.size()));
    Reply one = pressing.reply(WORKER, start);
    Reply other = typing.reply(WORKER, start);
    for (int step = 0; step < 25; step++) {
      var choices =
          one.parts().isEmpty() ? List.<Reply.Choice>of() : one.parts().getLast().choices();
      if (choices.isEmpty() || random.nextInt(4) == 0) {
        var words = TYPED.get(random.nextInt(TYPED.size()));
        one = pressing.reply(WORKER, words);
        other = typing.reply(WORKER, words);
      } else {
        int which = random.nextInt(choices.size());
        var buttons = buttons(one.parts().getLast());
        var button = buttons.isEmpty() ? choices.get(which) : buttons.get(which);
        var words = asTyped(which, one.parts().getLast());
        one = pressing.press(WORKER, button);
        other = typing.reply(WORKER, words);
        assertThat(one.pressed()).contains("已选：" + button.label());
      }
      assertThat(texts(one)).isEqualTo(texts(other));
    }
  }

  /** The buttons that the person sees: those of the last message that goes out. */
  private static List<Reply.Choice> buttons(Reply.Part part) {
    var capabilities =
        new Capabilities(java.util.Optional.empty(), 2000, java.util.Optional.of(LIMITS));
    return Pieces.of(part, capabilities).getLast().choices();
  }

  /** The number, where the text lists the choice by it. */
  private static String asTyped(int which, Reply.Part part) {
    var choices = part.choices();
    boolean numbered =
        IntStream.range(0, choices.size())
            .allMatch(
                i -> part.text().lines().anyMatch((i + 1 + " " + choices.get(i).label())::equals));
    return numbered ? Integer.toString(which + 1) : choices.get(which).say();
  }

  private static List<String> texts(Reply reply) {
    return reply.parts().stream().map(Reply.Part::text).toList();
  }

  private Reply atPurpose() {
    station.reply(WORKER, "走访");
    station.reply(WORKER, "罗定市太平镇");
    return station.reply(WORKER, "陈伯");
  }

  private static Reply typed(String... words) {
    var station = Station.withCards(LIMITS);
    station.say(WORKER, "走访", "罗定市太平镇", "陈伯");
    Reply reply = Reply.NONE;
    for (String word : words) {
      reply = station.reply(WORKER, word);
    }
    return reply;
  }

  private static Reply.Choice choice(Reply reply, String label) {
    return reply.parts().getLast().choices().stream()
        .filter(choice -> choice.label().equals(label))
        .findFirst()
        .orElseThrow();
  }
}
