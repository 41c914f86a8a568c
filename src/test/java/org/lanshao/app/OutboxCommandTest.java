package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.store.Store;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Outgoing.Claimed;
import org.lanshao.turn.Outgoing.Settled;
import org.lanshao.turn.Outgoing.Settlement;
import org.lanshao.turn.Unavailable;

/** {@code lanshao outbox} on a database in which something waits and something rests. */
class OutboxCommandTest {
  private final Operator operator;

  OutboxCommandTest(@TempDir Path dir) {
    this.operator = new Operator(dir);
  }

  /** One waits, one was refused, one arrived in part, one arrived. */
  @BeforeEach
  void fill() throws IOException, Unavailable {
    try (var store = operator.open()) {
      var rows = new ArrayList<NewOutgoing>();
      for (String member : List.of("ChenXiaoyu", "LinDashan", "LiangXiaoxi")) {
        rows.add(row(member, Lane.NOTICE));
      }
      store.send(rows);
      var claimed = store.outgoing().claim(Lane.DIGEST, 3, Duration.ofMinutes(1));
      settle(store, claimed.get(0), new Settlement.Refused("unknown_recipient", "60111"));
      settle(store, claimed.get(1), new Settlement.Accepted("", List.of("chenxiaoyu")));
      settle(store, claimed.get(2), Settlement.Accepted.PLAIN);
      store.send(List.of(row("HeJianping", Lane.EMERGENCY)));
    }
  }

  private static NewOutgoing row(String member, Lane lane) {
    return new NewOutgoing(
        UUID.randomUUID(),
        new ChannelName("wecom"),
        new Target.ToPerson(member),
        Reply.of("石巷村的陈伯要转移").parts().getFirst(),
        member,
        Operator.NOW,
        NewOutgoing.Terms.of(lane));
  }

  private static void settle(Store store, Claimed claimed, Settlement settlement)
      throws Unavailable {
    store
        .outgoing()
        .settle(List.of(new Settled(claimed.message().id(), claimed.claim(), settlement)));
  }

  private int run(String... more) {
    var words = new ArrayList<>(List.of("outbox"));
    words.addAll(List.of(more));
    return operator.run(words.toArray(String[]::new));
  }

  @Test
  void whatWaitsAndWhatDidNotArriveIsListedWithoutNamesAndTexts() {
    assertThat(run()).isZero();
    assertThat(operator.out().lines())
        .containsExactly(
            "等着发的 1 条。",
            "  emergency 1 条，最早的是 2022-05-10 09:30:00 的",
            "没送到的 2 条。",
            "2 2022-05-10 09:30:00 wecom notice in_part:1 ",
            "1 2022-05-10 09:30:00 wecom notice unknown_recipient 60111");
    assertThat(operator.out().toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("chenxiaoyu", "lindashan", "hejianping", "陈伯");
  }

  @Test
  void whatWasRefusedIsSentAgainByItsNumber() throws Unavailable {
    assertThat(run("--again", "1")).isZero();
    assertThat(operator.out()).contains("再发 1 条");
    assertThat(waiting()).isEqualTo(2);
  }

  @Test
  void whatSomebodyHasReadOrWasNeverThereIsNotSentAgain() throws Unavailable {
    for (String number : List.of("2", "3", "99")) {
      assertThat(run("--again", number)).isZero();
    }
    assertThat(operator.out().lines()).hasSize(3).allMatch(line -> line.startsWith("没有这样的消息"));
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void allAreThoseThatNobodyHasRead() throws Unavailable {
    assertThat(run("--again", "all")).isZero();
    assertThat(operator.out()).contains("再发 1 条");
    assertThat(waiting()).isEqualTo(2);
  }

  @Test
  void whatIsNoNumberIsToldSo() throws Unavailable {
    assertThat(run("--again", "eins")).isEqualTo(2);
    assertThat(operator.out()).contains("--again 后面写编号或 all");
    assertThat(waiting()).isEqualTo(1);
  }

  private long waiting() throws Unavailable {
    try (var store = operator.open()) {
      return store.outgoing().queue().waiting();
    }
  }
}
