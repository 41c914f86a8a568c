package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.store.Samples.outgoing;
import static org.lanshao.store.Samples.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lanshao.message.Outbound;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.turn.Cause;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewTurn;
import org.lanshao.turn.Outgoing.Claimed;
import org.lanshao.turn.Outgoing.Depth;
import org.lanshao.turn.Outgoing.Line;
import org.lanshao.turn.Outgoing.Settled;
import org.lanshao.turn.Outgoing.Settlement;
import org.lanshao.turn.Outgoing.Taken;
import org.lanshao.turn.Resting;
import org.lanshao.turn.Unavailable;

/** Outgoing rows: claimed by one, in order for each target, until settled. */
interface OutgoingContract extends OnDatabase {
  Duration MINUTE = Duration.ofMinutes(1);

  @Test
  default void aCommittedMessageIsClaimedWithAllThatSendingNeeds() throws Unavailable {
    var row = outgoing("chen", "a");
    commit(Changes.of(turn("chen", 1, "m1")).outgoing(List.of(row)).build());

    var claimed = store().outgoing().claim(Lane.DIGEST, 10, MINUTE);
    assertThat(claimed)
        .containsExactly(
            new Claimed(
                1,
                1,
                row.channel(),
                new Outbound(row.id(), row.target(), row.part(), 1, 1),
                row.at(),
                Lane.NOTICE,
                Optional.empty()));
    assertThat(store().outgoing().claim(Lane.DIGEST, 10, MINUTE)).isEmpty();
    assertThat(store().queue().waiting()).isEqualTo(1);
  }

  @Test
  default void aMessageToAGroupKeepsItsChoices() throws Unavailable {
    var part = new Reply.Part("请选择", List.of(new Reply.Choice("是", "1")));
    var target = new Outbound.Target.ToGroup("https://hook.example/send?key=1");
    store()
        .send(
            List.of(
                new NewOutgoing(
                    Samples.id(),
                    Samples.CHANNEL,
                    target,
                    part,
                    "g",
                    TestDatabase.NOW,
                    NewOutgoing.Terms.REPLY)));

    var message = store().outgoing().claim(Lane.DIGEST, 1, MINUTE).getFirst().message();
    assertThat(message.target()).isEqualTo(target);
    assertThat(message.part()).isEqualTo(part);
  }

  @Test
  default void theSameOnceIsWrittenOnce() throws Unavailable {
    store().send(List.of(outgoing("chen", "a"), outgoing("chen", "a")));
    store().send(List.of(outgoing("chen", "a")));
    assertThat(store().queue().waiting()).isEqualTo(1);
  }

  @Test
  default void oneTargetGetsItsMessagesOneAfterTheOther() throws Unavailable {
    var rows = List.of(outgoing("chen", "a"), outgoing("chen", "b"), outgoing("lin", "c"));
    store().send(rows);

    var first = store().outgoing().claim(Lane.DIGEST, 10, MINUTE);
    assertThat(ids(first)).containsExactly(rows.get(0).id(), rows.get(2).id());
    assertThat(store().outgoing().claim(Lane.DIGEST, 10, MINUTE)).isEmpty();
    assertThat(settle(first.getFirst(), Settlement.Accepted.PLAIN)).isTrue();
    assertThat(ids(store().outgoing().claim(Lane.DIGEST, 10, MINUTE)))
        .containsExactly(rows.get(1).id());
    assertThat(store().queue().waiting()).isEqualTo(2);
  }

  @Test
  default void aMessageThatMustBeTriedAgainHoldsBackTheNextOne() throws Unavailable {
    var rows = List.of(outgoing("chen", "a"), outgoing("chen", "b"));
    store().send(rows);
    var later = TestDatabase.NOW.plusSeconds(30);
    settle(
        store().outgoing().claim(Lane.DIGEST, 1, MINUTE).getFirst(),
        new Settlement.Again(later, "limit", "45009"));

    assertThat(store().outgoing().claim(Lane.DIGEST, 10, MINUTE)).isEmpty();
    assertThat(store().outgoing().nextDue(Lane.DIGEST)).contains(later);
    database().clock(later);
    var again = database().open().outgoing().claim(Lane.DIGEST, 10, MINUTE);
    assertThat(ids(again)).containsExactly(rows.getFirst().id());
    assertThat(again.getFirst().attempt()).isEqualTo(2);
  }

