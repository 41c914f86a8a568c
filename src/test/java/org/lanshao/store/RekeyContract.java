package org.lanshao.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanshao.store.Samples.submission;
import static org.lanshao.store.Samples.visit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.Media;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.record.Submission;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.RegisterEdit;
import org.lanshao.turn.AuditLog;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.MediaRows;
import org.lanshao.turn.NewMedia;
import org.lanshao.turn.NewTurn;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Retention;
import org.lanshao.turn.Unavailable;

/** Another key takes the place of the one before, whenever that is stopped on the way. */
interface RekeyContract extends OnDatabase {
  Media.Sent SNAP = new Media.Sent("sandbox", "snap");
  String MARK = "SELECT value FROM setting WHERE name = 'rekey'";
  byte[] BYTES = "照片".repeat(100).getBytes(UTF_8);

  private List<Submission> fill() throws Unavailable, IOException {
    var filed = new ArrayList<Submission>();
    for (int seq = 1; seq <= 40; seq++) {
      var record = submission("chen", TestAreas.TAIPING, Samples.DAY);
      var note = new Value.Text("电线老化" + seq);
      var told = record.with(record.area(), new Answers(Map.of(new QuestionId("note"), note)));
      filed.add(told);
      var changes = Changes.of(said(seq)).filings(List.of(visit(told, "张三" + seq % 7, 3)));
      if (seq == 1) {
        var sent =
            new NewMedia(
                Samples.conversation("chen"), 1, SNAP, NewMedia.Wanted.PHOTO, TestDatabase.NOW);
        changes.media(List.of(sent));
      }
      commit(changes.build());
    }
    var hash = store().mediaFiles().keep(BYTES);
    commit(Changes.of(said(41, hash)).build());
    var claimed = store().media().claim(1, Duration.ofMinutes(1)).getFirst();
    store()
        .media()
        .settle(claimed, new MediaRows.Settlement.Kept(hash, "jpeg", BYTES.length), List.of());
    store().send(List.of(Samples.outgoing("chen", "a"), Samples.outgoing("lin", "b")));
    var household =
        new Household(
            new FileNumber("J7"),
            Map.of(HouseholdField.AREA, TestAreas.TAIPING.text(), HouseholdField.HEAD, "甄阿婆"),
            List.of());
    store().registerImport().layOut(UUID.randomUUID(), List.of(new RegisterEdit.Put(household)));
    store().reports().keep(ReportContract.withMatters());
    note(store(), "V1");
    note(database().open(), "V2");
    store().foldOnce();
    return filed;
  }

  private static NewTurn said(long seq) {
    return said(seq, hash(seq));
  }

  private static NewTurn said(long seq, String file) {
    var turn = Samples.turn("chen", seq, "r" + seq);
    return new NewTurn(
        turn.conversation(),
        seq,
        turn.messageId(),
        turn.at(),
        turn.person(),
        turn.input(),
        "{\"v\":1,\"events\":[]}",
        "{\"file\":\"" + file + "\"}",
        0,
        turn.greeted(),
        "",
        Optional.empty());
  }

  /** What looks like the name of a file and is none. */
  private static String hash(long seq) {
    return Long.toHexString(0x1000_0000_0000_0000L + seq).repeat(4);
  }

  private static void note(Store node, String about) throws Unavailable {
    var person = Optional.of(new PersonId("p41"));
    node.audit()
        .note(
            new AuditLog.Entry(TestDatabase.NOW, AuditLog.Kind.READ, person, "sandbox/p41", about));
  }

  private Path dataDir() {
    return database().settings().dataDir();
  }

  /** Runs it, stopped after so many steps each time. */
  private int rekey(Random random) throws Unavailable, IOException {
    int stops = 0;
    boolean more = true;
    while (more) {
      int steps = random.nextInt(1, 9);
      try (var rekey = Rekey.open(database().settings(), 7).orElseThrow()) {
        assertThat(rekey.flaws()).isEmpty();
        while (more && steps-- > 0) {
          more = rekey.step();
        }
      }
      stops++;
    }
    return stops;
  }

  private StoreSettings renewed() throws IOException {
    return Rekey.renewed(database().settings());
  }

