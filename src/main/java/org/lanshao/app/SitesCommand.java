package org.lanshao.app;

import com.fasterxml.uuid.Generators;
import java.util.List;
import java.util.Optional;
import org.lanshao.census.Line;
import org.lanshao.desk.site.SiteIntake;
import org.lanshao.desk.site.SiteLedger;
import org.lanshao.desk.site.SitePreview;
import org.lanshao.desk.talk.DeskPorts;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.form.Form;
import org.lanshao.turn.NewRecords;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Command;

/**
 * {@code lanshao sites}: enters a ledger of waters, low-lying spots, banks and shelters, also while
 * servers run. Without {@code --yes} it only tells what would change. All of it is written at once,
 * or nothing when it is stopped on the way.
 */
@Command(
    name = "sites",
    description = {
      "把点位台账（xlsx 或 csv，一行一处水域、低洼点、河堤或避难点）登记进来。先不加 --yes 看看会变什么。",
      "列名就是 conversations/site.yaml 里各项的名称；服务开着也可以用；中途停下就什么都没有变。"
    },
    footer = "例如：lanshao sites sites.xlsx",
    mixinStandardHelpOptions = true)
final class SitesCommand extends LedgerCommand {
  @Override
  int bring(List<Line> lines, Desk desk) throws Unavailable, InterruptedException {
    var surroundings = surroundings(desk);
    var form = form(desk.written().library().forms());
    if (form.isEmpty()) {
      out().println("conversations 里没有 site 这张表，或者它没有 matter。");
      return 1;
    }
    var top = top(desk.directory());
    var preview = new SiteLedger(form.get(), top, desk.store(), surroundings).preview(lines);
    tell(preview);
    if (preview.fresh().isEmpty() && preview.changed().isEmpty()) {
      out().println("没有要导入的。");
      return preview.refused().isEmpty() ? 0 : 1;
    }
    if (!isWanted()) {
      out().println("看过了就加 --yes 导入。拒绝的行不会导入，其余照常。");
      return 0;
    }
    return write(preview, surroundings, desk);
  }

  private static Optional<Form> form(List<Form> forms) {
    return forms.stream()
        .filter(form -> form.id().equals(SiteLedger.FORM))
        .filter(form -> form.matters().kind().isPresent())
        .findFirst();
  }

  private static Surroundings surroundings(Desk desk) throws Unavailable {
    return new Surroundings(
        desk.directory(),
        desk.written().library().wording(),
        name -> {
          throw new IllegalStateException("nothing is sent to " + name);
        },
        desk.clock(),
        Generators.timeBasedEpochGenerator()::generate,
        desk.read().settings().courtesy(),
        desk.read().settings().corrections());
  }

  /** Numbers, lines and reasons only: a terminal may be looked at by others. */
  private void tell(SitePreview preview) {
    out()
        .printf(
            "新增 %d 处，变更 %d 处，不变 %d 处，拒绝 %d 行。%n",
            preview.fresh().size(),
            preview.changed().size(),
            preview.same(),
            preview.refused().size());
    if (!preview.unknown().isEmpty()) {
      out().printf("这些列不认识，不会读：%s。%n", String.join("、", preview.unknown()));
    }
    preview.changed().stream()
        .limit(TOLD)
        .forEach(row -> out().printf("变更 %s%n", row.number().orElseThrow()));
    tellRefused(preview.refused(), out());
  }

  private int write(SitePreview preview, Surroundings surroundings, Desk desk)
      throws Unavailable, InterruptedException {
    var store = desk.store();
    var ports = new DeskPorts(store, store);
    var library = desk.written().library();
    var shelf = Shelf.publish(library, Vocabulary.schema(), ports);
    var form = form(shelf.current()).orElseThrow();
    var intake = new SiteIntake(form, shelf, store, surroundings);
    var filings = intake.filings(preview, fileName());
    var timers = intake.timers(filings);
    boolean whole =
        takeIn(store.recordImport(), filings, batch -> new NewRecords(batch, timers), desk.clock());
    if (!whole) {
      out().println("有的点位刚刚在聊天里被改了，没有导入。请再运行一次。");
      return 1;
    }
    out().printf("已登记 %d 处新点位，更正 %d 处。%n", preview.fresh().size(), preview.changed().size());
    return 0;
  }
}
