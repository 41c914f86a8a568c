package org.lanshao.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.form.Form;
import org.lanshao.reading.Hearing;
import org.lanshao.reading.Tables;

/** Every control word at every stage of a form, by a table. */
class ControlWordTest {
  private static final Form VISIT = BundledForms.read("visit");
  private static final Context CONTEXT =
      new Context(
          new Hearing(
              BundledDirectory.read(),
              new AreaCode("445303104"),
              LocalDateTime.of(2022, 5, 10, 12, 0)),
          TestWording.read());
  private static final List<String> WORDS =
      List.of("帮助", "为什么", "例子", "返回", "跳过", "同上次", "改", "改1", "进度", "预览", "重来", "取消", "保存", "提交");
  private static final String ALL_BUT_NOTE = "石巷村 张三 入户 3 日常 没有";

  /** What is said to get to a stage. */
  private static final Map<String, String> STAGES =
      Map.of(
          "first", "",
          "required", "石巷村",
          "preset", "石巷村 张三",
          "optional", ALL_BUT_NOTE,
          "editing", ALL_BUT_NOTE + " 跳过 改4",
          "choosing", "新村",
          "doubting", "石巷村 张三 入户 16",
          "reviewing", ALL_BUT_NOTE + " 跳过",
          "over", "取消");

  @ParameterizedTest(name = "{0}: {1} does {2}")
  @MethodSource
  void aControlWordDoesWhatTheTableSays(String stage, String word, String does) {
    var done =
        Dialogue.control(at(stage), word, CONTEXT).map(step -> told(step.events())).orElse("none");

    assertThat(done).isEqualTo(does);
  }

  static Stream<Arguments> aControlWordDoesWhatTheTableSays() {
    return Tables.rows(ControlWordTest.class, "controls.tsv", WORDS.size() + 1).stream()
        .flatMap(
            row ->
                IntStream.range(0, WORDS.size())
                    .mapToObj(i -> Arguments.of(row[0], WORDS.get(i), row[i + 1])));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("aControlWordDoesWhatTheTableSays")
  void aControlWordIsAlwaysAnsweredUnlessTheFormIsOver(String stage, String word, String does) {
    Dialogue.control(at(stage), word, CONTEXT)
        .filter(step -> !does.equals("Submitted"))
        .ifPresent(step -> assertThat(step.reply().parts()).hasSize(1));
  }

  /** The number of the open question: it is asked, and nothing contradicts that. */
  @Test
  void changingWhatIsOpenAsksIt() {
    var step = Dialogue.control(at("required"), "改2", CONTEXT).orElseThrow();

    assertThat(step.events()).isEmpty();
    assertThat(step.reply().parts().getFirst().text()).startsWith("走访哪一户");
  }

  @ParameterizedTest
  @EnumSource(ControlWord.class)
  void everySynonymIsReadWhateverItsWidthCaseAndSpaces(ControlWord control) {
    for (String word : control.words()) {
      var spaced = word.chars().mapToObj(Character::toString).collect(Collectors.joining(" "));
      for (String said : List.of(word, " " + word + "。", spaced, word.toUpperCase(Locale.ROOT))) {
        assertThat(ControlWord.read(said)).as(said).contains(new ControlWord.Said(control, 0));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"改3,3", "改 3,3", "改３,3", "改③,3", "改三,3", "修改第三项,3", "改第12题,12", "改十二,12", "修改 2 。,2"})
  void aNumberSaysWhichAnswerToChange(String said, int number) {
    assertThat(ControlWord.read(said)).contains(new ControlWord.Said(ControlWord.EDIT, number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"取消了低保", "已经返回家中", "改3个电表", "改造房屋", "请帮助他", "改两三项", "提交了材料", "", "。", "1", "是"})
  void aTextThatOnlyContainsAControlWordIsNone(String said) {
    assertThat(ControlWord.read(said)).isEmpty();
  }

  @Test
  void everyWordMeansOneThing() {
    var words = Arrays.stream(ControlWord.values()).flatMap(c -> c.words().stream()).toList();

    assertThat(words).doesNotHaveDuplicates();
  }

  /** What buttons and hints call them is understood when it is said. */
  @ParameterizedTest
  @CsvSource({
    "SAY_SUBMIT, SUBMIT",
    "SAY_CANCEL, CANCEL",
    "SAY_BACK, BACK",
    "SAY_SKIP, SKIP",
    "SAY_HELP, HELP"
  })
  void whatItIsCalledIsUnderstood(DialogueWords called, ControlWord word) {
    for (String language : List.of("zh", "en")) {
      assertThat(ControlWord.read(TestWording.read().in(language).say(called)))
          .map(ControlWord.Said::word)
          .contains(word);
    }
  }

  private static Session at(String stage) {
    var session = Session.of(VISIT).after(Dialogue.start(VISIT, "", CONTEXT).events());
    for (String said : STAGES.getOrDefault(stage, "?").split(" ", -1)) {
      session = said.isEmpty() ? session : session.after(turn(session, said).events());
    }
    return session;
  }

  private static Step turn(Session session, String said) {
    return Dialogue.control(session, said, CONTEXT)
        .orElseGet(() -> Dialogue.answer(session, said, CONTEXT));
  }

  private static String told(List<Event> events) {
    return events.isEmpty()
        ? "-"
        : events.stream().map(e -> e.getClass().getSimpleName()).collect(Collectors.joining(" "));
  }
}
