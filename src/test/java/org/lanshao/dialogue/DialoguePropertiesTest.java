package org.lanshao.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.lanshao.Effort;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.form.Answers;
import org.lanshao.form.Evaluation;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.reading.Hearing;
import org.lanshao.turn.EventJson;

/** What holds for every form and whatever people write. */
class DialoguePropertiesTest {
  private static final Context CONTEXT =
      new Context(
          new Hearing(
              BundledDirectory.read(),
              new AreaCode("445300"),
              LocalDateTime.of(2022, 5, 10, 12, 0)),
          TestWording.read());
  private static final List<String> LIKELY =
      List.of(
          "1",
          "2",
          "3",
          "1 3",
          "是",
          "否",
          "没有",
          "7",
          "十二人",
          "99",
          "两三个",
          "防汛",
          "低保",
          "三防 低保",
          "太平镇",
          "富林镇",
          "新村",
          "云安区",
          "提交",
          "确认",
          "改1",
          "改2",
          "改3",
          "改",
          "返回",
          "返回",
          "跳过",
          "跳过",
          "进度",
          "预览",
          "帮助",
          "为什么",
          "例子",
          "保存",
          "同上次",
          "重来",
          "取消",
          "电线老化",
          "2.5",
          "昨天",
          "5月9日",
          "20:30",
          "昨晚八点半",
          "张三",
          "石巷村张三",
          "莲塘村12号户",
          "13800138000",
          "11010519491231002X",
          "[照片]",
          "[照片]",
          "[照片]",
          "[文件]",
          "[位置 22.9,112.0]",
          "完",
          "完",
          "再来一个",
          "再来一个",
          "删1",
          "删除",
          "改1",
          "改1",
          "1",
          "2",
          "3");

  @Property(tries = 75)
  void noMessageMakesTheTurnFunctionThrow(
      @ForAll long seed, @ForAll("messages") List<String> messages) {
    seeds(seed).forEach(each -> talk(each, messages));
  }

  @Property(tries = 75)
  void aSessionIsTheFoldOfItsStoredEvents(
      @ForAll long seed, @ForAll("messages") List<String> messages) {
    seeds(seed).forEach(each -> checkFold(each, messages));
  }

  private static void checkFold(long seed, List<String> messages) {
    var talk = talk(seed, messages);

    var stored = EventJson.read(EventJson.write(talk.events));

    assertThat(stored).isEqualTo(talk.events);
    assertThat(Session.of(talk.session.form(), stored)).isEqualTo(talk.session);
  }

  @Property(tries = 75)
  void aSnapshotMakesTheSameSession(@ForAll long seed, @ForAll("messages") List<String> messages) {
    seeds(seed).forEach(each -> checkSnapshot(each, messages));
  }

  private static void checkSnapshot(long seed, List<String> messages) {
    var session = talk(seed, messages).session;

    var snapshot = EventJson.read(EventJson.write(session.events()));

    assertThat(Session.of(session.form(), snapshot)).isEqualTo(session);
  }

  @Property(tries = 75)
  void backTakesBackTheLastAnswer(
      @ForAll long seed,
      @ForAll("messages") List<String> messages,
      @ForAll("message") String last) {
    seeds(seed).forEach(each -> checkBack(each, messages, last));
  }

  private static void checkBack(long seed, List<String> messages, String last) {
    var before = talk(seed, messages).session;
    var step = turn(before, last);
    boolean answered =
        step.events().stream()
            .anyMatch(e -> e instanceof Event.Answered || e instanceof Event.Skipped);
    if (!answered) {
      return;
    }

    var after = before.after(step.events());
    var back = after.after(turn(after, "返回").events());

    assertThat(back.answers()).isEqualTo(before.answers());
    assertThat(back.skipped()).isEqualTo(before.skipped());
    assertThat(back.insisted()).isEqualTo(before.insisted());
  }