  @Test
  default void aRefusedMessageRestsWithItsCodesAndLetsTheNextOneGo() throws Unavailable {
    var rows = List.of(outgoing("chen", "a"), outgoing("chen", "b"));
    store().send(rows);
    settle(
        store().outgoing().claim(Lane.DIGEST, 1, MINUTE).getFirst(),
        new Settlement.Refused("unknown-user", "60111"));

    assertThat(ids(store().outgoing().claim(Lane.DIGEST, 10, MINUTE)))
        .containsExactly(rows.get(1).id());
    assertThat(database().ask("SELECT code || ' ' || platform_code FROM outgoing WHERE state = 2"))
        .isEqualTo("unknown-user 60111");
  }

  @Test
  default void aClaimWhoseLeaseEndedGoesToSomebodyElse() throws Unavailable {
    store().send(List.of(outgoing("chen", "a")));
    var lost = store().outgoing().claim(Lane.DIGEST, 1, Duration.ZERO.minusMillis(1)).getFirst();
    var next = store().outgoing().claim(Lane.DIGEST, 1, MINUTE).getFirst();

    assertThat(next.claim()).isGreaterThan(lost.claim());
    assertThat(settle(lost, Settlement.Accepted.PLAIN)).isFalse();
    assertThat(settle(next, Settlement.Accepted.PLAIN)).isTrue();
    assertThat(settle(next, Settlement.Accepted.PLAIN)).isFalse();
    assertThat(store().queue().waiting()).isZero();
    assertThat(store().outgoing().nextDue(Lane.DIGEST)).isEmpty();
  }

  @Test
  default void aClaimIsSettledOnceAlsoWhenItMustBeTriedAgain() throws Unavailable {
    store().send(List.of(outgoing("chen", "a")));
    var claimed = store().outgoing().claim(Lane.DIGEST, 1, MINUTE).getFirst();
    var again = new Settlement.Again(TestDatabase.NOW, "limit", "");

    assertThat(settle(claimed, again)).isTrue();
    assertThat(settle(claimed, again)).isFalse();
  }

