package org.lanshao.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.census.Ledger;
import org.lanshao.census.Line;
import org.lanshao.census.Preview;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.Register;
import org.lanshao.register.RegisterChange;
import org.lanshao.register.RegisterEdit;
import org.lanshao.store.Store;
import org.lanshao.turn.NewRegisterChange;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Command;

/**
 * {@code lanshao register}: brings a ledger of households into the register, also while servers
 * run. Without {@code --yes} it only tells what would change. All of it is taken in at once, or
 * nothing when it is stopped on the way.
 */
@Command(
    name = "register",
    description = {
      "把台账（xlsx 或 csv，一行一人）导入户的档案。先不加 --yes 看看会变什么。",
      "要有“村居”和“户主”两列；其他列名见 config/README.md。服务开着也可以用；中途停下就什么都没有变。"
    },
    footer = "例如：lanshao register ledger.xlsx",
    mixinStandardHelpOptions = true)
final class RegisterCommand extends LedgerCommand {
  private static final int TOLD = 100;

  @Override
  int bring(List<Line> lines, Desk desk) throws Unavailable, InterruptedException {
    var ground = desk.ground();
    var store = desk.store();
    var ledger = new Ledger(ground, top(ground.directory()), fileName());
    var preview = ledger.preview(lines, new Fresh(store, isWanted()));
    var out = out();
    tell(preview, out);
    int changes = preview.fresh().size() + preview.changed().size();
    if (changes == 0) {
      out.println("没有要导入的。");
      return preview.refused().isEmpty() ? 0 : 1;
    }
    if (!isWanted()) {
      out.println("看过了就加 --yes 导入。拒绝的行不会导入，其余照常。");
      return 0;
    }
    return write(preview, ground.register(), store, desk.clock(), out);
  }

  /** Numbers, lines and reasons only: a terminal may be looked at by others. */
  private static void tell(Preview preview, PrintWriter out) {
    out.printf(
        "新增 %d 户，变更 %d 户，不变 %d 户，拒绝 %d 行。%n",
        preview.fresh().size(), preview.changed().size(), preview.same(), preview.refused().size());
    preview.changed().stream()
        .limit(TOLD)
        .forEach(household -> out.printf("变更 %s%n", household.number()));
    tellRefused(preview.refused(), out);
  }

  private static int write(
      Preview preview, Register register, Store store, Clock clock, PrintWriter out)
      throws Unavailable, InterruptedException {
    var households = new ArrayList<Household>(preview.fresh());
    households.addAll(preview.changed());
    var edits = households.stream().<RegisterEdit>map(RegisterEdit.Put::new).toList();
    var next = new RegisterChange(register.version() + 1, List.of());
    boolean whole =
        takeIn(
            store.registerImport(),
            edits,
            batch ->
                new NewRegisterChange(
                    next,
                    batch,
                    NewRegisterChange.Kind.IMPORT,
                    Optional.empty(),
                    "",
                    clock.instant()),
            clock);
    if (!whole) {
      out.println("有的户刚刚在聊天里被改了，没有导入。请再运行一次。");
      return 1;
    }
    out.printf("已导入 %d 户。开着的服务几秒内生效。%n", households.size());
    return 0;
  }

  /** Numbers as records have them; while nothing is written, none is used up. */
  private static final class Fresh implements Ledger.Numbers {
    private final Store store;
    private final boolean real;
    private int count;

    Fresh(Store store, boolean real) {
      this.store = store;
      this.real = real;
    }

    @Override
    public FileNumber next() {
      count++;
      try {
        return new FileNumber(real ? "J" + store.nextNumber("J") : "NEW-" + count);
      } catch (Unavailable e) {
        throw new IllegalStateException("no number from the database: " + e.code(), e);
      }
    }
  }
}