  @Property(tries = 75)
  void whatIsSubmittedIsCompleteAndFitsItsQuestions(
      @ForAll long seed, @ForAll("messages") List<String> messages) {
    seeds(seed).forEach(each -> checkSubmitted(each, messages));
  }

  private static void checkSubmitted(long seed, List<String> messages) {
    var session = talk(seed, messages).session;
    if (!session.submitted()) {
      return;
    }
    var path = Path.of(session);

    assertThat(path.next()).isEmpty();
    assertThat(session.record().byQuestion().keySet())
        .isSubsetOf(path.questions().stream().map(Question::id).toList());
    for (Question question : path.questions()) {
      var answer = session.record().get(question.id());
      boolean computed = question.type() instanceof Type.Computed;
      boolean pending = session.skipped().contains(question.id());
      assertThat(answer.isPresent() || question.optional() || computed || pending).isTrue();
      answer.ifPresent(value -> assertThat(fits(value, question.type())).isTrue());
    }
  }

  /**
   * 提交 files what the message before was shown for review, and nothing else happens in its turn.
   */
  @Property(tries = 75)
  void nothingIsFiledThatWasNotShown(@ForAll long seed, @ForAll("messages") List<String> messages) {
    seeds(seed).forEach(each -> checkShown(each, messages));
  }

  /** A photo, and then a yes: the review comes next, which nobody has seen yet. */
  @Example
  void aYesAfterPhotosFilesNothing() {
    checkShown(-12, List.of("太平镇", "1", "[照片]", "1"));
  }

  private static void checkShown(long seed, List<String> messages) {
    var talk = new Talk(Session.of(RandomForms.of(seed)));
    for (String message : messages) {
      var shown = Stage.of(talk.session);
      var step = turn(talk.session, message);
      if (step.events().contains(new Event.Submitted())) {
        assertThat(shown).isInstanceOf(Stage.Reviewing.class);
        assertThat(step.events()).hasSize(1);
      }
      talk.happened(step);
    }
  }

  @Property(tries = 75)
  void aRecordThatIsOpenedAgainIsAsItWasFiled(
      @ForAll long seed, @ForAll("messages") List<String> messages) {
    seeds(seed).forEach(each -> checkReopened(each, messages));
  }

  private static void checkReopened(long seed, List<String> messages) {
    var filed = talk(seed, messages).session;
    if (!filed.submitted()) {
      return;
    }
    var basis = new Basis("V1", 1, Basis.Purpose.CORRECT, true, false, filed.record(), "");

    var events = Dialogue.revise(filed.form(), basis, "", CONTEXT).events();
    var session = Session.of(filed.form(), EventJson.read(EventJson.write(events)));

    assertThat(session.record()).isEqualTo(filed.record());
    assertThat(session.changed()).isFalse();
    var missing = filed.form().missing(filed.record());
    if (missing.isEmpty()) {
      assertThat(Stage.of(session)).isEqualTo(new Stage.Reviewing());
    } else {
      assertThat(Stage.of(session)).isEqualTo(new Stage.Asking(missing.getFirst(), false));
    }
  }

  @Property(tries = 75)
  void aFormThatIsNotOverAlwaysAsksForSomething(
      @ForAll long seed, @ForAll("messages") List<String> messages) {
    seeds(seed).forEach(each -> checkPrompt(each, messages));
  }

  private static void checkPrompt(long seed, List<String> messages) {
    var session = talk(seed, messages).session;

    var prompt = Dialogue.prompt(session, CONTEXT);

    assertThat(prompt.parts().isEmpty()).isEqualTo(session.ended());
    prompt.parts().forEach(part -> assertThat(part.text()).isNotBlank());
  }

