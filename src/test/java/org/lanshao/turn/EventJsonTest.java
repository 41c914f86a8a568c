package org.lanshao.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.Effort;
import org.lanshao.dialogue.Basis;
import org.lanshao.dialogue.Event;
import org.lanshao.form.Answers;
import org.lanshao.form.FormId;
import org.lanshao.form.Media;
import org.lanshao.form.Point;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;

class EventJsonTest {
  private static final QuestionId PEOPLE = new QuestionId("people");

  @Property(tries = 500)
  void everyEventComesBackAsItWas(@ForAll("events") List<Event> events) {
    assertThat(EventJson.read(EventJson.write(events))).isEqualTo(events);
  }

  @Property(tries = 500)
  void answersComeBackAsTheyWereAndInTheirOrder(@ForAll("answers") Answers answers) {
    var back = AnswersJson.read(AnswersJson.write(answers));

    assertThat(back).isEqualTo(answers);
    assertThat(new ArrayList<>(back.byQuestion().keySet()))
        .isEqualTo(new ArrayList<>(answers.byQuestion().keySet()));
  }

  /** What older programs have stored must be readable for ever. */
  @Test
  void theStoredFormStaysAsItIs() {
    List<Event> events =
        List.of(
            new Event.Started(new FormId("visit"), "00ff"),
            new Event.Answered(PEOPLE, new Value.Whole(3)),
            new Event.Answered(new QuestionId("mode"), new Value.One("home")),
            new Event.Answered(
                new QuestionId("purpose"), new Value.Many(List.of("flood", "daily"))),
            new Event.Answered(new QuestionId("note"), new Value.Text("没有")),
            new Event.Answered(new QuestionId("hazard"), new Value.YesNo(false)),
            new Event.Offered(
                new QuestionId("place"),
                List.of(new Value.Place("445381101", "甲"), new Value.Place("445321107", "乙"))),
            new Event.Reopened(
                new Basis(
                    "V102",
                    2,
                    Basis.Purpose.CORRECT,
                    true,
                    false,
                    Answers.NONE.with(PEOPLE, new Value.Whole(3)),
                    "")),
            new Event.Reasoned("数错了"),
            new Event.Insisted(2),
            new Event.Skipped(PEOPLE),
            new Event.Gathered(
                List.of(Answers.NONE.with(PEOPLE, new Value.Whole(3)), Answers.NONE)),
            new Event.Together(2),
            new Event.Undone(),
            new Event.Timed(
                UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"),
                Instant.parse("2022-05-10T01:30:00Z")),
            new Event.Loose(
                new Value.Photos(List.of(new Media.Sent("wecom", "id"))),
                Instant.parse("2022-05-10T01:30:00Z")),
            new Event.Placed(),
            new Event.Dropped(),
            new Event.Numbered("E7"),
            new Event.Kept(),
            new Event.Resumed(1),
            new Event.Copied(PEOPLE, new Value.Whole(3)));

    assertThat(EventJson.write(events))
        .isEqualTo(
            "{\"v\":1,\"events\":[{\"did\":\"started\",\"form\":\"visit\",\"definition\":\"00ff\"},"
                + "{\"did\":\"answered\",\"question\":\"people\",\"value\":3},"
                + "{\"did\":\"answered\",\"question\":\"mode\",\"value\":{\"one\":\"home\"}},"
                + "{\"did\":\"answered\",\"question\":\"purpose\",\"value\":[\"flood\",\"daily\"]},"
                + "{\"did\":\"answered\",\"question\":\"note\",\"value\":\"没有\"},"
                + "{\"did\":\"answered\",\"question\":\"hazard\",\"value\":false},"
                + "{\"did\":\"offered\",\"question\":\"place\",\"values\":["
                + "{\"place\":\"445381101\",\"name\":\"甲\"},{\"place\":\"445321107\",\"name\":\"乙\"}]},"
                + "{\"did\":\"reopened\",\"number\":\"V102\",\"revision\":2,"
                + "\"purpose\":\"correct\",\"explain\":1,\"returned\":0,\"why\":\"\","
                + "\"answers\":{\"people\":3}},{\"did\":\"reasoned\",\"why\":\"数错了\"},"
                + "{\"did\":\"insisted\",\"check\":2},"
                + "{\"did\":\"skipped\",\"question\":\"people\"},"
                + "{\"did\":\"gathered\",\"records\":[{\"people\":3},{}]},"
                + "{\"did\":\"together\",\"count\":2},{\"did\":\"undone\"},"
                + "{\"did\":\"timed\",\"timer\":\"01890a5d-ac96-774b-bcce-b302099a8057\","
                + "\"at\":\"2022-05-10T01:30:00Z\"},"
                + "{\"did\":\"loose\",\"at\":\"2022-05-10T01:30:00Z\",\"value\":"
                + "{\"photos\":[{\"sent\":\"wecom\",\"id\":\"id\"}]}},"
                + "{\"did\":\"placed\"},{\"did\":\"dropped\"},"
                + "{\"did\":\"numbered\",\"number\":\"E7\"},"
                + "{\"did\":\"kept\"},{\"did\":\"resumed\",\"kept\":1},"
                + "{\"did\":\"copied\",\"question\":\"people\",\"value\":3}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{\"v\":2,\"events\":[]}",
        "{\"v\":1,\"events\":[{\"did\":\"张三\"}]}",
        "{\"v\":1,\"events\":[{\"did\":\"answered\",\"question\":\"张三\"}]}",
        "{\"v\":1,\"events\":[{\"did\":\"answered\",\"question\":\"张三\",\"value\":null}]}",
        "{\"v\":1,\"events\":[{\"did\":\"answered\",\"question\":\"张三\",\"value\":{\"x\":1}}]}",
        "{\"v\":1,\"events\":[张三]}",
        "{\"v\":1,\"events\":[",
        "{\"v\":1,\"events\":[]}张三",
        "{\"v\":1,\"answers\":{}}"
      })
  void somethingElseIsRefusedWithoutTellingWhatItHolds(String stored) {
    assertThatThrownBy(() -> EventJson.read(stored))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("张三")
        .hasNoCause();
  }

