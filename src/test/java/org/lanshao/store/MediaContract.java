package org.lanshao.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.store.Samples.outgoing;
import static org.lanshao.store.Samples.turn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanshao.form.Media;
import org.lanshao.media.Sweep;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.turn.Changes;
import org.lanshao.turn.MediaRows.Claimed;
import org.lanshao.turn.MediaRows.Settlement;
import org.lanshao.turn.MediaRows.State;
import org.lanshao.turn.NewMedia;
import org.lanshao.turn.NewMedia.Wanted;
import org.lanshao.turn.Unavailable;

/** Pictures and files wait to be fetched, each is fetched by one, and ends kept or refused. */
interface MediaContract extends OnDatabase {
  Duration MINUTE = Duration.ofMinutes(1);
  Settlement KEPT = new Settlement.Kept("abcd", "jpeg", 1234);

  private static NewMedia photo(String account, long seq, String id) {
    return new NewMedia(
        Samples.conversation(account), seq, sent(id), Wanted.PHOTO, TestDatabase.NOW);
  }

  private static Media.Sent sent(String id) {
    return new Media.Sent(Samples.CHANNEL.text(), id);
  }

  private static Changes taking(String account, long seq, String messageId, String... ids) {
    var media = Stream.of(ids).map(id -> photo(account, seq, id)).toList();
    return Changes.of(turn(account, seq, messageId)).media(media).build();
  }

  private List<Claimed> claim(int limit) throws Unavailable {
    return store().media().claim(limit, MINUTE);
  }

