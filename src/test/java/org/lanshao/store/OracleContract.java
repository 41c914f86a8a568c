package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanshao.store.TestAreas.CITY;
import static org.lanshao.store.TestAreas.LUODING;
import static org.lanshao.store.TestAreas.LUOJING;
import static org.lanshao.store.TestAreas.TAIPING;
import static org.lanshao.store.TestAreas.VILLAGE_OF_LUOJING;
import static org.lanshao.store.TestAreas.VILLAGE_OF_TAIPING;
import static org.lanshao.store.TestAreas.VILLAGE_OF_XINCHENG;
import static org.lanshao.store.TestAreas.XINCHENG;
import static org.lanshao.store.TestAreas.XINXING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanshao.Effort;
import org.lanshao.count.Axis;
import org.lanshao.count.Condition;
import org.lanshao.count.Cut;
import org.lanshao.count.Entry;
import org.lanshao.count.Period;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.Unavailable;

/**
 * Random counts over random records with corrections, moves and withdrawals, while the households
 * change their groups and towns and villages come to lie elsewhere, equal a plain recount.
 */
interface OracleContract extends OnDatabase {
  List<AreaCode> TOWNS = List.of(TAIPING, LUOJING, XINCHENG);
  List<AreaCode> VILLAGES = List.of(VILLAGE_OF_TAIPING, VILLAGE_OF_LUOJING, VILLAGE_OF_XINCHENG);
  List<AreaCode> PLACES = Stream.concat(TOWNS.stream(), VILLAGES.stream()).toList();
  List<String> PEOPLE = List.of("chen", "lin", "wu");
  List<String> PURPOSES = List.of("flood", "drowning", "routine", "other");
  List<String> MODES = List.of("home", "phone", "video");
  LocalDate BEGINNING = LocalDate.of(2021, 11, 20);
  int LONG = 200;

  @Test
  default void randomCountsEqualAPlainRecount() throws Exception {
    try (var plain = new PlainRecords()) {
      var random = new Random(20220509);
      live(random, plain, Effort.of(120));
      check(random, plain, Effort.of(150));
      store().foldOnce();
      check(random, plain, Effort.of(150));
      seeAll();
      // Today is the 10th of May 2022.
      assertThat(database().ask("SELECT MIN(period) FROM unseen")).isEqualTo("202205");
      check(random, plain, Effort.of(150));
      assertThat(store().recount()).isEmpty();
    }
  }

  /** With {@code -Deffort=400} 200,000 records, as many corrections and 2,000 counts. */
  @Test
  default void manyRandomCountsOverManyRecordsEqualAPlainRecount() throws Exception {
    try (var plain = new PlainRecords()) {
      var random = new Random(20220516);
      live(random, plain, Effort.of(4_000), 5_000);
      check(random, plain, Effort.of(10));
      store().foldOnce();
      seeAll();
      check(random, plain, Effort.of(10));
    }
  }

  @Test
  default void countsStayRightWhileNewTurnsAreCommittedAndFolded() throws Exception {
    int steps = Effort.of(80);
    try (var plain = new PlainRecords()) {
      var random = new Random(20220517);
      live(random, plain, steps);
      var later = new ArrayList<PlainRecords.Told>();
      TurnContract.atOnce(
          2,
          i -> {
            if (i == 0) {
              var other = new Random(1);
              for (int n = 1; n <= Effort.of(100); n++) {
                later.add(fileLater(steps + n, other));
                store().foldOnce();
              }
            } else {
              check(random, plain, Effort.of(60));
            }
            return 0;
          });
      for (var told : later) {
        plain.put(told);
      }
      var all = new DayRange(BEGINNING, BEGINNING.plusYears(3));
      var cut =
          new Cut("visit.person_times", false, new Scope.InArea(CITY), all, List.of(), List.of());
      assertThat(store().count(cut)).isEqualTo(plain.count(cut));
      check(random, plain, Effort.of(60));
      assertThat(store().recount()).isEmpty();
    }
  }

  /** Of a day behind all that random counts ask for. */
  private PlainRecords.Told fileLater(int n, Random random) throws Exception {
    var day = BEGINNING.plusYears(2).plusDays(random.nextInt(LONG));
    var person = PEOPLE.get(random.nextInt(PEOPLE.size()));
    var record = Samples.submission(person, any(PLACES, random), day);
    var told = told(record, random, new OracleRegister(this));
    commit(n, new Changes.Filing(Revision.first(record), entries(told)));
    return told;
  }

  @Test
  default void countsStayRightWhileEverythingIsFoldedAnew() throws Exception {
    try (var plain = new PlainRecords()) {
      var random = new Random(20220513);
      live(random, plain, Effort.of(80));
      TurnContract.atOnce(
          2,
          i -> {
            if (i == 0) {
              for (int n = 0; n < 10; n++) {
                store().rebuild();
                seeAll();
              }
            } else {
              check(random, plain, Effort.of(60));
            }
            return 0;
          });
      assertThat(store().recount()).isEmpty();
    }
  }

