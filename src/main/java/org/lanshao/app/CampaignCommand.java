package org.lanshao.app;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lanshao.campaign.Campaign;
import org.lanshao.campaign.Listed;
import org.lanshao.census.Line;
import org.lanshao.census.Roster;
import org.lanshao.store.Store;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code lanshao campaign list.xlsx --number A3}: puts the households of a table on the list of a
 * campaign, also while servers run.
 */
@Command(
    name = "campaign",
    description = {
      "把一张表（xlsx 或 csv，一行一户）里的户放进一个行动的名单。先不加 --yes 看看。",
      "要有“户号”一列，或者“村居”和“户主”两列；还没有建档的户放不进去。"
    },
    footer = "例如：lanshao campaign list.xlsx --number A3",
    mixinStandardHelpOptions = true)
final class CampaignCommand extends LedgerCommand {
  @Option(names = "--number", required = true, paramLabel = "A3", description = "行动的编号。")
  private String number = "";

  @Override
  int bring(List<Line> lines, Desk desk) throws Unavailable {
    var ground = desk.ground();
    var store = desk.store();
    var campaign =
        store
            .campaigns()
            .campaign(number.strip().toUpperCase(Locale.ROOT))
            .filter(Campaign::isBegun);
    if (campaign.isEmpty()) {
      out().printf("没有行动 %s。发 行动 看编号。%n", number);
      return 1;
    }
    var roster = Roster.read(lines, ground, top(ground.directory()));
    var before =
        store.campaigns().listed(campaign.get().number()).stream()
            .map(Listed::household)
            .collect(Collectors.toSet());
    var more =
        roster.found().stream()
            .filter(one -> !before.contains(one))
            .map(one -> new Listed(campaign.get().number(), one, false, desk.clock().instant()))
            .toList();
    out()
        .printf(
            "%s：新增 %d 户，已在名单 %d 户，拒绝 %d 行。%n",
            campaign.get().number(),
            more.size(),
            roster.found().size() - more.size(),
            roster.refused().size());
    tellRefused(roster.refused(), out());
    return write(more, store);
  }

  private int write(List<Listed> more, Store store) throws Unavailable {
    if (!more.isEmpty() && isWanted()) {
      store.list(more);
      out().printf("已放进 %d 户。%n", more.size());
    } else {
      out().println(more.isEmpty() ? "没有要放进去的。" : "看过了就加 --yes。拒绝的行不会放进去，其余照常。");
    }
    return 0;
  }
}
