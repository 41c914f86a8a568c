package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.store.Samples.plain;
import static org.lanshao.store.Samples.submission;
import static org.lanshao.store.Samples.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.Media;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.record.Matter;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.register.FileNumber;
import org.lanshao.turn.AuditLog;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.NewMedia;
import org.lanshao.turn.Retention.Slice;
import org.lanshao.turn.Retention.What;
import org.lanshao.turn.Unavailable;

/** What is kept for a time goes after it, in slices; what counts and what is open stays. */
interface RetentionContract extends OnDatabase {
  String LEFT = "SELECT count(*) FROM turn WHERE length(input) > 0";
  String DRAFTED = "SELECT count(*) FROM turn WHERE length(events) > 0";
  Instant YEARS_LATER = TestDatabase.NOW.plus(Duration.ofDays(6 * 365));
  Media.Sent PHOTO = new Media.Sent("sandbox", "photo-1");

  private Slice purge(What what, Instant before, int most) throws Unavailable {
    return store().retention().purge(what, before, most);
  }

  /** All slices; how many rows are gone. */
  private int purgeAll(What what, Instant before, int most) throws Unavailable {
    int gone = 0;
    boolean more = true;
    while (more) {
      var slice = database().open().retention().purge(what, before, most);
      gone += slice.gone();
      more = slice.more();
    }
    return gone;
  }

  private static Submission told(String household) {
    var filed = submission("chen", TestAreas.TAIPING, Samples.DAY);
    return filed.with(
        filed.area(),
        new Answers(
            Map.of(
                new QuestionId("people"), new Value.Whole(3),
                new QuestionId("note"), new Value.Text("电线老化冒火花"),
                new QuestionId("household"),
                    new Value.Household(Optional.empty(), household, Optional.of("J7")),
                new QuestionId("photos"), new Value.Photos(List.of(PHOTO)))));
  }

  private Submission file(Submission record, long seq) throws Unavailable {
    commit(Samples.filing("chen", seq, visit(record, "张三", 3)));
    return record;
  }

  @Test
  default void wordsGoInSlicesAndAKillBetweenThemLosesAndRepeatsNothing() throws Unavailable {
    for (int i = 1; i <= 25; i++) {
      commit(plain(i % 2 == 0 ? "chen" : "lin", (i + 1) / 2, "m" + i));
    }
    var later = TestDatabase.NOW.plus(Duration.ofDays(181));

    assertThat(purge(What.WORDS, later, 10)).isEqualTo(new Slice(10, true));
    assertThat(database().ask(LEFT)).isEqualTo("15");
    store().close();
    var other = database().open().retention();

    assertThat(other.purge(What.WORDS, later, 10)).isEqualTo(new Slice(10, true));
    assertThat(database().ask(LEFT)).isEqualTo("5");
    assertThat(other.purge(What.WORDS, later, 10)).isEqualTo(new Slice(5, false));
    assertThat(database().ask(LEFT)).isEqualTo("0");
    assertThat(database().ask(DRAFTED)).isEqualTo("0");
    assertThat(database().ask("SELECT count(*) FROM turn")).isEqualTo("25");
  }

  @Test
  default void whatIsYoungerStaysAndIsTakenOnALaterRound() throws Unavailable {
    commit(plain("chen", 1, "m1"));

    assertThat(purge(What.WORDS, TestDatabase.NOW.minusSeconds(9999), 10).gone()).isZero();
    assertThat(database().ask(LEFT)).isEqualTo("1");
    assertThat(purge(What.WORDS, TestDatabase.NOW.plusSeconds(9999), 10).gone()).isOne();
    assertThat(database().ask(LEFT)).isEqualTo("0");
  }

  @Test
  default void anOpenDraftStaysAndOneThatIsOverGoes() throws Unavailable {
    commit(Changes.of(Samples.draft("chen", 1, "m1", 1)).build());
    commit(plain("chen", 2, "m2"));
    commit(Changes.of(Samples.draft("chen", 3, "m3", 3)).build());
    commit(Changes.of(Samples.draft("chen", 4, "m4", 3)).build());

    purge(What.WORDS, YEARS_LATER, 10);

    assertThat(database().ask(LEFT)).isEqualTo("0");
    assertThat(store().standing(Samples.conversation("chen")).orElseThrow().events())
        .containsExactly("[\"event 3\"]", "[\"event 4\"]");
    assertThat(database().ask(DRAFTED)).isEqualTo("2");
  }

