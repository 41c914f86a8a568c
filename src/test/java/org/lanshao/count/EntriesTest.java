package org.lanshao.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.FormReader;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Schema;
import org.lanshao.form.Value;
import org.lanshao.record.Submission;

/** What a filled form counts. */
class EntriesTest {
  private static final String TEXT =
      """
      id: call
      title: 探望
      number: C
      start: [探望]
      who: [worker]
      chat: any
      questions:
        - {id: place, type: place, label: 地点, ask: 哪里？}
        - {id: household, type: text, label: 户, ask: 哪一户？, optional: true}
        - {id: people, type: integer, label: 人数, ask: 几个人？, min: 0, max: 50, optional: true}
        - {id: mode, type: choice, label: 方式, ask: 方式？, options: [{id: home, label: 入户}, {id: phone, label: 电访}]}
        - {id: hazard, type: yes-no, label: 隐患, ask: 有没有隐患？}
        - {id: kinds, type: choices, label: 种类, ask: 什么隐患？, options: [{id: wiring, label: 用电}, {id: tree, label: 树木}], when: hazard}
      count:
        - {measure: visits, label: 户次, add: 1, by: [mode, hazard, kinds]}
        - {measure: person_times, label: 人次, add: people, by: [mode]}
        - {measure: households, label: 户, distinct: [place, household], by: [mode]}
      receipt: 好
      """;

  private static final Form FORM = form();

  private static Form form() {
    var schema = new Schema(Set.of("worker"), Set.of(), Set.of());
    var result = FormReader.read(Map.of("call.yaml", TEXT), schema, Set.of());
    return result
        .library()
        .orElseThrow(() -> new AssertionError(result.mistakes()))
        .forms()
        .getFirst();
  }

  private static Answers answers(Map<String, Value> byQuestion) {
    var answers = Answers.NONE;
    for (var entry : byQuestion.entrySet()) {
      answers = answers.with(new QuestionId(entry.getKey()), entry.getValue());
    }
    return answers;
  }

  /** What the measures count. */
  private static List<Entry> entries(Map<String, Value> byQuestion) {
    return all(byQuestion).stream()
        .filter(entry -> !entry.measure().equals(Entries.pending(FORM)))
        .toList();
  }

  private static List<Entry> all(Map<String, Value> byQuestion) {
    var submission =
        new Submission(
            new UUID(1, 1),
            "C1",
            FORM.id(),
            FORM.definition().hash(),
            new PersonId("p01"),
            new AreaCode("445381101"),
            Instant.EPOCH,
            LocalDate.EPOCH,
            answers(byQuestion));
    return Entries.of(FORM, submission);
  }

  private static Entry sum(String measure, String dimension, String value, long amount) {
    return new Entry("call." + measure, dimension, value, "", amount);
  }

  @Test
  void sumsCountOnceInTotalAndOnceForEachAnswerTheyAreCountedBy() {
    assertThat(
            entries(
                Map.of(
                    "people", new Value.Whole(3),
                    "mode", new Value.One("home"),
                    "hazard", new Value.YesNo(true),
                    "kinds", new Value.Many(List.of("wiring", "tree")))))
        .containsExactlyInAnyOrder(
            sum("visits", "", "", 1),
            sum("visits", "mode", "home", 1),
            sum("visits", "hazard", "yes", 1),
            sum("visits", "kinds", "wiring", 1),
            sum("visits", "kinds", "tree", 1),
            sum("person_times", "", "", 3),
            sum("person_times", "mode", "home", 3));
  }

  @Test
  void anAnswerThatIsNoLongerRelevantDoesNotCount() {
    assertThat(
            entries(
                Map.of(
                    "hazard", new Value.YesNo(false),
                    "kinds", new Value.Many(List.of("wiring")))))
        .containsExactlyInAnyOrder(sum("visits", "", "", 1), sum("visits", "hazard", "no", 1));
  }

  @Test
  void aNumberThatIsUnansweredOrZeroHasNoEntry() {
    assertThat(entries(Map.of())).containsExactly(sum("visits", "", "", 1));
    assertThat(entries(Map.of("people", new Value.Whole(0))))
        .containsExactly(sum("visits", "", "", 1));
  }

  private static Optional<String> subject(String code, String household) {
    return entries(
            Map.of("place", new Value.Place(code, "某镇"), "household", new Value.Text(household)))
        .stream()
        .filter(entry -> entry.measure().equals("call.households") && entry.amount() == 1)
        .map(Entry::subject)
        .findFirst();
  }

  @Test
  void theSameHouseholdWrittenInAnotherWayIsOneSubject() {
    var once = subject("445381101", "张某 A1");
    assertThat(once).isPresent();
    assertThat(subject("445381101", " 张某Ａ１。")).isEqualTo(once);
    assertThat(subject("445321107", "张某 A1")).isPresent().isNotEqualTo(once);
    assertThat(subject("445381101", "李某")).isPresent().isNotEqualTo(once);
  }

  @Test
  void aHouseholdThatIsNotFullyNamedIsNotCountedAsOne() {
    assertThat(entries(Map.of("household", new Value.Text("张某"))))
        .noneMatch(entry -> entry.measure().equals("call.households"));
  }

  @Test
  void aRecordThatLacksAnAnswerItMustHaveIsCountedAsPending() {
    assertThat(all(Map.of())).contains(sum("pending", "", "", 1));
    var full = new java.util.HashMap<String, Value>();
    full.put("people", new Value.Whole(3));
    full.put("mode", new Value.One("home"));
    full.put("hazard", new Value.YesNo(false));
    full.put("place", new Value.Place("445381101", "某镇"));
    full.put("household", new Value.Text("张某"));

    assertThat(all(full)).doesNotContain(sum("pending", "", "", 1));
    full.put("hazard", new Value.YesNo(true));
    assertThat(all(full)).contains(sum("pending", "", "", 1));
  }
}
