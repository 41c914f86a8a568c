package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.store.StoreSettings;
import org.lanshao.turn.CampaignChanges;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.NewTurn;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** {@code lanshao campaign} with tables of households, of which two are on file. */
class CampaignCommandTest {
  private static final Instant NOW = Instant.parse("2022-05-10T01:30:00Z");
  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private final StringWriter out = new StringWriter();
  private final Path dir;
  private final Path config;

  CampaignCommandTest(@TempDir Path dir) {
    this.dir = dir;
    this.config = dir.resolve("lanshao.yaml");
  }

  @BeforeEach
  void aCampaignAndTwoHouseholds() throws IOException, Unavailable {
    Files.writeString(
        config,
        "store: {url: \"jdbc:sqlite:%s/lanshao.db\"}\ndata: {dir: \"%s\", key: \"%s\"}\n"
            .formatted(dir, dir, KEY));
    try (var store = open()) {
      var by = new By(Optional.empty(), "test", NOW);
      var area = Set.of(new AreaCode("445303"));
      var campaign = Campaign.draft("A1", "龙舟水", area, NOW, Optional.empty(), by).agreed(by);
      assertThat(Promised.kept(store.commit(changes(campaign)))).isEqualTo(new Committed.Done());
    }
    table("ledger.csv", "户号,村居,户主", "J101,云安区富林镇石巷村,张三", "J102,云安区富林镇石巷村,王四");
    assertThat(run("register", "ledger.csv", "--yes")).as(out.toString()).isZero();
  }

  private static Changes changes(Campaign campaign) {
    var turn =
        new NewTurn(
            new ConversationId(new ChannelName("sandbox"), new Chat.Private(), "test"),
            1,
            "m1",
            NOW,
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

  private Store open() throws Unavailable {
    return Store.open(
        new StoreSettings(
            "jdbc:sqlite:" + dir.resolve("lanshao.db"), "", "", dir, Optional.of(KEY)),
        new Store.Surroundings(
            Clock.fixed(NOW, ZoneOffset.UTC),
            new SimpleMeterRegistry(),
            area -> List.of(),
            StoreLimits.USUAL));
  }

  private void table(String file, String... lines) throws IOException {
    Files.writeString(dir.resolve(file), String.join("\n", lines) + "\n");
  }

  private int run(String command, String file, String... more) {
    var arguments = new ArrayList<>(List.of(command, dir.resolve(file).toString()));
    arguments.addAll(List.of("--config", config.toString()));
    arguments.addAll(List.of(more));
    var line = Lanshao.commands();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(out, true));
    return line.execute(arguments.toArray(String[]::new));
  }

  private List<String> listed() throws Unavailable {
    try (var store = open()) {
      return store.campaigns().listed("A1").stream()
          .map(Listed::household)
          .map(FileNumber::text)
          .toList();
    }
  }

  @Test
  void householdsAreFoundByNumberOrByVillageAndHead() throws IOException, Unavailable {
    table("list.csv", "村居,户主,户号", ",,J102", "富林镇石巷村,张三,", "富林镇石巷村,赵六,", ",,J999");

    assertThat(run("campaign", "list.csv", "--number", "a1")).isZero();
    assertThat(out.toString()).contains("A1：新增 2 户，已在名单 0 户，拒绝 2 行", "第4行", "第5行", "--yes");
    assertThat(out.toString()).doesNotContain("赵六", "J999");
    assertThat(listed()).isEmpty();

    run("campaign", "list.csv", "--number", "A1", "--yes");
    assertThat(listed()).containsExactly("J101", "J102");
    run("campaign", "list.csv", "--number", "A1", "--yes");
    assertThat(out.toString()).contains("新增 0 户，已在名单 2 户", "没有要放进去的");
  }

  @Test
  void whatCannotBeReadIsToldWithWhatWouldBeRight() throws IOException, Unavailable {
    table("list.csv", "姓名", "张三");

    assertThat(run("campaign", "list.csv", "--number", "A1")).isZero();
    assertThat(out.toString()).contains("第一行要有“户号”一列");
    assertThat(run("campaign", "list.csv", "--number", "A9")).isOne();
    assertThat(out.toString()).contains("没有行动 A9");
  }
}
