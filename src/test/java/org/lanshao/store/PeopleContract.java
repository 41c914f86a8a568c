package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.store.Samples.submission;
import static org.lanshao.store.Samples.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.Media;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.record.Submission;
import org.lanshao.register.Client;
import org.lanshao.register.ClientField;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.Register;
import org.lanshao.register.RegisterChange;
import org.lanshao.register.RegisterEdit;
import org.lanshao.turn.AuditLog;
import org.lanshao.turn.Changes;
import org.lanshao.turn.NewMedia;
import org.lanshao.turn.NewRegisterChange;
import org.lanshao.turn.NewTurn;
import org.lanshao.turn.PeopleHeld.Leaver;
import org.lanshao.turn.PeopleHeld.Sought;
import org.lanshao.turn.Unavailable;

/** All that is held of one person is found, and taken out without a number changing. */
interface PeopleContract extends OnDatabase {
  String NAME = "甄阿婆";
  String PHONE = "13911112222";
  Media.Sent PICTURE = new Media.Sent("sandbox", "photo-of-her");
  Sought SOUGHT =
      new Sought(
          Set.of("J7-1", PHONE, "999999199001011238"),
          Set.of(NAME),
          Set.of("J7", "石巷村"),
          Set.of(TestAreas.TAIPING),
          Set.of(new PersonId("chen")),
          true,
          Set.of("J7-1"),
          List.of());

  private static Household household(String... names) {
    var clients = new ArrayList<Client>();
    for (String name : names) {
      var number = new FileNumber("J7-" + (clients.size() + 1));
      clients.add(new Client(number, Map.of(ClientField.NAME, name), List.of()));
    }
    return new Household(
        new FileNumber("J7"),
        Map.of(
            HouseholdField.AREA,
            TestAreas.TAIPING.text(),
            HouseholdField.HEAD,
            NAME,
            HouseholdField.PHONE,
            PHONE,
            HouseholdField.NOTE,
            NAME + "怕打雷"),
        clients);
  }

  private static Submission record(Map<QuestionId, Value> answers) {
    var filed = submission("chen", TestAreas.TAIPING, Samples.DAY);
    return filed.with(filed.area(), new Answers(answers));
  }

  private static NewTurn said(long seq, String words) {
    var turn = Samples.turn("chen", seq, "p" + seq);
    return new NewTurn(
        turn.conversation(),
        seq,
        turn.messageId(),
        turn.at(),
        turn.person(),
        "{\"v\":1,\"input\":{\"kind\":\"text\",\"text\":\"" + words + "\"}}",
        turn.events(),
        turn.reply(),
        0,
        turn.greeted(),
        "",
        Optional.empty());
  }

  /** A day on which she was visited, and somebody else who is her neighbour. */
  private List<Submission> day() throws Unavailable {
    enrol(1, household(NAME, "李小妹"));
    enrol(2, household(NAME, "李小妹").with(HouseholdField.SIZE, "2"));
    var hers =
        record(
            Map.of(
                new QuestionId("household"),
                    new Value.Household(Optional.empty(), NAME, Optional.of("J7")),
                new QuestionId("people"), new Value.Whole(2),
                new QuestionId("note"), new Value.Text("夜里常常哭"),
                new QuestionId("photos"), new Value.Photos(List.of(PICTURE))));
    var neighbours =
        record(
            Map.of(
                new QuestionId("household"), new Value.Household(Optional.empty(), "王大伯"),
                new QuestionId("note"), new Value.Text("隔壁" + NAME + "常来，电话" + PHONE)));
    var media =
        new NewMedia(
            Samples.conversation("chen"), 1, PICTURE, NewMedia.Wanted.PHOTO, TestDatabase.NOW);
    commit(
        Changes.of(said(1, "走访 " + NAME + " 两人"))
            .filings(List.of(visit(hers, NAME, 2)))
            .media(List.of(media))
            .build());
    commit(Changes.of(said(2, "走访 王大伯")).filings(List.of(visit(neighbours, "王大伯", 1))).build());
    store().send(List.of(Samples.outgoing("chen", "a")));
    store().audit().note(look("J7"));
    store().audit().note(look(hers.number()));
    store().audit().note(look("J70"));
    store().foldOnce();
    return List.of(hers, neighbours);
  }

  private static AuditLog.Entry look(String number) {
    var person = Optional.of(new PersonId("lin"));
    return new AuditLog.Entry(TestDatabase.NOW, AuditLog.Kind.READ, person, "sandbox/lin", number);
  }

  private void enrol(long version, Household household) throws Unavailable {
    var batch = UUID.randomUUID();
    store().registerImport().layOut(batch, List.of(new RegisterEdit.Put(household)));
    store()
        .registerImport()
        .takeIn(
            new NewRegisterChange(
                new RegisterChange(version, List.of()),
                batch,
                NewRegisterChange.Kind.CHANGE,
                Optional.empty(),
                "",
                TestDatabase.NOW),
            1);
  }