  @Provide
  Arbitrary<String> message() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, Arbitraries.of(LIKELY)),
        Tuple.of(1, Arbitraries.strings().ofMaxLength(30)),
        Tuple.of(
            1, Arbitraries.strings().withChars("改第一二三123 　。，、是否防汛低保-~人个几十百万零").ofMaxLength(8)));
  }

  @Provide
  Arbitrary<List<String>> messages() {
    return message().list().ofMaxSize(25);
  }

  /** A conversation: its events so far and the session that they make. */
  private static final class Talk {
    final List<Event> events = new ArrayList<>();
    Session session;

    Talk(Session session) {
      this.session = session;
    }

    void happened(Step step) {
      events.addAll(step.events());
      session = session.after(step.events());
    }
  }

  private static LongStream seeds(long first) {
    return LongStream.range(0, Effort.of(4)).map(i -> first + i);
  }

  private static Talk talk(long seed, List<String> messages) {
    var form = RandomForms.of(seed);
    var talk = new Talk(Session.of(form));
    talk.happened(Dialogue.start(form, messages.isEmpty() ? "" : messages.getFirst(), CONTEXT));
    for (String message : messages) {
      talk.happened(turn(talk.session, message));
    }
    return talk;
  }

  private static Step turn(Session session, String message) {
    if (message.equals("同上次") && !session.ended()) {
      var last = new Last("hash", session.answers());
      return Dialogue.same(session, java.util.Optional.of(last), CONTEXT);
    }
    return Input.written(message, "m")
        .map(input -> Dialogue.receive(session, input, CONTEXT))
        .or(() -> Dialogue.control(session, message, CONTEXT))
        .orElseGet(() -> Dialogue.answer(session, message, CONTEXT));
  }

  /** Every question that matters in an item is answered, or may be left out. */
  private static boolean fits(Answers item, Type.Group group) {
    return group.questions().stream()
        .filter(question -> Evaluation.holds(question.when(), item))
        .allMatch(
            question ->
                item.get(question.id())
                    .map(value -> fits(value, question.type()))
                    .orElse(question.optional()));
  }

  private static boolean fits(Value value, Type type) {
    return switch (type) {
      case Type.Text(int max, Type.Rest rest) ->
          value instanceof Value.Text(String text)
              && !text.isEmpty()
              && text.codePointCount(0, text.length()) <= max;
      case Type.Whole whole ->
          value instanceof Value.Whole number
              && number.number() >= whole.min()
              && number.number() <= whole.max();
      case Type.YesNo yesNo -> value instanceof Value.YesNo;
      case Type.Choice(var options) ->
          value instanceof Value.One(String id)
              && options.stream().anyMatch(option -> option.id().equals(id));
      case Type.Choices(var options) ->
          value instanceof Value.Many many
              && !many.options().isEmpty()
              && options.stream().map(o -> o.id()).toList().containsAll(many.options());
      case Type.Place place -> value instanceof Value.Place;
      case Type.Note note -> false;
      case Type.Decimal decimal -> value instanceof Value.Decimal;
      case Type.Date date -> value instanceof Value.Date;
      case Type.Time time -> value instanceof Value.Time;
      case Type.DateTime dateTime -> value instanceof Value.DateTime;
      case Type.Person person -> value instanceof Value.Person;
      case Type.Household household -> value instanceof Value.Household;
      case Type.Phone phone -> value instanceof Value.Phone;
      case Type.IdNumber idNumber -> value instanceof Value.IdNumber;
      case Type.Photos(int max) ->
          value instanceof Value.Photos(var photos) && !photos.isEmpty() && photos.size() <= max;
      case Type.File file -> value instanceof Value.File;
      case Type.Location location -> value instanceof Value.Location;
      case Type.Matter matter -> value instanceof Value.Matter;
      case Type.Group group ->
          value instanceof Value.Group(var items)
              && items.size() >= group.min()
              && items.size() <= group.max()
              && items.stream().allMatch(item -> fits(item, group));
      case Type.Computed computed -> value instanceof Value.Whole || value instanceof Value.Decimal;
    };
  }
}
