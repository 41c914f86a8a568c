package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanshao.store.Samples.outgoing;
import static org.lanshao.store.Samples.plain;
import static org.lanshao.store.Samples.submission;
import static org.lanshao.store.Samples.visit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.record.Revision;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Lane;
import org.lanshao.turn.Outgoing;
import org.lanshao.turn.Unavailable;

/** What people wrote is sealed, each value for its own place. */
interface PrivacyContract extends OnDatabase {
  String OTHER_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  /** Whether this text stands anywhere in the tables or files, as it is. */
  boolean holds(String text) throws Exception;

  @Test
  default void nothingThatPeopleWroteStandsInTheDatabase() throws Exception {
    var filing = visit(submission("chen", TestAreas.TAIPING, Samples.DAY), "石巷村12号", 3);
    var turn = Samples.draft("chen", 1, "m1", 1, Optional.of("snapshot of 石巷村"));
    commit(
        Changes.of(turn)
            .filings(List.of(filing))
            .outgoing(List.of(outgoing("secret-target", "a")))
            .build());
    var making = new Revision.Making(new PersonId("lin"), TestDatabase.NOW, "家属来电");
    var answers = new Answers(Map.of(new QuestionId("note"), new Value.Text("屋顶漏水")));
    var revised = filing.revision().corrected(TestAreas.TAIPING, answers, making);
    commit(Samples.filing("lin", 1, new Changes.Filing(revised, filing.entries())));
    store().foldOnce();
    var sent = store().outgoing().claim(Lane.DIGEST, 1, Duration.ofMinutes(1)).getFirst();
    var taken = new Outgoing.Settlement.Accepted("code-of-card", List.of("Not-Reached"));
    store()
        .outgoing()
        .settle(List.of(new Outgoing.Settled(sent.message().id(), sent.claim(), taken)));

    assertThat(holds("visit.household_visits")).isTrue();
    for (var text :
        List.of(
            "石巷村",
            "电线老化",
            "防汛",
            "reply to m1",
            "[\"event 1\"]",
            "snapshot of",
            "secret-target",
            "code-of-card",
            "Not-Reached",
            "家属来电",
            "屋顶漏水")) {
      assertThat(holds(text)).as(text).isFalse();
    }
  }

  @Test
  default void anotherKeyStopsTheStart() {
    var settings = database().settings();
    assertThatThrownBy(() -> database().open(withKey(settings, OTHER_KEY), TestDatabase.LIMITS))
        .isInstanceOf(KeyMistake.class)
        .hasMessageContaining("不符");
  }

  @Test
  default void aKeyThatIsNoneStopsTheStart() {
    var settings = database().settings();
    for (var bad : List.of("", "短", "AAAA", "*".repeat(44))) {
      assertThatThrownBy(() -> database().open(withKey(settings, bad), TestDatabase.LIMITS))
          .isInstanceOf(KeyMistake.class)
          .hasMessageContaining("base64");
    }
  }

  private static StoreSettings withKey(StoreSettings settings, String key) {
    return new StoreSettings(
        settings.url(), settings.user(), settings.password(), settings.dataDir(), Optional.of(key));
  }

  private void commitDraft(String account, long seq, String messageId) throws Unavailable {
    var turn = Samples.draft(account, seq, messageId, 1);
    commit(Changes.of(turn).build());
  }

  @Test
  default void aValueMovedToAnotherRowOrColumnDoesNotOpen() throws Unavailable {
    commitDraft("chen", 1, "m1");
    commitDraft("chen", 2, "m2");
    commitDraft("lin", 1, "m3");
    database()
        .run(
            "UPDATE turn SET events = (SELECT events FROM turn WHERE message_id = 'm1')"
                + " WHERE message_id = 'm2'");
    assertThatThrownBy(() -> store().standing(Samples.conversation("chen")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("changed or moved: turn.events");

    assertThat(store().standing(Samples.conversation("lin"))).isPresent();
    database().run("UPDATE turn SET events = input WHERE message_id = 'm3'");
    assertThatThrownBy(() -> store().standing(Samples.conversation("lin")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("changed or moved: turn.events");
  }

  @Test
  default void theSameTextIsSealedDifferentlyEachTime() throws Unavailable {
    for (int i = 1; i <= 50; i++) {
      commit(plain("chen", i, "m" + i));
    }
    assertThat(database().ask("SELECT count(DISTINCT input) FROM turn")).isEqualTo("50");
  }
}