  @Test
  default void twoSendersNeverHoldTheSameMessage() throws Exception {
    var rows = new ArrayList<NewOutgoing>();
    for (int i = 0; i < 40; i++) {
      rows.add(outgoing("p" + i, "once" + i));
    }
    store().send(rows);
    var other = database().open();
    var claims =
        TurnContract.atOnce(
            8, i -> (i % 2 == 0 ? store() : other).outgoing().claim(Lane.DIGEST, 10, MINUTE));

    var ids = claims.stream().flatMap(List::stream).map(c -> c.message().id()).toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  default void aCommitWithMessagesWakesTheSenderAndOneWithoutDoesNot() throws Unavailable {
    var woken = new AtomicInteger();
    store().outgoing().onCommitted(woken::incrementAndGet);
    commit(Samples.plain("chen", 1, "m1"));
    store().remember("a", "b");
    assertThat(woken).hasValue(0);
    store().send(List.of(outgoing("chen", "a")));
    commit(Changes.of(turn("lin", 1, "m2")).outgoing(List.of(outgoing("lin", "b"))).build());
    store().remember("a", "c");
    assertThat(woken).hasValue(2);
  }

  @Test
  default void moreUrgentLanesComeFirstAndOneTargetHasOneOfEachInFlight() throws Unavailable {
    var rows =
        List.of(
            laned("chen", "a", Lane.DIGEST),
            laned("chen", "b", Lane.NOTICE),
            laned("chen", "c", Lane.NOTICE),
            laned("chen", "d", Lane.REPLY),
            laned("chen", "e", Lane.EMERGENCY));
    store().send(rows);

    assertThat(store().outgoing().claim(Lane.EMERGENCY, 10, MINUTE)).hasSize(1);
    assertThat(store().outgoing().claim(Lane.EMERGENCY, 10, MINUTE)).isEmpty();
    assertThat(ids(store().outgoing().claim(Lane.DIGEST, 2, MINUTE)))
        .containsExactly(rows.get(3).id(), rows.get(1).id());
    assertThat(ids(store().outgoing().claim(Lane.DIGEST, 9, MINUTE)))
        .containsExactly(rows.get(0).id());
  }

  @Test
  default void aMessagePutBackForLongOrOftenLetsOthersPass() throws Unavailable {
    var rows = List.of(outgoing("chen", "a"), outgoing("chen", "b"), outgoing("chen", "c"));
    store().send(rows);
    var hour = new Settlement.Again(TestDatabase.NOW.plusSeconds(3600), "rate_limit", "45009");
    settle(store().outgoing().claim(Lane.DIGEST, 1, MINUTE).getFirst(), hour);

    var second = store().outgoing().claim(Lane.DIGEST, 9, MINUTE);
    assertThat(ids(second)).containsExactly(rows.get(1).id());
    var soon = new Settlement.Again(TestDatabase.NOW, "busy", "-1");
    settle(second.getFirst(), soon);
    settle(store().outgoing().claim(Lane.DIGEST, 1, MINUTE).getFirst(), soon);
    var third = store().outgoing().claim(Lane.DIGEST, 1, MINUTE).getFirst();
    assertThat(third.message().id()).isEqualTo(rows.get(1).id());
    settle(third, new Settlement.Again(TestDatabase.NOW.plusSeconds(30), "busy", "-1"));
    assertThat(ids(store().outgoing().claim(Lane.DIGEST, 9, MINUTE)))
        .containsExactly(rows.get(2).id());
  }

  @Test
  default void whatWaitsForItsBucketWaitsWithAllForTheSameTargetAndCountsNoTry()
      throws Unavailable {
    var rows = List.of(outgoing("chen", "a"), outgoing("chen", "b"), outgoing("lin", "c"));
    store().send(rows);
    var later = TestDatabase.NOW.plusSeconds(600);
    settle(
        store().outgoing().claim(Lane.DIGEST, 1, MINUTE).getFirst(), new Settlement.Paced(later));

    assertThat(ids(store().outgoing().claim(Lane.DIGEST, 9, MINUTE)))
        .containsExactly(rows.get(2).id());
    assertThat(database().ask("SELECT due FROM outgoing WHERE once = 'b'"))
        .isEqualTo(Long.toString(later.toEpochMilli()));
    var queue = store().queue();
    assertThat(queue.laneToDepth().get(Lane.NOTICE))
        .isEqualTo(new Depth(3, Optional.of(TestDatabase.NOW)));
    assertThat(queue.later()).hasSize(1);
    assertThat(queue.later().getFirst().next()).isEqualTo(later);
    assertThat(queue.later().getFirst().count()).isEqualTo(2);
    database().clock(later);
    var again = database().open().outgoing().claim(Lane.DIGEST, 1, MINUTE).getFirst();
    assertThat(again.message().id()).isEqualTo(rows.getFirst().id());
    assertThat(again.attempt()).isEqualTo(1);
  }

  @Test
  default void anExpiredMessageIsToldAsSuchAndRestsWhenSettledSo() throws Unavailable {
    var until = TestDatabase.NOW.plusSeconds(60);
    var plain = outgoing("chen", "a");
    var terms = new NewOutgoing.Terms(Lane.NOTICE, Optional.of(until), Optional.empty());
    store()
        .send(
            List.of(
                new NewOutgoing(
                    plain.id(),
                    plain.channel(),
                    plain.target(),
                    plain.part(),
                    "a",
                    plain.at(),
                    terms)));
    var claimed = store().outgoing().claim(Lane.DIGEST, 1, MINUTE).getFirst();

    assertThat(claimed.expires()).contains(until);
    assertThat(settle(claimed, new Settlement.Expired())).isTrue();
    assertThat(store().queue().waiting()).isZero();
    assertThat(database().ask("SELECT state FROM outgoing")).isEqualTo("3");
  }

  @Test
  default void manyAreSettledTogetherAndOnlyThoseThatAreHeldAreTold() throws Unavailable {
    store().send(List.of(outgoing("chen", "a"), outgoing("lin", "b")));
    var lost = store().outgoing().claim(Lane.DIGEST, 2, Duration.ZERO.minusMillis(1));
    var held = store().outgoing().claim(Lane.DIGEST, 1, MINUTE).getFirst();

    var settled =
        store()
            .outgoing()
            .settle(
                List.of(
                    new Settled(lost.get(0).message().id(), 1, Settlement.Accepted.PLAIN),
                    new Settled(held.message().id(), 2, Settlement.Accepted.PLAIN),
                    new Settled(lost.get(1).message().id(), 1, Settlement.Accepted.PLAIN)));
    assertThat(settled).contains(held.message().id());
    assertThat(settled).hasSize(2);
    assertThat(store().queue().waiting()).isZero();
  }

  private static NewOutgoing laned(String account, String once, Lane lane) {
    var plain = outgoing(account, once);
    var terms = NewOutgoing.Terms.of(lane);
    return new NewOutgoing(
        plain.id(), plain.channel(), plain.target(), plain.part(), once, plain.at(), terms);
  }

  @Test
  default void whatDidNotArriveIsListedAndSentAgain() throws Unavailable {
    store().send(List.of(outgoing("chen", "a"), outgoing("lin", "b"), outgoing("wu", "c")));
    var claimed = store().outgoing().claim(Lane.DIGEST, 3, MINUTE);
    settle(claimed.get(0), new Settlement.Refused("unknown_recipient", "60111"));
    settle(claimed.get(1), new Settlement.Accepted("", List.of("zhao")));
    settle(claimed.get(2), new Settlement.Expired());

    var resting = store().resting(9);
    assertThat(resting)
        .extracting(Resting::code)
        .containsExactly("expired", "", "unknown_recipient");
    assertThat(resting.getLast())
        .isEqualTo(
            new Resting(
                claimed.getFirst().message().number(),
                Samples.CHANNEL,
                new Outbound.Target.ToPerson("chen"),
                Lane.NOTICE,
                TestDatabase.NOW,
                TestDatabase.NOW,
                "unknown_recipient",
                "60111",
                List.of()));
    assertThat(resting.get(1).undelivered()).containsExactly("zhao");
    assertThat(store().resting(1)).hasSize(1);

    var numbers = resting.stream().map(Resting::number).toList();
    var turn = turn("chen", 1, "m1");
    commit(Changes.of(turn).again(numbers).build());
    var again = store().outgoing().claim(Lane.DIGEST, 9, MINUTE);
    assertThat(again).extracting(Claimed::attempt).containsExactly(1, 1);
    assertThat(ids(again))
        .containsExactly(claimed.get(0).message().id(), claimed.get(2).message().id());
    assertThat(store().again(numbers)).isZero();
    assertThat(store().resting(9)).hasSize(1);
  }

  @Test
  default void whatWaitsIsCountedForEachTargetUnlessItStandsAside() throws Unavailable {
    var group = new Target.ToGroup("webhook:of-station");
    var other = new Target.ToGroup("webhook:of-another");
    store()
        .send(
            List.of(
                outgoing("chen", "a"),
                outgoing("chen", "b"),
                outgoing("lin", "c"),
                outgoing("wu", "d"),
                Samples.outgoing(group, "e"),
                Samples.outgoing(other, "f")));
    var far = new Settlement.Again(TestDatabase.NOW.plusSeconds(3600), "busy", "-1");
    var claimed = store().outgoing().claim(Lane.DIGEST, 3, MINUTE);
    settle(claimed.get(1), far);
    settle(claimed.get(2), Settlement.Accepted.PLAIN);
    var soon = TestDatabase.NOW.plusMillis(1);
    var ours = List.of(outgoing("chen", "next"), Samples.outgoing(group, "next g"));

    assertThat(store().lines(Lane.NOTICE, soon, ours))
        .containsExactlyInAnyOrder(
            new Line(Samples.CHANNEL, new Target.ToPerson("chen"), 2),
            new Line(Samples.CHANNEL, group, 1));
    assertThat(store().lines(Lane.NOTICE, soon, List.of()))
        .as("of others the people, of whom nobody is named")
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.count()).isEqualTo(2);
              assertThat(line.target()).isInstanceOf(Target.ToPerson.class);
              assertThat(line.target().toString()).doesNotContain("chen");
            });
    assertThat(store().lines(Lane.REPLY, soon, ours)).isEmpty();
    assertThat(store().lines(Lane.NOTICE, TestDatabase.NOW, ours)).isEmpty();
    database().clock(TestDatabase.NOW.plusSeconds(3600));
    assertThat(database().open().lines(Lane.NOTICE, soon, ours))
        .extracting(Line::count)
        .containsExactlyInAnyOrder(2L, 1L, 1L);
  }

  @Test
  default void whatPlatformsHaveTakenLatelyIsTold() throws Unavailable {
    var rows =
        List.of(
            outgoing("chen", "a"), outgoing("lin", "b"), outgoing("wu", "c"), outgoing("li", "d"));
    store().send(rows);
    var claimed = store().outgoing().claim(Lane.DIGEST, 3, MINUTE);
    settle(claimed.get(0), Settlement.Accepted.PLAIN);
    settle(claimed.get(1), new Settlement.Accepted("", List.of("zhao")));
    settle(claimed.get(2), new Settlement.Refused("unknown_recipient", "60111"));

    assertThat(store().outgoing().takenSince(TestDatabase.NOW))
        .extracting(Taken::message)
        .extracting(Outbound::target)
        .containsExactly(rows.get(0).target(), rows.get(1).target());
    assertThat(store().outgoing().takenSince(TestDatabase.NOW).getFirst())
        .isEqualTo(
            new Taken(
                Samples.CHANNEL, claimed.getFirst().message(), Lane.NOTICE, TestDatabase.NOW));
    assertThat(store().outgoing().takenSince(TestDatabase.NOW.plusMillis(1))).isEmpty();
  }

  @Test
  default void whatThePlatformGaveToFindAMessageByIsKeptSealed() throws Unavailable {
    store().send(List.of(outgoing("chen", "a"), outgoing("lin", "b")));
    var claimed = store().outgoing().claim(Lane.DIGEST, 2, MINUTE);
    settle(claimed.getFirst(), new Settlement.Accepted("card-code-77", List.of()));
    settle(claimed.getLast(), Settlement.Accepted.PLAIN);

    assertThat(store().outgoing().handle("a")).contains("card-code-77");
    assertThat(store().outgoing().handle("b")).isEmpty();
    assertThat(store().outgoing().handle("never")).isEmpty();
  }

  @Test
  default void whatEndsACauseCancelsItsMessagesThatHaveNotLeft() throws Unavailable {
    store().send(List.of(caused("chen", "a", "alert:1"), caused("lin", "b", "alert:2")));
    var changes = Samples.plain("chen", 1, "m1");
    var again = caused("chen", "c", "alert:1");
    commit(ending(changes.turn(), List.of(again), "alert:1"));

    assertThat(ids(store().outgoing().claim(Lane.DIGEST, 10, MINUTE)))
        .hasSize(2)
        .contains(again.id());
    assertThat(store().queue().waiting()).isEqualTo(2);
    assertThat(database().ask("SELECT once FROM outgoing WHERE state = 4")).isEqualTo("a");
  }

  @Test
  default void aTurnThatLostEndsNothing() throws Unavailable {
    store().send(List.of(caused("chen", "a", "alert:1")));
    commit(Samples.plain("chen", 1, "m1"));
    commit(ending(turn("chen", 1, "m2"), List.of(), "alert:1"));

    assertThat(store().outgoing().claim(Lane.DIGEST, 10, MINUTE)).hasSize(1);
  }

  @Test
  default void whatIsBeingSentWhenItsCauseEndsMayEndAndIsNotRepeated() throws Unavailable {
    store().send(List.of(caused("chen", "a", "alert:1"), caused("lin", "b", "alert:1")));
    var claimed = store().outgoing().claim(Lane.DIGEST, 2, MINUTE);
    commit(ending(turn("chen", 1, "m1"), List.of(), "alert:1"));

    assertThat(settle(claimed.getFirst(), Settlement.Accepted.PLAIN)).isTrue();
    settle(claimed.getLast(), new Settlement.Again(TestDatabase.NOW, "busy", "-1"));
    assertThat(store().outgoing().claim(Lane.DIGEST, 10, MINUTE)).isEmpty();
    assertThat(database().ask("SELECT state FROM outgoing WHERE once = 'a'")).isEqualTo("1");
    assertThat(database().ask("SELECT state FROM outgoing WHERE once = 'b'")).isEqualTo("4");
  }

  private static NewOutgoing caused(String account, String once, String cause) {
    var plain = outgoing(account, once);
    var terms = new NewOutgoing.Terms(Lane.NOTICE, Optional.empty(), Optional.of(new Cause(cause)));
    return new NewOutgoing(
        plain.id(), plain.channel(), plain.target(), plain.part(), once, plain.at(), terms);
  }

  private static Changes ending(NewTurn turn, List<NewOutgoing> outgoing, String cause) {
    var ended = List.of(new Cause(cause));
    return Changes.of(turn).outgoing(outgoing).ended(ended).build();
  }

  private boolean settle(Claimed claimed, Settlement settlement) throws Unavailable {
    var id = claimed.message().id();
    return store()
        .outgoing()
        .settle(List.of(new Settled(id, claimed.claim(), settlement)))
        .contains(id);
  }

  private static List<java.util.UUID> ids(List<Claimed> claimed) {
    return claimed.stream().map(c -> c.message().id()).toList();
  }
}
