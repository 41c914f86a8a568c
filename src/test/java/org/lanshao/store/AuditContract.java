package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.PersonId;
import org.lanshao.turn.AuditLog.Entry;
import org.lanshao.turn.AuditLog.Kind;
import org.lanshao.turn.Retention;
import org.lanshao.turn.Unavailable;
import org.slf4j.LoggerFactory;

/** What was noted stays, and nobody changes it unseen. */
interface AuditContract extends OnDatabase {
  private static Entry entry(String about) {
    return entry(about, TestDatabase.NOW);
  }

  private static Entry entry(String about, Instant at) {
    var person = Optional.of(new PersonId("p41"));
    return new Entry(at, Kind.READ, person, "sandbox/p41", about);
  }

  private void note(Store node, int count) throws Unavailable {
    for (int nth = 1; nth <= count; nth++) {
      node.audit().note(entry("V" + nth));
    }
  }

  private List<String> flaws(String... heads) throws Unavailable {
    return database().open().audit().verify(List.of(heads)).flaws();
  }

  @Test
  default void whatWasNotedComesBackNewestFirstAndIsWhole() throws Unavailable {
    note(store(), 3);
    note(database().open(), 2);

    assertThat(store().audit().newest(100))
        .filteredOn(entry -> entry.kind() == Kind.READ)
        .hasSize(5)
        .contains(entry("V3"));
    assertThat(store().audit().verify(List.of()).entries()).isEqualTo(7);
    assertThat(flaws()).isEmpty();
  }

  @Test
  default void aChangedValueIsFoundInEveryColumn() throws Unavailable {
    note(store(), 3);
    for (String change :
        List.of(
            "person = 'p42'",
            "at = at + 1",
            "kind = 'export'",
            "conversation = 'sandbox/p42'",
            "about = (SELECT about FROM audit WHERE position = 4)",
            "link = (SELECT link FROM audit WHERE position = 4)")) {
      database().run("CREATE TABLE kept AS SELECT * FROM audit");
      database().run("UPDATE audit SET " + change + " WHERE position = 2");
      assertThat(flaws()).as(change).isNotEmpty();
      database().run("DELETE FROM audit");
      database().run("INSERT INTO audit SELECT * FROM kept");
      database().run("DROP TABLE kept");
      assertThat(flaws()).isEmpty();
    }
  }

  @Test
  default void oneTakenFromTheMiddleIsFound() throws Unavailable {
    note(store(), 3);
    database().run("DELETE FROM audit WHERE position = 2");
    assertThat(flaws()).anyMatch(flaw -> flaw.startsWith("中间少了记录"));
  }

  @Test
  default void aTailThatWasCutIsFound() throws Unavailable {
    note(store(), 3);
    database().run("DELETE FROM audit WHERE position > 2");
    assertThat(flaws()).singleElement().asString().startsWith("末尾被截掉了");
  }

  /** Also when whoever cut it put the head back as it was: the next run and the log know better. */
  @Test
  default void aTailThatWasCutWithItsHeadIsFoundByTheNextRunAndByTheLog() throws Unavailable {
    note(store(), 2);
    database().run("CREATE TABLE kept AS SELECT * FROM audit_head");
    note(store(), 1);
    var head = head();
    note(database().open(), 1);
    var second = "DELETE FROM audit WHERE chain <> '" + head.split(":")[0] + "'";

    database().run("DELETE FROM audit WHERE position = 4");
    database().run("DELETE FROM audit_head WHERE chain IN (SELECT chain FROM kept)");
    database().run("INSERT INTO audit_head SELECT * FROM kept");
    assertThat(flaws()).containsExactly("少了后面的记录：" + head);

    database().run(second);
    database().run("DELETE FROM audit_head WHERE chain NOT IN (SELECT chain FROM kept)");
    assertThat(flaws()).as("nobody else knows").isEmpty();
    assertThat(flaws(head)).containsExactly("少了后面的记录：" + head);
  }

  /** Half past one: twice in the first hour, once in the next, none in the third, the fourth. */
  @Test
  default void theLogTellsTheHeadOnceInEachHourWithEntries() throws Unavailable {
    var heads = new ArrayList<String>();
    var told =
        told(
            () -> {
              for (int minutes : List.of(0, 29, 30, 150, 151)) {
                store()
                    .audit()
                    .note(entry("V1", TestDatabase.NOW.plus(Duration.ofMinutes(minutes))));
                heads.add(head());
              }
            });

    assertThat(told).containsExactly(heads.get(0), heads.get(2), heads.get(3));
    assertThat(flaws(heads.get(0), heads.get(2), heads.get(3))).isEmpty();
  }

  /** The hourly line of that hour is out already: where it was cut is told all the same. */
  @Test
  default void theLogTellsWhereOldEntriesWereCutAndTheEntryThatSaysSo() throws Unavailable {
    note(store(), 3);
    var later = TestDatabase.NOW.plus(Duration.ofDays(2000));
    var noted = told(() -> store().audit().note(entry("V4", later))).getFirst();
    database().clock(later);

    var told = told(() -> store().retention().purge(Retention.What.AUDIT, later, 100));

    var chain = noted.split(":")[0];
    assertThat(told).hasSize(2);
    assertThat(told.getFirst()).startsWith(chain + ":4:");
    assertThat(told.getLast()).isEqualTo(head()).startsWith(chain + ":6:");
    assertThat(flaws(noted, told.getFirst(), told.getLast())).isEmpty();
    assertThat(flaws(told.getFirst().replace(":4:", ":4:00")))
        .as("an anchor that the log does not know")
        .isNotEmpty();
    database().run("DELETE FROM audit WHERE position = 6");
    assertThat(flaws(told.getLast())).contains("少了后面的记录：" + told.getLast());
  }

  /** Does what may tell the log how far this run's chain is. */
  interface Telling {
    void run() throws Unavailable;
  }

  /** What the log is told meanwhile, of the chain that the database has. */
  private List<String> told(Telling telling) throws Unavailable {
    var log = (Logger) LoggerFactory.getLogger(AuditStore.class);
    var logged = new ListAppender<ILoggingEvent>();
    logged.start();
    log.addAppender(logged);
    log.setLevel(Level.INFO);
    try {
      telling.run();
    } finally {
      log.setLevel(null);
      log.detachAppender(logged);
    }
    var chain = database().ask("SELECT chain FROM audit_head");
    return logged.list.stream()
        .filter(line -> line.getFormattedMessage().equals("audit"))
        .flatMap(line -> line.getKeyValuePairs().stream())
        .filter(pair -> pair.key.equals("head"))
        .map(pair -> String.valueOf(pair.value))
        .filter(head -> head.startsWith(chain))
        .toList();
  }

  private String head() {
    var hex = database().ask("SELECT " + database().hex("link") + " FROM audit_head");
    var place = database().ask("SELECT chain || ':' || position FROM audit_head");
    return place + ":" + hex.toLowerCase(Locale.ROOT);
  }
}