  @Test
  default void countsStayRightWhileWhatAVersionBeforeFoldedIsMoved() throws Exception {
    try (var plain = new PlainRecords()) {
      var random = new Random(20220514);
      live(random, plain, Effort.of(100));
      store().foldOnce();
      database()
          .run(
              "INSERT INTO tally_before (area, measure, dimension, value, period, amount)"
                  + " SELECT area, measure, dimension, value, period, amount FROM period_tally"
                  + " WHERE period > 9999");
      database().run("DELETE FROM period_tally");
      assertThat(store().recount()).as("nothing was moved").isEmpty();
      check(random, plain, Effort.of(40));
      int slices = 0;
      for (; store().moveSome(); slices++) {
        check(random, plain, Effort.of(20));
        assertThat(store().recount()).as("%d slices were moved", slices + 1).isEmpty();
      }
      assertThat(slices).isGreaterThan(1);
      assertThat(database().ask("SELECT count(*) FROM tally_before")).isEqualTo("0");
      check(random, plain, Effort.of(40));
    }
  }

  @Test
  default void aVersionBeforeCountsTheSameAndDoesNotFold() throws Exception {
    try (var plain = new PlainRecords()) {
      live(new Random(20220515), plain, 60);
      store().foldOnce();
      var month =
          "SELECT SUM(e.amount) FROM tally e WHERE e.area = '445300'"
              + " AND e.measure = 'visit.household_visits' AND e.dimension = '' AND e.value = ''"
              + " AND e.period BETWEEN 202201 AND 202203";
      var range = new DayRange(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 3, 31));
      var sum = store().sum("visit.household_visits", new Scope.InArea(CITY), range);
      assertThat(database().ask(month)).isEqualTo(String.valueOf(sum));
      assertThat(database().ask("SELECT MIN(period) FROM tally")).as("no year").hasSize(6);
      assertThatThrownBy(
              () ->
                  database()
                      .run(
                          "INSERT INTO tally (area, measure, dimension, value, period, amount)"
                              + " VALUES ('445300', 'm', '', '', 20220101, 1)"
                              + " ON CONFLICT (area, measure, dimension, value, period)"
                              + " DO UPDATE SET amount = tally.amount + excluded.amount"))
          .hasMessageContaining("view");
    }
  }

  /** Makes all days and months that are over ready for long counts. */
  private void seeAll() throws Unavailable {
    while (store().seeOne()) {
      // One more.
    }
  }

  private void live(Random random, PlainRecords plain, int steps) throws Exception {
    live(random, plain, steps, 25);
  }

  /**
   * Files, corrects, moves and withdraws, while now and then a household changes its groups, a
   * village comes to lie in another town or a town in another county; folds once in so many steps.
   */
  private void live(Random random, PlainRecords plain, int steps, int rhythm) throws Exception {
    var register = new OracleRegister(this);
    var standing = new ArrayList<Revision>();
    for (int n = 1; n <= steps; n++) {
      disturb(random, plain, register);
      int which = random.nextInt(standing.size() * 2 + 1);
      if (which >= standing.size()) {
        var day = BEGINNING.plusDays(random.nextInt(LONG));
        var person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        Submission filed = Samples.submission(person, any(PLACES, random), day);
        standing.add(Revision.first(filed));
        tell(n, told(filed, random, register), standing.getLast(), plain);
      } else if (random.nextInt(4) == 0) {
        var withdrawn = standing.remove(which).withdrawn(RevisionContract.BY_LIN);
        commit(n, new Changes.Filing(withdrawn, List.of()));
        plain.remove(withdrawn.record().id());
      } else {
        var answers = new Answers(java.util.Map.of(new QuestionId("note"), new Value.Text("改")));
        var place = any(PLACES, random);
        var corrected = standing.get(which).corrected(place, answers, RevisionContract.BY_LIN);
        standing.set(which, corrected);
        tell(n, told(corrected.record(), random, register), corrected, plain);
      }
      if (random.nextInt(rhythm) == 0) {
        store().foldOnce();
        for (int seen = random.nextInt(400); seen > 0 && store().seeOne(); seen--) {
          // Some days and months are made ready for long counts.
        }
      }
    }
  }

  private void disturb(Random random, PlainRecords plain, OracleRegister register)
      throws Exception {
    switch (random.nextInt(30)) {
      case 0 -> database().move(any(TOWNS, random), any(List.of(LUODING, XINXING), random));
      case 1 -> database().move(any(VILLAGES, random), any(TOWNS, random));
      case 2, 3 -> register.retag(random, plain);
      default -> {}
    }
  }

  private static <T> T any(List<T> several, Random random) {
    return several.get(random.nextInt(several.size()));
  }

  private void tell(int n, PlainRecords.Told told, Revision revision, PlainRecords plain)
      throws Exception {
    commit(n, new Changes.Filing(revision, entries(told)));
    plain.put(told);
  }

  private PlainRecords.Told told(Submission record, Random random, OracleRegister register) {
    int household = random.nextInt(OracleRegister.HOUSEHOLDS);
    var purposes = PURPOSES.stream().filter(p -> random.nextInt(3) == 0).toList();
    return new PlainRecords.Told(
        record.id(),
        record.person().text(),
        database().within(record.area()),
        record.day().toString(),
        MODES.get(random.nextInt(MODES.size())),
        purposes,
        OracleRegister.name(household),
        register.category(household),
        random.nextInt(5));
  }

  private static List<Entry> entries(PlainRecords.Told told) {
    var entries = new ArrayList<Entry>();
    count(entries, "visit.household_visits", told, "", 1);
    if (told.people() > 0) {
      count(entries, "visit.person_times", told, "", told.people());
    }
    count(entries, "visit.households", told, told.household(), 1);
    return entries;
  }

  private static void count(
      List<Entry> entries, String measure, PlainRecords.Told told, String subject, long amount) {
    entries.add(new Entry(measure, "", "", subject, amount));
    entries.add(new Entry(measure, "mode", told.mode(), subject, amount));
    entries.add(new Entry(measure, "category", told.category(), subject, amount));
    told.purposes().forEach(p -> entries.add(new Entry(measure, "purpose", p, subject, amount)));
  }

  private void commit(int n, Changes.Filing filing) throws Unavailable {
    assertThat(commit(Samples.filing("chen", n, filing))).isEqualTo(new Committed.Done());
  }

  private void check(Random random, PlainRecords plain, int times) throws Exception {
    for (int n = 0; n < times; n++) {
      var cut = cut(random);
      assertThat(store().count(cut)).as("%s", cut).isEqualTo(plain.count(cut));
    }
  }

  private Cut cut(Random random) {
    var measures = List.of("visit.household_visits", "visit.person_times", "visit.households");
    var measure = measures.get(random.nextInt(3));
    var areas = Stream.concat(Stream.of(CITY, LUODING, XINXING), PLACES.stream()).toList();
    Scope scope =
        switch (random.nextInt(5)) {
          case 0 -> new Scope.ByPerson(new PersonId(PEOPLE.get(random.nextInt(3))));
          case 1 -> new Scope.InAreas(List.of(XINXING, any(TOWNS, random), any(VILLAGES, random)));
          default -> new Scope.InArea(areas.get(random.nextInt(areas.size())));
        };
    var range = range(random);
    var axes = new ArrayList<Axis>();
    var where = new ArrayList<Condition>();
    var questions = new ArrayList<>(List.of("purpose", "mode", "category"));
    questions.remove(random.nextInt(questions.size()));
    for (var question : questions) {
      var values = values(question);
      switch (random.nextInt(4)) {
        case 0 -> where.add(new Condition(new QuestionId(question), values.get(random.nextInt(3))));
        case 1 ->
            axes.add(
                new Axis.Answers(
                    new QuestionId(question), values.subList(0, 1 + random.nextInt(3))));
        default -> {}
      }
    }
    switch (random.nextInt(6)) {
      case 0 -> axes.add(new Axis.Areas(inside(scope)));
      case 1 -> axes.add(new Axis.People(List.of(new PersonId("chen"), new PersonId("wu"))));
      case 2, 3 -> axes.add(new Axis.Times(List.of(Period.values()).get(random.nextInt(3))));
      default -> {}
    }
    java.util.Collections.shuffle(axes, random);
    return new Cut(measure, measure.endsWith("households"), scope, range, where, axes);
  }

  private static List<String> values(String question) {
    return switch (question) {
      case "mode" -> MODES;
      case "category" -> OracleRegister.CATEGORIES;
      default -> PURPOSES;
    };
  }

  /** Some days, or years of which some or nothing has records, whole or not. */
  private static DayRange range(Random random) {
    var first = BEGINNING.plusDays(random.nextInt(LONG));
    return random.nextInt(3) > 0
        ? new DayRange(first, first.plusDays(random.nextInt(LONG)))
        : new DayRange(
            BEGINNING.withDayOfYear(1).minusDays(random.nextInt(3) * 150L),
            BEGINNING.plusYears(1).withMonth(12).withDayOfMonth(31).minusDays(random.nextInt(4)));
  }

  /** Areas that lie in what is counted, as those of a breakdown do. */
  private List<AreaCode> inside(Scope scope) {
    return PLACES.stream()
        .filter(
            place ->
                switch (scope) {
                  case Scope.InArea(AreaCode area) -> database().within(place).contains(area);
                  case Scope.InAreas(List<AreaCode> several) ->
                      database().within(place).stream().anyMatch(several::contains);
                  case Scope.ByPerson own -> true;
                })
        .toList();
  }
}
