package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lanshao.message.Card;
import org.lanshao.message.Extras;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.turn.Cause;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewOutgoing.Terms;
import org.lanshao.turn.Outgoing.Claimed;
import org.lanshao.turn.Outgoing.Settled;
import org.lanshao.turn.Outgoing.Settlement;
import org.lanshao.turn.SentCards.Sent;
import org.lanshao.turn.Unavailable;

/** Cards are found again by what they were sent for, and each is changed once. */
interface CardContract extends OnDatabase {
  Cause FLOOD = new Cause("alert:7");
  Duration MINUTE = Duration.ofMinutes(1);
  Reply.Part ASKS = new Reply.Part("暴雨红色预警", List.of(new Reply.Choice("收到", "收到 1")));

  @Test
  default void theCardsOfACauseAreFound() throws Unavailable {
    store()
        .send(
            List.of(
                about(FLOOD, "chen", "a"),
                about(FLOOD, "lin", "b"),
                about(FLOOD, "li", "c"),
                about(new Cause("alert:8"), "wu", "d"),
                Samples.outgoing("ho", "e")));
    for (Claimed claimed : store().outgoing().claim(Lane.DIGEST, 5, MINUTE)) {
      settle(claimed);
    }

    var cards = store().cards().cards(FLOOD, TestDatabase.NOW);

    assertThat(cards.stream().map(Sent::target))
        .containsExactly(new Target.ToPerson("chen"), new Target.ToPerson("lin"));
    assertThat(cards.getFirst().toString()).doesNotContain("chen");
    assertThat(store().cards().cards(FLOOD, TestDatabase.NOW.plusMillis(1))).isEmpty();
    assertThat(store().cards().cards(new Cause("alert:9"), Instant.EPOCH)).isEmpty();
  }

  @Test
  default void theCausesThatBeginSoAreFoundOfWhatWaitsAndWhatWasTaken() throws Unavailable {
    var begin = "notices:N2:445322115:";
    var taken = new Cause(begin + "chen:N2,N3");
    var refused = new Cause(begin + "wu:N2,N3");
    var waiting = new Cause(begin + "lin:N2");
    var leaving = List.of(about(taken, "chen", "a"), about(refused, "wu", "b"));
    store().send(leaving);
    var claimed = store().outgoing().claim(Lane.DIGEST, 5, MINUTE);
    settle(claimed.getFirst());
    refuse(claimed.getLast());
    store()
        .send(
            List.of(
                about(taken, "chen", "c"),
                about(waiting, "lin", "d"),
                about(new Cause("notices:N2:445322116:lin:N2"), "lin", "e"),
                about(new Cause("notices:N20:445322115:lin:N20"), "lin", "f"),
                Samples.outgoing("ho", "g")));

    var cards = store().cards();

    assertThat(cards.causes(begin, TestDatabase.NOW)).containsExactlyInAnyOrder(taken, waiting);
    assertThat(cards.causes(begin, TestDatabase.NOW.plusMillis(1))).isEmpty();
    assertThat(cards.causes("notices:N3:445322115:", Instant.EPOCH)).isEmpty();
  }

  @Test
  default void aCardIsChangedOnceHoweverOftenThatIsAskedFor() throws Unavailable {
    store().send(List.of(about(FLOOD, "chen", "a")));
    settle(store().outgoing().claim(Lane.DIGEST, 1, MINUTE).getFirst());
    var card = store().cards().cards(FLOOD, Instant.EPOCH).getFirst();

    for (String text : List.of("已由林站长接单", "已解除")) {
      store().send(List.of(card.saying(text, Samples::id, TestDatabase.NOW, Terms.NOTICE)));
    }

    assertThat(store().cards().cards(FLOOD, Instant.EPOCH)).isEmpty();
    var claimed = store().outgoing().claim(Lane.DIGEST, 5, MINUTE);
    assertThat(claimed).hasSize(1);
    assertThat(claimed.getFirst().message().target()).isEqualTo(new Target.ToPerson("chen"));
    assertThat(claimed.getFirst().message().part())
        .isEqualTo(new Reply.Part("已由林站长接单", List.of(), Extras.replacing("RC-chen")));
    settle(claimed.getFirst());
    assertThat(store().queue().waiting()).isZero();
  }