  @Test
  default void recordsAndCountsStayAndAMessageThatComesAgainHasNoSecondEffect() throws Unavailable {
    var turn = plain("chen", 1, "m1").turn();
    var filing = visit(submission("chen", TestAreas.TAIPING, Samples.DAY), "石巷村12号", 3);
    commit(Changes.of(turn).filings(List.of(filing)).build());
    var number = filing.submission().number();

    purge(What.WORDS, TestDatabase.NOW.plus(Duration.ofDays(181)), 10);

    assertThat(store().record(number)).isPresent();
    assertThat(commit(Changes.of(turn).filings(List.of(filing)).build()))
        .isInstanceOf(Committed.Duplicate.class);
    assertThat(store().said(Samples.conversation("chen"), 5)).isEmpty();
    assertThat(store().standing(Samples.conversation("chen"))).isPresent();
  }

  @Test
  default void ofOldRecordsTheCountsRemainAndARecountAgrees() throws Unavailable {
    var corrected = file(told("张三"), 1);
    var making = new Revision.Making(new PersonId("lin"), TestDatabase.NOW, "写错了名字");
    var revision =
        Revision.first(corrected).corrected(TestAreas.TAIPING, corrected.answers(), making);
    commit(
        Changes.of(Samples.turn("lin", 1, "c1"))
            .filings(List.of(new Changes.Filing(revision, List.of())))
            .build());
    for (int seq = 2; seq <= 7; seq++) {
      file(told("李四"), seq);
    }
    store().foldOnce();
    var tally = "SELECT SUM(amount) || ' ' || count(*) FROM tally";
    var before = database().ask(tally);

    assertThat(purgeAll(What.RECORDS, YEARS_LATER, 3)).isEqualTo(7);
    assertThat(purgeAll(What.RECORDS, YEARS_LATER, 3)).as("nothing twice").isZero();

    assertThat(database().ask(tally)).isEqualTo(before);
    assertThat(store().recount()).isEmpty();
    store().rebuild();
    assertThat(database().ask(tally)).isEqualTo(before);
    assertThat(store().register().lastMet(corrected.form(), corrected.day()))
        .isEqualTo(Map.of(new FileNumber("J7"), corrected.day()));
    assertThat(
            database()
                .ask(
                    "SELECT count(*) FROM household_met WHERE record IN (SELECT id FROM"
                        + " submission)"))
        .as("visits that a record without names is known to have made")
        .isEqualTo("0");
    for (Revision left : store().history(corrected.number())) {
      assertThat(left.record().answers().byQuestion())
          .containsOnlyKeys(new QuestionId("people"))
          .containsValue(new Value.Whole(3));
      assertThat(left.why()).isEmpty();
    }
  }

  @Test
  default void aRecordThatWasChangedLatelyOrHasSomethingOpenWaits() throws Unavailable {
    var changed = file(told("张三"), 1);
    var lately = new Revision.Making(new PersonId("lin"), YEARS_LATER.plusSeconds(1), "");
    commit(
        Changes.of(Samples.turn("lin", 1, "c1"))
            .filings(
                List.of(new Changes.Filing(Revision.first(changed).returned(lately), List.of())))
            .build());
    var opener = file(told("李四"), 2);
    var matter = matter(opener, false);
    commit(Samples.keeping("chen", 3, matter));

    assertThat(purgeAll(What.RECORDS, YEARS_LATER, 10)).isZero();
    commit(Samples.keeping("chen", 4, closed(matter, opener)));
    assertThat(purgeAll(What.RECORDS, YEARS_LATER, 10)).isOne();

    assertThat(store().record(changed.number()).orElseThrow().record().answers().byQuestion())
        .hasSize(4);
    for (Matter version : store().matters().story(matter.number())) {
      assertThat(version.what().name() + version.what().about()).isEmpty();
      assertThat(version.what().place().name()).isEqualTo("石巷村");
    }
  }

  private static Matter matter(Submission opener, boolean done) {
    var what = new Matter.What(new Value.Place("445381102", "石巷村"), "李四", "电线老化冒火花");
    var made = new Matter.Made(opener.number(), opener.person(), opener.at(), opener.day());
    var step = new Matter.Step(opener.number(), done ? "closed" : "open", done, 0);
    return Matter.open("H" + opener.number().substring(1), opener, what, step, made);
  }

  private static Matter closed(Matter open, Submission opener) {
    return open.with(new Matter.Step(opener.number(), "closed", true, 0)).next(open.made());
  }

  @Test
  default void thePicturesOfOldRecordsAreToBeDeleted() throws Unavailable {
    var record = told("张三");
    var sent =
        new NewMedia(
            Samples.conversation("chen"), 1, PHOTO, NewMedia.Wanted.PHOTO, TestDatabase.NOW);
    commit(
        Changes.of(Samples.turn("chen", 1, "m1"))
            .filings(List.of(visit(record, "张三", 3)))
            .media(List.of(sent))
            .build());

    purge(What.RECORDS, YEARS_LATER, 10);

    assertThat(database().ask("SELECT state FROM media")).isEqualTo("3");
  }

