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
    for (Claimed claimed : store().outgoing().claim(Lane.DIGEST, 5, Duration.ofMinutes(1))) {
      settle(claimed);
    }

    var cards = store().cards().cards(FLOOD, TestDatabase.NOW);

    assertThat(cards.stream().map(Sent::target))
        .containsExactly(new Target.ToPerson("chen"), new Target.ToPerson("lin"));
    assertThat(cards.stream().map(Sent::handle))
        .containsExactly(Card.handle("RC-chen"), Card.handle("RC-lin"));
    assertThat(cards.getFirst().toString()).doesNotContain("chen");
    assertThat(store().cards().cards(FLOOD, TestDatabase.NOW.plusMillis(1))).isEmpty();
    assertThat(store().cards().cards(new Cause("alert:9"), Instant.EPOCH)).isEmpty();
  }

  @Test
  default void aCardIsChangedOnceHoweverOftenThatIsAskedFor() throws Unavailable {
    store().send(List.of(about(FLOOD, "chen", "a")));
    settle(store().outgoing().claim(Lane.DIGEST, 1, Duration.ofMinutes(1)).getFirst());
    var card = store().cards().cards(FLOOD, Instant.EPOCH).getFirst();

    for (String text : List.of("已由林站长接单", "已解除")) {
      store().send(List.of(card.saying(text, Samples::id, TestDatabase.NOW, Terms.NOTICE)));
    }

    assertThat(store().cards().cards(FLOOD, Instant.EPOCH)).isEmpty();
    var claimed = store().outgoing().claim(Lane.DIGEST, 5, Duration.ofMinutes(1));
    assertThat(claimed).hasSize(1);
    assertThat(claimed.getFirst().message().target()).isEqualTo(new Target.ToPerson("chen"));
    assertThat(claimed.getFirst().message().part())
        .isEqualTo(new Reply.Part("已由林站长接单", List.of(), Extras.replacing("RC-chen")));
    settle(claimed.getFirst());
    assertThat(store().queue().waiting()).isZero();
  }

  private void settle(Claimed claimed) throws Unavailable {
    var account = ((Target.ToPerson) claimed.message().target()).account();
    var settlement =
        switch (account) {
          case "li" -> new Settlement.Accepted("msgid-1", List.of());
          case "ho" -> Settlement.Accepted.PLAIN;
          default -> new Settlement.Accepted(Card.handle("RC-" + account), List.of());
        };
    var id = claimed.message().id();
    assertThat(store().outgoing().settle(List.of(new Settled(id, claimed.claim(), settlement))))
        .contains(id);
  }

  private static NewOutgoing about(Cause cause, String account, String once) {
    var plain = Samples.outgoing(account, once);
    var terms = new Terms(Lane.NOTICE, Optional.empty(), Optional.of(cause));
    return new NewOutgoing(
        plain.id(), plain.channel(), plain.target(), plain.part(), once, plain.at(), terms);
  }
}