  @Test
  default void whereverItIsStoppedAllIsReadableAtTheEndAndNothingWithTheOldKey()
      throws Unavailable, IOException, SQLException {
    var filed = fill();
    var tally = "SELECT SUM(amount) || ' ' || count(*) FROM tally";
    var before = database().ask(tally);
    var households = "SELECT count(DISTINCT subject) FROM presence";
    var distinct = database().ask(households);
    database().close();

    assertThat(rekey(new Random(7))).isGreaterThan(3);

    assertThatThrownBy(() -> database().open()).isInstanceOf(KeyMistake.class);
    var store = database().open(renewed(), TestDatabase.LIMITS);
    for (Submission record : filed) {
      assertThat(store.record(record.number()).orElseThrow().record()).isEqualTo(record);
    }
    assertThat(store.said(Samples.conversation("chen"), 50)).hasSize(41);
    var kept = (MediaRows.State.Kept) store.media().state(SNAP).orElseThrow();
    assertThat(store.mediaFiles().read(kept.hash())).hasValue(BYTES);
    assertThat(Promised.kept(store.commit(Changes.of(said(41)).build())))
        .isInstanceOfSatisfying(
            Committed.Duplicate.class, sent -> assertThat(sent.reply()).contains(kept.hash()));
    assertThat(Promised.kept(store.commit(Changes.of(said(2)).build())))
        .isInstanceOfSatisfying(
            Committed.Duplicate.class, sent -> assertThat(sent.reply()).contains(hash(2)));
    assertThat(store.reports().report("R5")).contains(ReportContract.withMatters());
    assertThat(store.queue().waiting()).isEqualTo(2);
    assertThat(store.audit().verify(List.of()).flaws()).isEmpty();
    store.foldOnce();
    assertThat(database().ask(tally)).isEqualTo(before);
    assertThat(database().ask(households)).isEqualTo(distinct);
    assertThat(store.recount()).isEmpty();

    Promised.kept(
        store.commit(
            Samples.filing(
                "chen", 42, visit(submission("chen", TestAreas.TAIPING, Samples.DAY), "张三1", 2))));
    store.foldOnce();
    assertThat(database().ask(households)).as("known by the new key too").isEqualTo(distinct);
    note(store, "V3");
    assertThat(store.audit().verify(List.of()).flaws()).isEmpty();
    assertThat(ownedByOldKey()).isZero();
  }

  /** Values and files that begin with the id of the old key. */
  private long ownedByOldKey() throws SQLException, IOException {
    var keys = database().settings().key().map(Keys::of).or(() -> Keys.in(dataDir()));
    var id = "01" + HexFormat.of().formatHex(keys.orElseThrow().id());
    long count = 0;
    try (var link = Dialect.of(database().settings()).reading()) {
      for (Table table : Table.all(link)) {
        var found = new long[1];
        Copying.read(
            table,
            link,
            rows ->
                rows.forEach(
                    row -> {
                      for (Object value : row) {
                        if (value instanceof byte[] bytes
                            && HexFormat.of().formatHex(bytes).startsWith(id)) {
                          found[0]++;
                        }
                      }
                    }));
        count += found[0];
      }
    }
    try (var files = Files.walk(dataDir().resolve("media"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        count += HexFormat.of().formatHex(Files.readAllBytes(file)).startsWith(id) ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  default void aSecondChangeOfTheKeyHoldsToo() throws Unavailable, IOException {
    fill();
    store().retention().purge(Retention.What.AUDIT, TestDatabase.NOW.plusSeconds(1), 1);
    database().close();
    rekey(new Random(1));
    var once = renewed();
    Files.delete(Rekey.newFile(dataDir()));
    try (var rekey = Rekey.open(once).orElseThrow()) {
      assertThat(rekey.flaws()).isEmpty();
      while (rekey.step()) {
        // the next one
      }
    }

    var store = database().open(renewed(), TestDatabase.LIMITS);
    var kept = (MediaRows.State.Kept) store.media().state(SNAP).orElseThrow();
    assertThat(store.mediaFiles().read(kept.hash())).hasValue(BYTES);
    assertThat(store.audit().verify(List.of()).flaws()).isEmpty();
    assertThat(store.recount()).isEmpty();
  }

  @Test
  default void halfWayNoServerStartsAndAnotherNewKeyIsRefused() throws Unavailable, IOException {
    fill();
    database().close();
    try (var rekey = Rekey.open(database().settings()).orElseThrow()) {
      rekey.step();
      rekey.step();
    }

    assertThatThrownBy(() -> database().open())
        .isInstanceOf(KeyMistake.class)
        .hasMessageContaining("lanshao rekey");
    var key = Base64.getEncoder().encodeToString(new byte[32]);
    var mine = Files.readString(Rekey.newFile(dataDir()));
    Files.writeString(Rekey.newFile(dataDir()), key);
    assertThatThrownBy(() -> Rekey.open(database().settings()))
        .isInstanceOf(KeyMistake.class)
        .hasMessageContaining("放回");
    Files.writeString(Rekey.newFile(dataDir()), mine);
    rekey(new Random(3));
    assertThat(database().open(renewed(), TestDatabase.LIMITS).recount()).isEmpty();
  }

  @Test
  default void whatAVersionWithOtherMarksBeganIsLeftToIt() throws Unavailable, IOException {
    fill();
    database().close();
    try (var rekey = Rekey.open(database().settings(), 7).orElseThrow()) {
      while (rekey.step() && !database().ask(MARK).matches("turn .+")) {
        // the files, then the first rows
      }
    }
    var mark = database().ask(MARK);
    database().run("UPDATE setting SET value = '17 ' WHERE name = 'rekey'");

    assertThatThrownBy(() -> Rekey.open(database().settings()))
        .isInstanceOf(KeyMistake.class)
        .hasMessageContaining("另一个版本");
    database().run("UPDATE setting SET value = '" + mark + "' WHERE name = 'rekey'");
    rekey(new Random(3));
    assertThat(database().open(renewed(), TestDatabase.LIMITS).recount()).isEmpty();
  }

  @Test
  default void anAuditThatWasTamperedWithIsToldBeforeItIsBoundAnew()
      throws Unavailable, IOException {
    fill();
    database().run("UPDATE audit SET person = 'somebody' WHERE position = 2");
    database().close();
    try (var rekey = Rekey.open(database().settings()).orElseThrow()) {
      assertThat(rekey.flaws()).isNotEmpty();
    }
  }
}