  @Provide
  Arbitrary<Value> values() {
    return Arbitraries.oneOf(
        Arbitraries.strings().map(Value.Text::new),
        Combinators.combine(Arbitraries.longs(), Arbitraries.of(true, false)).as(Value.Whole::new),
        Combinators.combine(Arbitraries.bigDecimals(), Arbitraries.of(true, false))
            .as(Value.Decimal::new),
        Arbitraries.longs()
            .between(-100_000, 100_000)
            .map(d -> new Value.Date(LocalDate.ofEpochDay(d))),
        Arbitraries.integers()
            .between(0, 86_399)
            .map(s -> new Value.Time(LocalTime.ofSecondOfDay(s))),
        Combinators.combine(village(), Arbitraries.strings()).as(Value.Person::new),
        Combinators.combine(village(), Arbitraries.strings()).as(Value.Household::new),
        Arbitraries.strings().numeric().map(Value.Phone::new),
        Arbitraries.strings().numeric().map(Value.IdNumber::new),
        media().list().ofMinSize(1).map(Value.Photos::new),
        media().map(Value.File::new),
        Combinators.combine(
                Arbitraries.doubles().between(-90, 90),
                Arbitraries.doubles().between(-180, 180),
                village())
            .as((a, b, place) -> new Value.Location(Optional.of(new Point(a, b)), place)),
        Combinators.combine(questions(), Arbitraries.longs())
            .as((q, n) -> new Answers(Map.of(q, new Value.Whole(n))))
            .list()
            .map(Value.Group::new),
        Arbitraries.of(true, false).map(Value.YesNo::new),
        Arbitraries.strings().map(Value.One::new),
        Arbitraries.strings().list().map(Value.Many::new),
        Combinators.combine(Arbitraries.strings(), Arbitraries.strings()).as(Value.Place::new));
  }

  private static Arbitrary<Optional<Value.Place>> village() {
    return Combinators.combine(Arbitraries.strings(), Arbitraries.strings())
        .as(Value.Place::new)
        .optional();
  }

  private static Arbitrary<Media> media() {
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.strings(), Arbitraries.strings()).as(Media.Sent::new),
        Arbitraries.strings().map(Media.Kept::new));
  }

  @Provide
  Arbitrary<QuestionId> questions() {
    return Arbitraries.strings().alpha().ofMinLength(1).map(QuestionId::new);
  }

  @Provide
  Arbitrary<Answers> answers() {
    return Arbitraries.maps(questions(), values()).map(Answers::new);
  }

  @Provide
  Arbitrary<List<Event>> events() {
    var question = questions();
    return Arbitraries.oneOf(
            Combinators.combine(Arbitraries.strings(), Arbitraries.strings())
                .as((form, hash) -> (Event) new Event.Started(new FormId(form), hash)),
            Combinators.combine(question, values()).as(Event.Answered::new),
            Combinators.combine(question, values()).as(Event.Copied::new),
            Combinators.combine(question, values().list()).as(Event.Offered::new),
            Arbitraries.integers().map(Event.Insisted::new),
            Arbitraries.integers().map(Event.Resumed::new),
            Combinators.combine(Arbitraries.longs(), Arbitraries.longs().between(0, 1L << 42))
                .as((id, at) -> new Event.Timed(new UUID(id, at), Instant.ofEpochMilli(at))),
            Arbitraries.strings().map(Event.Numbered::new),
            question.map(Event.Skipped::new),
            question.map(Event.Cleared::new),
            question.map(Event.Misread::new),
            question.map(Event.Opened::new),
            question.map(Event.Noted::new),
            Arbitraries.of(
                new Event.Closed(),
                new Event.Undone(),
                new Event.Restarted(),
                new Event.Cancelled(),
                new Event.Kept(),
                new Event.Submitted()))
        .list()
        .ofMaxSize(Effort.of(255));
  }
}
