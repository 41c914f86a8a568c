package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.store.Samples.DAY;
import static org.lanshao.store.TestAreas.CITY;
import static org.lanshao.store.TestAreas.TAIPING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanshao.count.Entries;
import org.lanshao.count.Scope;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.FormReader;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Schema;
import org.lanshao.form.Value;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.Practice;
import org.lanshao.record.Matter;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.register.FileNumber;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.PracticeBook;
import org.lanshao.turn.Unavailable;

/** A mix of records and of practice is to every question as if the records were alone. */
interface PracticeContract extends OnDatabase {
  FormId VISIT = new FormId("visit");
  Form FORM =
      FormReader.read(
              Map.of(
                  "visit.yaml",
                  """
                  id: visit
                  title: 走访
                  number: V
                  start: [走访]
                  who: [worker]
                  chat: any
                  questions:
                    - {id: household, type: household, label: 户, ask: 哪一户？}
                    - {id: people, type: integer, label: 人数, ask: 几个人？, min: 0, max: 50}
                  count:
                    - {measure: person_times, label: 人次, add: people}
                    - {measure: households, label: 户, distinct: [household]}
                  receipt: 好
                  """),
              new Schema(Set.of("worker"), Set.of(), Set.of()),
              Set.of())
          .library()
          .orElseThrow()
          .forms()
          .getFirst();
  PersonId CHEN = new PersonId("chen");
  DayRange DAYS = new DayRange(DAY, DAY.plusDays(9));

  @Test
  default void aMixOfRecordsAndPracticeIsAsIfTheRecordsWereAlone() throws Exception {
    var random = new Random(20220521);
    var real = new ArrayList<Submission>();
    for (int n = 1; n <= 60; n++) {
      var record = record(n, random.nextBoolean(), random);
      if (!record.isPractice()) {
        real.add(record);
      }
      file(n, record);
      if (random.nextInt(15) == 0) {
        store().foldOnce();
      }
    }

    assertThat(real).hasSizeBetween(10, 50);
    assertThat(store().sum("visit.person_times", new Scope.InArea(CITY), DAYS))
        .isEqualTo(real.stream().mapToLong(PracticeContract::people).sum());
    assertThat(store().distinct("visit.households", new Scope.InArea(CITY), DAYS))
        .isEqualTo(real.stream().map(PracticeContract::household).distinct().count());
    assertThat(
            numbers(
                store()
                    .records()
                    .page(VISIT, new Scope.InArea(CITY), DAYS, Optional.empty())
                    .records()))
        .containsExactlyInAnyOrderElementsOf(real.stream().map(Submission::number).toList());
    assertThat(numbers(store().filed(CHEN, DAY.plusDays(3))))
        .containsExactlyInAnyOrderElementsOf(
            real.stream()
                .filter(record -> record.day().equals(DAY.plusDays(3)))
                .map(Submission::number)
                .toList());
    assertThat(store().lastFiled(CHEN, VISIT).orElseThrow().record().isPractice()).isFalse();
    assertThat(store().returned(CHEN))
        .extracting(r -> r.record().isPractice())
        .doesNotContain(true);
    assertThat(store().register().met(VISIT, DAYS))
        .containsExactlyInAnyOrderElementsOf(
            real.stream().map(r -> new FileNumber(household(r))).collect(Collectors.toSet()));
    assertThat(store().recount()).isEmpty();
  }

  @Test
  default void mattersOfPracticeAreInNoListButTheirOwn() throws Exception {
    var real = opened(1, false);
    var practice = opened(2, true);
    var other = opened(3, false);
    var practised = opened(6, true);

    assertThat(store().matters().open("H", CITY, 9)).containsExactly(real);
    assertThat(store().matters().open("HX", CITY, 9)).containsExactly(practice);
    assertThat(store().matters().open("HA", CITY, 9)).containsExactly(other);
    assertThat(store().matters().open("HAX", CITY, 9)).containsExactly(practised);
    assertThat(store().matters().due(CITY, DAY.plusDays(99), 9))
        .containsExactlyInAnyOrder(real, other);
    assertThat(store().matters().ofOwner(CHEN)).containsExactlyInAnyOrder(real, other);
    assertThat(store().matters().count("H", new Scope.InArea(CITY), DAYS).opened()).isEqualTo(1);
    assertThat(store().matters().matter(practice.number())).contains(practice);
  }