  @Test
  default void whatWasSentGoesAndWhatWaitsStays() throws Unavailable {
    store().send(List.of(Samples.outgoing("chen", "a"), Samples.outgoing("chen", "b")));
    store().send(List.of(Samples.outgoing("lin", "c"), Samples.outgoing("lin", "d")));
    database().run("UPDATE outgoing SET state = 1 WHERE once IN ('a', 'c', 'd')");

    assertThat(purgeAll(What.SENT, TestDatabase.NOW, 1)).as("too young").isZero();
    assertThat(purgeAll(What.SENT, YEARS_LATER, 1)).isEqualTo(2);
    assertThat(database().ask("SELECT MIN(once) || MAX(once) FROM outgoing")).isEqualTo("bd");
  }

  @Test
  default void theAuditLosesItsOldBeginningAndStillVerifies() throws Unavailable {
    var old = database().open();
    var later = YEARS_LATER.plusSeconds(60);
    for (int nth = 1; nth <= 5; nth++) {
      old.audit().note(entry("V" + nth, TestDatabase.NOW));
      if (nth == 3) {
        database().open().audit().note(entry("V7", later)); // it knows the other chain's head
      }
    }
    old.audit().note(entry("V6", later));
    database().clock(later);

    assertThat(database().open().retention().purge(What.AUDIT, YEARS_LATER, 4).gone()).isEqualTo(4);
    assertThat(flaws()).isEmpty();
    assertThat(purgeAll(What.AUDIT, YEARS_LATER, 4)).isEqualTo(2);
    assertThat(flaws()).isEmpty();
    assertThat(purgeAll(What.AUDIT, YEARS_LATER, 4)).isZero();
    assertThat(store().audit().newest(100))
        .extracting(AuditLog.Entry::kind)
        .contains(AuditLog.Kind.CUT);
    database().run("DELETE FROM audit WHERE position = 7 AND kind = 'read'");
    assertThat(flaws()).isNotEmpty();
  }

  @Test
  default void anAnchorThatWasChangedIsFound() throws Unavailable {
    store().audit().note(entry("V1", TestDatabase.NOW));
    store().audit().note(entry("V2", YEARS_LATER));
    purge(What.AUDIT, YEARS_LATER, 10);
    assertThat(flaws()).isEmpty();

    database().run("UPDATE audit_anchor SET position = position + 1");
    assertThat(flaws()).isNotEmpty();
  }

  @Test
  default void anAuditThatWasTamperedWithIsNotCut() throws Unavailable {
    store().audit().note(entry("V1", TestDatabase.NOW));
    database().run("UPDATE audit SET person = 'somebody' WHERE position = 1");

    assertThat(purge(What.AUDIT, YEARS_LATER, 10)).isEqualTo(new Slice(0, false));
    assertThat(flaws()).isNotEmpty();
  }

  private List<String> flaws() throws Unavailable {
    return database().open().audit().verify(List.of()).flaws();
  }

  private static AuditLog.Entry entry(String about, Instant at) {
    var person = Optional.of(new PersonId("p41"));
    return new AuditLog.Entry(at, AuditLog.Kind.READ, person, "sandbox/p41", about);
  }

  @Test
  default void practiceGoesAndRealRecordsStay() throws Unavailable {
    var real = file(told("张三"), 1);
    var filed = told("李四");
    var practice =
        new Submission(
            filed.id(),
            "VX" + filed.number().substring(1),
            filed.form(),
            filed.definition(),
            filed.person(),
            filed.area(),
            filed.at(),
            filed.day(),
            filed.answers());
    commit(Samples.filing("chen", 2, new Changes.Filing(practice, List.of())));

    assertThat(purge(What.PRACTICE, TestDatabase.NOW, 10).gone()).as("too young").isZero();
    assertThat(purge(What.PRACTICE, YEARS_LATER, 10)).isEqualTo(new Slice(1, false));

    assertThat(store().record(practice.number())).isEmpty();
    assertThat(store().record(real.number())).isPresent();
  }

  @Test
  default void ofTwoNodesOnePurges() throws Unavailable {
    var one = store().retention();
    var other = database().open().retention();
    var lease = Duration.ofHours(1);

    assertThat(one.lead(lease)).isTrue();
    assertThat(other.lead(lease)).isFalse();
    assertThat(one.lead(lease)).isTrue();
    one.leave();
    assertThat(other.lead(lease)).isTrue();
    assertThat(one.lead(lease)).isFalse();
    database().run("UPDATE lease SET until = 0");
    assertThat(one.lead(lease)).as("it was killed long ago").isTrue();
  }
}