  /** Every private text that is left, opened. */
  private String allTexts() throws Unavailable {
    var everybody =
        new Sought(Set.of(), Set.of(""), Set.of(""), Set.of(), Set.of(), true, Set.of(), List.of());
    var texts = new StringBuilder();
    database().open().people().all(everybody, (table, row, media) -> texts.append(row.values()));
    return texts.toString();
  }

  @Test
  default void allThatIsHeldIsFound() throws Unavailable {
    day();
    var counts = new TreeMap<String, Long>();
    var pictures = new ArrayList<Media.Sent>();
    store()
        .people()
        .all(
            SOUGHT,
            (table, row, media) -> {
              counts.merge(table, 1L, Long::sum);
              pictures.addAll(media);
            });

    assertThat(counts)
        .isEqualTo(store().people().count(SOUGHT))
        .containsEntry("turn", 1L)
        .containsEntry("submission", 2L)
        .containsEntry("register_edit", 2L)
        .containsEntry("audit", 2L)
        .doesNotContainKey("outgoing");
    assertThat(pictures).containsExactly(PICTURE);
    assertThat(allTexts()).contains(NAME, PHONE, "夜里常常哭", "王大伯");
  }

  @Test
  default void whoIsForgottenIsNowhereAndEveryNumberStays() throws Unavailable {
    var records = day();
    var tally = "SELECT SUM(amount) || ' ' || count(*) FROM tally";
    var before = database().ask(tally);
    var rows = database().ask("SELECT count(*) FROM audit");

    assertThat(store().people().forget(SOUGHT)).containsKeys("turn", "submission", "register_edit");

    assertThat(allTexts()).doesNotContain(NAME, PHONE, "夜里常常哭").contains("王大伯", "李小妹", "隔壁某某");
    assertThat(store().recount()).isEmpty();
    store().rebuild();
    assertThat(database().ask(tally)).isEqualTo(before);
    assertThat(database().ask("SELECT count(*) FROM audit")).isEqualTo(rows);
    assertThat(store().audit().verify(List.of()).flaws()).isEmpty();
    assertThat(database().ask("SELECT state FROM media")).isEqualTo("3");
    assertThat(store().record(records.getFirst().number()).orElseThrow().record().answers())
        .isEqualTo(new Answers(Map.of(new QuestionId("people"), new Value.Whole(2))));
    var left = Register.EMPTY.after(store().register().since(0).orElseThrow());
    assertThat(left.household(new FileNumber("J7")).orElseThrow().clients())
        .extracting(Client::name)
        .containsExactly("李小妹");
    assertThat(store().people().forget(SOUGHT)).as("nothing more").isEmpty();
  }

  @Test
  default void somebodyOfTheSameNameElsewhereStays() throws Unavailable {
    day();
    var namesake =
        new Sought(
            Set.of("J9-1"),
            Set.of(NAME),
            Set.of("J9", "富林"),
            Set.of(),
            Set.of(),
            false,
            Set.of("J9-1"),
            List.of());

    assertThat(store().people().forget(namesake)).isEmpty();
    assertThat(allTexts()).contains(NAME);
  }

  @Test
  default void ofWhoWorkedHereGoesWhatTheySaidAndNotWhatTheyDid() throws Unavailable {
    var records = day();
    var chen =
        new Sought(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            false,
            Set.of(),
            List.of(new PersonId("chen")));

    assertThat(store().people().forget(chen)).containsOnlyKeys("turn").containsEntry("turn", 2L);
    assertThat(store().record(records.getFirst().number()).orElseThrow().record().answers())
        .isEqualTo(records.getFirst().answers());
    assertThat(store().people().forget(chen)).isEmpty();
  }

  @Test
  default void whoIsToBeForgottenIsKeptUntilAllIsDone() throws Unavailable {
    day();
    var leaver =
        new Leaver(
            UUID.randomUUID(), TestDatabase.NOW, SOUGHT, "J7-1", Optional.of(new FileNumber("J7")));

    store().people().begin(leaver);

    var other = database().open();
    assertThat(other.people().begun()).containsExactly(leaver);
    assertThat(other.audit().newest(1))
        .extracting(AuditLog.Entry::kind, AuditLog.Entry::about)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(AuditLog.Kind.FORGET, "J7-1"));
    assertThat(other.audit().verify(List.of()).flaws()).isEmpty();
    assertThat(store().people().count(SOUGHT)).doesNotContainKey("leaver");
    other.people().end(leaver);
    assertThat(store().people().begun()).isEmpty();
  }
}