  @Test
  default void practiceIsTakenAwayWithAllThatItLeftAndNothingElse() throws Exception {
    var real = opened(1, false);
    var practice = opened(2, true);
    var other = record(3, true, new Random(3));
    commit(Samples.filing("chen", 3, new Changes.Filing(other, List.of())));
    commit(
        Samples.filing(
            "chen",
            4,
            new Changes.Filing(
                Revision.first(other).returned(RevisionContract.BY_LIN), List.of())));

    assertThat(store().practice().of(Set.of(CHEN)))
        .extracting(PracticeBook.Left::number)
        .containsExactlyInAnyOrder("VX2", "VAX3");
    assertThat(store().practice().of(Set.of(new PersonId("lin")))).isEmpty();
    store()
        .practice()
        .remove(Stream.of("VX2", "VAX3", "V1", "VX9").map(PracticeContract::removal).toList());

    assertThat(store().practice().of(Set.of(CHEN))).isEmpty();
    assertThat(store().record("VX2")).isEmpty();
    assertThat(store().history("VAX3")).isEmpty();
    assertThat(store().matters().story(practice.number())).isEmpty();
    assertThat(store().matters().matter(real.number())).contains(real);
    assertThat(store().record("V1")).isPresent();
  }

  @Test
  default void whatHasNotLeftOfPracticeThatIsTakenAwayNeverLeaves() throws Exception {
    var gone = List.of("alert:EX1:1:p.lin", "alert:EX1:m:00ff:lin", "notice:NX1:0:s:g.g05");
    var kept = List.of("alert:EX10:1:p.lin", "alert:E1:1:p.lin", "notice:NX11:0:s:g.g05", "x");
    var rows =
        Stream.concat(gone.stream(), kept.stream())
            .map(once -> Samples.outgoing("to " + once, once))
            .toList();
    commit(Changes.of(Samples.turn("chen", 1, "m1")).outgoing(rows).build());

    store().practice().remove(List.of(removal("EX1"), removal("NX1"), removal("E1")));

    assertThat(store().outgoing().claim(Lane.DIGEST, 99, Duration.ofMinutes(1)))
        .extracting(claimed -> claimed.message().id())
        .containsExactlyInAnyOrderElementsOf(
            rows.stream().skip(gone.size()).map(NewOutgoing::id).toList());
  }

  private static PracticeBook.Removal removal(String number) {
    var messages = List.of("alert:" + number + ":", "notice:" + number + ":");
    return new PracticeBook.Removal(number, messages, List.of());
  }

  /** Files a record as a form does, and returns some of them. */
  private void file(int n, Submission record) throws Unavailable {
    var filing = new Changes.Filing(record, Entries.of(FORM, record));
    assertThat(commit(Samples.filing("chen", 2L * n - 1, filing))).isEqualTo(new Committed.Done());
    if (n % 7 == 0) {
      var returned = Revision.first(record).returned(RevisionContract.BY_LIN);
      var again = new Changes.Filing(returned, Entries.of(FORM, record));
      commit(Samples.filing("chen", 2L * n, again));
    } else {
      commit(Samples.plain("chen", 2L * n, "m" + n));
    }
  }

  private static List<String> numbers(List<Revision> records) {
    return records.stream().map(revision -> revision.record().number()).toList();
  }

  private Matter opened(int n, boolean practice) throws Unavailable {
    var record = record(n, practice, new Random(n));
    var what = new Matter.What(new Value.Place(TAIPING.text(), "某镇"), "陈伯", "某镇 陈伯 电线老化");
    var step = new Matter.Step(record.number(), "open", false, 3);
    var made = new Matter.Made(record.number(), CHEN, TestDatabase.NOW, DAY);
    var number = record.number().replace('V', 'H');
    var matter = Matter.open(number, record, what, step, made);
    var due = matter.with(matter.care().until(Optional.of(DAY.plusDays(1)), false));
    var filing = new Changes.Filing(Revision.first(record), List.of(), List.of(due));
    assertThat(commit(Samples.filing("chen", n, filing))).isEqualTo(new Committed.Done());
    return due;
  }

  private static Submission record(int n, boolean practice, Random random) {
    var own = n % 3 == 0 ? "VA" : "V";
    var letter = practice ? Practice.of(own) : own;
    var answers =
        Map.<QuestionId, Value>of(
            new QuestionId("household"),
            new Value.Household(Optional.empty(), "张三", Optional.of("F" + random.nextInt(12))),
            new QuestionId("people"),
            new Value.Whole(1 + random.nextInt(5)));
    var sample = Samples.submission("chen", TAIPING, DAY.plusDays(random.nextInt(10)));
    return new Submission(
        sample.id(),
        letter + n,
        VISIT,
        sample.definition(),
        CHEN,
        TAIPING,
        sample.at(),
        sample.day(),
        new Answers(answers));
  }

  private static String household(Submission record) {
    return ((Value.Household) record.answers().get(new QuestionId("household")).orElseThrow())
        .number()
        .orElseThrow();
  }

  private static long people(Submission record) {
    return ((Value.Whole) record.answers().get(new QuestionId("people")).orElseThrow()).number();
  }
}
