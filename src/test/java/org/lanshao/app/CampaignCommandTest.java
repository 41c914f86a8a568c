package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.alert.By;
import org.lanshao.campaign.Campaign;
import org.lanshao.campaign.Listed;
import org.lanshao.directory.AreaCode;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.register.FileNumber;
import org.lanshao.turn.CampaignChanges;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.NewTurn;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** {@code lanshao campaign} with tables of households, of which two are on file. */
class CampaignCommandTest {
  private final Path dir;
  private final Operator operator;

  CampaignCommandTest(@TempDir Path dir) {
    this.dir = dir;
    this.operator = new Operator(dir);
  }

  @BeforeEach
  void aCampaignAndTwoHouseholds() throws IOException, Unavailable {
    try (var store = operator.open()) {
      var by = new By(Optional.empty(), "test", Operator.NOW);
      var area = Set.of(new AreaCode("445303"));
      var campaign =
          Campaign.draft("A1", "龙舟水", area, Operator.NOW, Optional.empty(), by).agreed(by);
      assertThat(Promised.kept(store.commit(changes(campaign)))).isEqualTo(new Committed.Done());
    }
    operator.write("ledger.csv", "户号,村居,户主", "J101,云安区富林镇石巷村,张三", "J102,云安区富林镇石巷村,王四");
    assertThat(run("register", "ledger.csv", "--yes")).as(operator.out()).isZero();
  }

  private static Changes changes(Campaign campaign) {
    var turn =
        new NewTurn(
            new ConversationId(new ChannelName("sandbox"), new Chat.Private(), "test"),
            1,
            "m1",
            Operator.NOW,
            Optional.empty(),
            "{}",
            "[]",
            "",
            0,
            Optional.empty(),
            "",
            Optional.empty());
    return Changes.of(turn).campaigns(CampaignChanges.of(List.of(campaign))).build();
  }

  private int run(String command, String file, String... more) {
    var words = new ArrayList<>(List.of(command, dir.resolve(file).toString()));
    words.addAll(List.of(more));
    return operator.run(words.toArray(String[]::new));
  }

  private List<String> listed() throws Unavailable {
    try (var store = operator.open()) {
      return store.campaigns().listed("A1").stream()
          .map(Listed::household)
          .map(FileNumber::text)
          .toList();
    }
  }

  @Test
  void householdsAreFoundByNumberOrByVillageAndHead() throws IOException, Unavailable {
    operator.write("list.csv", "村居,户主,户号", ",,J102", "富林镇石巷村,张三,", "富林镇石巷村,赵六,", ",,J999");

    assertThat(run("campaign", "list.csv", "--number", "a1")).isZero();
    assertThat(operator.out()).contains("A1：新增 2 户，已在名单 0 户，拒绝 2 行", "第4行", "第5行", "--yes");
    assertThat(operator.out()).doesNotContain("赵六", "J999");
    assertThat(listed()).isEmpty();

    run("campaign", "list.csv", "--number", "A1", "--yes");
    assertThat(listed()).containsExactly("J101", "J102");
    run("campaign", "list.csv", "--number", "A1", "--yes");
    assertThat(operator.out()).contains("新增 0 户，已在名单 2 户", "没有要放进去的");
  }

  @Test
  void whatCannotBeReadIsToldWithWhatWouldBeRight() throws IOException, Unavailable {
    operator.write("list.csv", "姓名", "张三");

    assertThat(run("campaign", "list.csv", "--number", "A1")).isZero();
    assertThat(operator.out()).contains("第一行要有“户号”一列");
    assertThat(run("campaign", "list.csv", "--number", "A9")).isOne();
    assertThat(operator.out()).contains("没有行动 A9");
  }
}