  @Test
  default void whatATurnTookIsClaimedAsItWasWritten() throws Unavailable {
    var group = new ConversationId(Samples.CHANNEL, new Chat.Group("g1"), "chen");
    var file = new NewMedia(group, 1, sent("paper"), Wanted.FILE, TestDatabase.NOW.plusSeconds(1));
    commit(
        Changes.of(turn("chen", 1, "m1"))
            .media(List.of(photo("chen", 1, "picture"), file))
            .build());

    assertThat(store().media().state(sent("picture"))).contains(new State.Waits());
    assertThat(store().media().waiting().count()).isEqualTo(2);
    assertThat(store().media().waiting().oldest()).contains(TestDatabase.NOW);
    var claimed = claim(10);
    assertThat(claimed)
        .extracting(
            Claimed::conversation, Claimed::sent, Claimed::wanted, Claimed::at, Claimed::attempt)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Samples.conversation("chen"), sent("picture"), Wanted.PHOTO, TestDatabase.NOW, 1),
            org.assertj.core.groups.Tuple.tuple(group, sent("paper"), Wanted.FILE, file.at(), 1));
    assertThat(claim(10)).isEmpty();
  }

  @Test
  default void whatIsDroppedIsNotFetchedAndItsBytesAreUnusedUnlessAnotherHasThem()
      throws Unavailable {
    commit(taking("chen", 1, "m1", "a", "b"));
    commit(taking("lin", 1, "m2", "c"));
    var claimed = claim(3);
    for (Claimed row : claimed) {
      if (!row.sent().equals(sent("c"))) {
        settle(row, KEPT);
      }
    }

    commit(dropping("chen", 2, "m3", "a"));
    assertThat(store().media().state(sent("a"))).contains(new State.Dropped());
    assertThat(store().media().unused()).isEmpty();

    commit(dropping("chen", 3, "m4", "b"));
    assertThat(store().media().unused()).containsExactly("abcd");
    store().media().forget("abcd");
    assertThat(store().media().unused()).isEmpty();

    var late = claimed.stream().filter(row -> row.sent().equals(sent("c"))).findFirst().get();
    commit(dropping("lin", 2, "m5", "c"));
    assertThat(settle(late, new Settlement.Kept("cdef", "jpeg", 1))).isFalse();
    assertThat(store().media().unused()).containsExactly("cdef");
    assertThat(store().media().waiting().count()).isZero();
  }

  private static Changes dropping(String account, long seq, String messageId, String id) {
    return Changes.of(turn(account, seq, messageId)).dropped(List.of(sent(id))).build();
  }

  @Test
  default void whatIsKnownIsNotFetchedAgain() throws Unavailable {
    commit(taking("chen", 1, "m1", "a", "a"));
    settle(claim(10).getFirst(), KEPT);
    commit(taking("chen", 2, "m2", "a", "b"));
    commit(taking("lin", 1, "m3", "b"));

    assertThat(claim(10)).extracting(Claimed::sent).containsExactly(sent("b"));
    assertThat(store().media().state(sent("a"))).contains(new State.Kept("abcd", "jpeg", 1234));
    assertThat(store().media().state(sent("c"))).isEmpty();
  }

  @Test
  default void aTurnThatLostWritesNothing() throws Unavailable {
    commit(taking("chen", 1, "m1"));
    commit(taking("chen", 1, "m1", "again"));
    commit(taking("chen", 1, "m2", "overtaken"));

    assertThat(claim(10)).isEmpty();
  }

  @Test
  default void aTryThatFailedWaitsForItsTime() throws Unavailable {
    commit(taking("chen", 1, "m1", "a"));
    var later = TestDatabase.NOW.plusSeconds(30);
    settle(claim(10).getFirst(), new Settlement.Again(later, "busy", "45033"));

    assertThat(claim(10)).isEmpty();
    assertThat(store().media().nextDue()).contains(later);
    database().clock(later);
    assertThat(database().open().media().claim(10, MINUTE))
        .extracting(Claimed::attempt)
        .containsExactly(2);
  }

  @Test
  default void aClaimWhoseLeaseEndedGoesToSomebodyElseAndIsSettledOnce() throws Unavailable {
    commit(taking("chen", 1, "m1", "a"));
    var lost = store().media().claim(10, Duration.ZERO.minusMillis(1)).getFirst();
    var next = claim(10).getFirst();

    assertThat(settle(lost, new Settlement.Refused("late", ""))).isFalse();
    assertThat(settle(next, KEPT)).isTrue();
    assertThat(settle(next, KEPT)).isFalse();
    assertThat(store().media().waiting().count()).isZero();
    assertThat(store().media().nextDue()).isEmpty();
  }

  @Test
  default void aRefusalIsToldOnceByWhoHoldsTheClaim() throws Unavailable {
    commit(taking("chen", 1, "m1", "a"));
    var refused = new Settlement.Refused("wrong_type", "");
    var lost = store().media().claim(10, Duration.ZERO.minusMillis(1)).getFirst();
    var next = claim(10).getFirst();

    store().media().settle(lost, refused, List.of(outgoing("chen", "media:lost")));
    assertThat(store().queue().waiting()).isZero();
    var woken = new AtomicInteger();
    store().outgoing().onCommitted(woken::incrementAndGet);
    store().media().settle(next, refused, List.of(outgoing("chen", "media:a")));
    assertThat(store().queue().waiting()).isEqualTo(1);
    assertThat(woken).hasValue(1);
    assertThat(store().media().state(sent("a"))).contains(new State.Refused("wrong_type"));
  }

  @Test
  default void twoNodesNeverFetchTheSame() throws Exception {
    for (int i = 1; i <= 40; i++) {
      commit(taking("p" + i, 1, "m" + i, "id" + i));
    }
    var other = database().open();
    var claims =
        TurnContract.atOnce(
            8, i -> (i % 2 == 0 ? store() : other).media().claim(10, Duration.ofMinutes(5)));

    var names = new ArrayList<String>();
    claims.forEach(some -> some.forEach(one -> names.add(one.name())));
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  default void aCommitWithMediaWakesTheFetcherAndOneWithoutDoesNot() throws Unavailable {
    var woken = new AtomicInteger();
    store().media().onCommitted(woken::incrementAndGet);
    commit(taking("chen", 1, "m1"));
    assertThat(woken).hasValue(0);
    commit(taking("chen", 2, "m2", "a"));
    store().remember("a", "b");
    assertThat(woken).hasValue(1);
  }

  @Test
  default void thePlatformsIdIsNotToBeReadInTheDatabase() throws Exception {
    commit(taking("chen", 1, "m1", "3a8asd892asd8asd"));

    assertThat(database().ask("SELECT conversation FROM media")).isEqualTo("sandbox/chen");
    assertThat(holds("3a8asd892asd8asd")).isFalse();
  }

  /** As in {@link PrivacyContract}. */
  boolean holds(String text) throws Exception;

  @Test
  default void aNodeThatDiedBetweenFileAndRowLeavesOneFileAndOneRow() throws Exception {
    commit(taking("chen", 1, "m1", "a"));
    byte[] bytes = {1, 2, 3, 4, 5, 6, 7};
    store().media().claim(10, Duration.ZERO.minusMillis(1));
    String first = store().mediaFiles().keep(bytes);

    var other = database().open();
    var claimed = other.media().claim(10, MINUTE).getFirst();
    var kept = new Settlement.Kept(other.mediaFiles().keep(bytes), "jpeg", bytes.length);
    assertThat(other.media().settle(claimed, kept, List.of())).isTrue();

    assertThat(kept.hash()).isEqualTo(first);
    assertThat(store().media().state(sent("a"))).contains(new State.Kept(first, "jpeg", 7));
    assertThat(store().mediaFiles().read(first)).hasValue(bytes);
  }

  private boolean settle(Claimed claimed, Settlement settlement) throws Unavailable {
    return store().media().settle(claimed, settlement, List.of());
  }

  @Test
  default void oldFilesThatNothingRefersToAreSweptAndNoneOfAnotherNode() throws Exception {
    var other = database().open();
    var sweep = new Sweep(store().media(), store().mediaFiles());
    var before = TestDatabase.NOW.minus(Duration.ofDays(1));
    var orphan = kept(other, "a chart that was sent long ago", before);
    var young = kept(other, "written, not yet committed", TestDatabase.NOW.plus(MINUTE));
    var used = kept(other, "a photo of a record", before);
    commit(taking("chen", 1, "m1", "a"));
    settle(claim(1).getFirst(), new Settlement.Kept(used, "jpeg", 19));
    var again = kept(other, "the same photo once more", before);
    assertThat(other.mediaFiles().keep("the same photo once more".getBytes(UTF_8)))
        .isEqualTo(again);

    assertThat(sweep.sweep(TestDatabase.NOW)).isOne();

    assertThat(store().mediaFiles().read(orphan)).isEmpty();
    for (String hash : List.of(young, used, again)) {
      assertThat(other.mediaFiles().read(hash)).isPresent();
    }
    commit(dropping("chen", 2, "m2", "a"));
    assertThat(sweep.sweep(TestDatabase.NOW)).isOne();
    assertThat(store().mediaFiles().read(used)).isEmpty();
  }

  /** A file that came then, in the folder that all nodes share. */
  private String kept(Store node, String text, Instant came) throws IOException {
    var hash = node.mediaFiles().keep(text.getBytes(UTF_8));
    var folder = database().settings().mediaDir().resolve(hash.substring(0, 2));
    Files.setLastModifiedTime(folder.resolve(hash), FileTime.from(came));
    return hash;
  }
}