  @Test
  default void aCardOnItsWayIsChangedOnceItIsTaken() throws Unavailable {
    store().send(List.of(about(FLOOD, "chen", "a"), about(FLOOD, "lin", "b")));
    var claimed = store().outgoing().claim(Lane.DIGEST, 5, MINUTE);
    end("林站长已确认");
    assertThat(store().outgoing().claim(Lane.DIGEST, 5, MINUTE)).isEmpty();
    assertThat(store().outgoing().nextDue(Lane.EMERGENCY)).isEmpty();

    settle(claimed.getFirst());

    assertThat(changes()).containsExactly(Extras.replacing("RC-chen"));
    refuse(claimed.getLast());
    assertThat(changes()).isEmpty();
    assertThat(store().queue().waiting()).isZero();
  }

  @Test
  default void whatIsTakenBetweenTheLookAndTheTurnIsChangedAtOnce() throws Unavailable {
    store().send(List.of(about(FLOOD, "chen", "a")));
    var claimed = store().outgoing().claim(Lane.DIGEST, 1, MINUTE).getFirst();
    var rows = saying("林站长已确认");
    settle(claimed);

    end(rows);

    assertThat(changes()).containsExactly(Extras.replacing("RC-chen"));
  }

  @Test
  default void aCardThatNeverLeftAndWhatIsNoCardChangeNothing() throws Unavailable {
    store().send(List.of(about(FLOOD, "li", "a"), about(FLOOD, "chen", "b")));
    var plain = store().outgoing().claim(Lane.DIGEST, 1, MINUTE).getFirst();
    end("林站长已确认");
    settle(plain);
    assertThat(changes()).isEmpty();
    assertThat(database().ask("SELECT count(*) FROM outgoing WHERE state = 4")).isEqualTo("3");
  }

  @Test
  default void whoTakesACardWhileAnotherNodeEndsItsCauseIsSeen() throws Exception {
    var other = database().open();
    for (int round = 1; round <= 20; round++) {
      store().send(List.of(about(FLOOD, "chen", "a" + round)));
      var claimed = store().outgoing().claim(Lane.DIGEST, 1, MINUTE).getFirst();
      var rows = saying("林站长已确认");
      assertThat(rows).hasSize(1);
      TurnContract.atOnce(
          2,
          i -> {
            if (i == 0) {
              settle(claimed);
            } else {
              other.send(rows);
            }
            return i;
          });
      assertThat(changes()).containsExactly(Extras.replacing("RC-chen"));
    }
  }

  private List<NewOutgoing> saying(String text) throws Unavailable {
    return store().cards().cards(FLOOD, Instant.EPOCH).stream()
        .map(card -> card.saying(text, Samples::id, TestDatabase.NOW, Terms.NOTICE))
        .toList();
  }

  private void end(String text) throws Unavailable {
    end(saying(text));
  }

  /** A turn that ends the cause, and says so on its cards. */
  private void end(List<NewOutgoing> rows) throws Unavailable {
    var turn = Samples.turn("lin", 1, "m1");
    commit(Changes.of(turn).outgoing(rows).ended(List.of(FLOOD)).build());
  }

  /** What leaves now, as it is known to the platform; it takes all of it. */
  private List<Extras> changes() throws Unavailable {
    var claimed = store().outgoing().claim(Lane.DIGEST, 5, MINUTE);
    for (Claimed one : claimed) {
      settle(one, Settlement.Accepted.PLAIN);
    }
    return claimed.stream().map(one -> one.message().part().extras()).toList();
  }

  private void refuse(Claimed claimed) throws Unavailable {
    settle(claimed, new Settlement.Refused("unknown_recipient", "81013"));
  }

  private void settle(Claimed claimed) throws Unavailable {
    var account = ((Target.ToPerson) claimed.message().target()).account();
    var settlement =
        switch (account) {
          case "li" -> new Settlement.Accepted("msgid-1", List.of());
          case "ho" -> Settlement.Accepted.PLAIN;
          default -> new Settlement.Accepted(Card.handle("RC-" + account), List.of());
        };
    settle(claimed, settlement);
  }

  private void settle(Claimed claimed, Settlement settlement) throws Unavailable {
    var id = claimed.message().id();
    assertThat(store().outgoing().settle(List.of(new Settled(id, claimed.claim(), settlement))))
        .contains(id);
  }

  private static NewOutgoing about(Cause cause, String account, String once) {
    var plain = Samples.outgoing(account, once);
    var terms = new Terms(Lane.NOTICE, Optional.empty(), Optional.of(cause));
    return new NewOutgoing(
        plain.id(), plain.channel(), plain.target(), ASKS, once, plain.at(), terms);
  }
}
