package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lanshao.desk.people.Staff;
import org.lanshao.desk.people.WorkInHand;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Talk;
import org.lanshao.dialogue.Event;
import org.lanshao.form.Media;
import org.lanshao.form.Value;
import org.lanshao.turn.Unavailable;

/**
 * The precedence of words over every pair of meanings: for each pair a text that fits both, and the
 * earlier meaning wins. For the pairs that no text can fit the table says so, and that is checked.
 */
class MeaningTest {
  private static final String NO_TEXT = "";

  /** A text for each pair; where a form is open its question takes any text. */
  private static final Map<List<Meaning>, String> TEXTS =
      Map.ofEntries(
          Map.entry(List.of(Meaning.EMERGENCY, Meaning.CONTROL), "取消"),
          Map.entry(List.of(Meaning.EMERGENCY, Meaning.COMMAND), "我的"),
          Map.entry(List.of(Meaning.EMERGENCY, Meaning.PLACE), "取消"),
          Map.entry(List.of(Meaning.EMERGENCY, Meaning.ANSWER), "火警 三号楼"),
          Map.entry(List.of(Meaning.EMERGENCY, Meaning.RECEIPT), "收到"),
          Map.entry(List.of(Meaning.EMERGENCY, Meaning.START), "走访"),
          Map.entry(List.of(Meaning.EMERGENCY, Meaning.RESUME), "继续二"),
          Map.entry(List.of(Meaning.CONTROL, Meaning.RESUME), NO_TEXT),
          Map.entry(List.of(Meaning.RESUME, Meaning.COMMAND), NO_TEXT),
          Map.entry(List.of(Meaning.RESUME, Meaning.ANSWER), "继续2"),
          Map.entry(List.of(Meaning.RESUME, Meaning.RECEIPT), NO_TEXT),
          Map.entry(List.of(Meaning.RESUME, Meaning.START), "继续"),
          Map.entry(List.of(Meaning.STAFF, Meaning.ANSWER), "离职 甲"),
          Map.entry(List.of(Meaning.CONTROL, Meaning.COMMAND), "帮助"),
          Map.entry(List.of(Meaning.CONTROL, Meaning.ANSWER), "预览"),
          Map.entry(List.of(Meaning.CONTROL, Meaning.RECEIPT), NO_TEXT),
          Map.entry(List.of(Meaning.CONTROL, Meaning.START), "返回"),
          Map.entry(List.of(Meaning.COMMAND, Meaning.ANSWER), "统计 今天"),
          Map.entry(List.of(Meaning.COMMAND, Meaning.RECEIPT), NO_TEXT),
          Map.entry(List.of(Meaning.COMMAND, Meaning.START), "统计"),
          Map.entry(List.of(Meaning.ANSWER, Meaning.RECEIPT), "收到"),
          Map.entry(List.of(Meaning.ANSWER, Meaning.START), "登记"),
          Map.entry(List.of(Meaning.RECEIPT, Meaning.START), "收到"));

  private static final List<String> WORDS =
      List.of(
          "取消", "统计", "火警", "收到", "走访", "帮助", "预览", "返回", "我的", "登记", "提交", "跳过", "继续", "保存", "为什么",
          "例子", "同上次");

  private final Scene scene = new Scene();

  @TestFactory
  Stream<DynamicTest> theEarlierMeaningWins() {
    return pairs()
        .filter(pair -> !TEXTS.getOrDefault(pair, NO_TEXT).equals(NO_TEXT))
        .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> earlierWins(pair)));
  }

  @TestFactory
  Stream<DynamicTest> noWordFitsTheOtherPairs() {
    return pairs()
        .filter(pair -> TEXTS.getOrDefault(pair, NO_TEXT).equals(NO_TEXT))
        .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> noneFitsBoth(pair)));
  }

  private void earlierWins(List<Meaning> pair) throws Unavailable {
    var routing = routing();
    // 收到 as the start word of an urgent form would win over everything: leave it out of the way.
    Talk talk = pair.contains(Meaning.EMERGENCY) ? open("plain") : open("alarm", "plain");
    if (pair.equals(List.of(Meaning.RECEIPT, Meaning.START))
        || pair.equals(List.of(Meaning.COMMAND, Meaning.START))) {
      talk = open("alarm", "plain", "people");
    }
    if (pair.contains(Meaning.PLACE)) {
      var photo = new Value.Photos(List.of(new Media.Sent("sandbox", "a")));
      talk =
          Talk.NEW.after(List.of(new Event.Loose(photo, Scene.NOW)), Optional.empty(), scene.shelf);
    }
    Heard heard = scene.heard(TEXTS.getOrDefault(pair, NO_TEXT), talk);
    for (Meaning meaning : pair) {
      assertThat(routing.as(meaning, heard)).as("fits %s", meaning).isPresent();
    }
    assertThat(routing.route(heard)).isEqualTo(routing.as(pair.getFirst(), heard).orElseThrow());
    assertThat(routing.as(pair.getFirst(), heard)).isNotEqualTo(routing.as(pair.getLast(), heard));
  }

  private void noneFitsBoth(List<Meaning> pair) throws Unavailable {
    for (String word : WORDS) {
      Heard heard = scene.heard(word, open("plain"));
      boolean both =
          routing().as(pair.getFirst(), heard).isPresent()
              && routing().as(pair.getLast(), heard).isPresent();
      assertThat(both).as(word).isFalse();
    }
  }

  /** With these forms open, the last one on top; "people" means its second question is asked. */
  private Talk open(String... what) throws Unavailable {
    Talk talk = Talk.NEW;
    for (String name : what) {
      if (name.equals("people")) {
        var decision = routing().route(scene.heard("几句话", talk));
        talk = talk.after(decision.events(), java.util.Optional.empty(), scene.shelf);
        continue;
      }
      var form =
          scene.shelf.current().stream()
              .filter(f -> f.id().text().equals(name))
              .findFirst()
              .orElseThrow();
      var step =
          org.lanshao.dialogue.Dialogue.start(
              form, "", routing().speech().context(scene.heard("", talk)));
      talk = talk.after(step.events(), java.util.Optional.empty(), scene.shelf);
    }
    return talk;
  }

  private Routing routing() {
    return new Routing(
        scene.shelf,
        new CommandDesk(scene.store, scene.shelf, scene.surroundings),
        new Staff(
            scene.store,
            new WorkInHand(scene.store, scene.shelf, scene.surroundings),
            scene.surroundings),
        scene.store,
        scene.surroundings);
  }

  private static Stream<List<Meaning>> pairs() {
    var meanings =
        Stream.of(Meaning.values()).filter(meaning -> meaning != Meaning.NOTHING).toList();
    return meanings.stream()
        .flatMap(
            first ->
                meanings.stream()
                    .filter(second -> second.compareTo(first) > 0)
                    .map(second -> List.of(first, second)));
  }
}
