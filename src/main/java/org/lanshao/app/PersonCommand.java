package org.lanshao.app;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lanshao.backup.BadBackup;
import org.lanshao.directory.Directory;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Register;
import org.lanshao.store.Store;
import org.lanshao.turn.AuditLog.Entry;
import org.lanshao.turn.AuditLog.Kind;
import org.lanshao.turn.PeopleHeld.Leaver;
import org.lanshao.turn.PeopleHeld.Sought;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code lanshao person}: hands over, or forgets, all that is held of one person, also while
 * servers run. Without {@code --yes} a deletion only tells what it would change.
 */
@Command(
    name = "person",
    description = {
      "一个人的全部资料：person export 交给本人；person delete 应本人要求删除。",
      "写户号和姓名（J12 张三）、服务对象编号（J12-1），或工作人员的 id；",
      "没有建档的写地点和姓名（富林镇石巷村 张三）。拿不准会问，不会猜。"
    },
    footer = {"例如：lanshao person export J12 张三 -o papers", "或者：lanshao person delete J12-1"},
    mixinStandardHelpOptions = true)
final class PersonCommand implements Callable<Integer> {
  private static final String NOTHING = "没有找到这个人的资料，没有要删的。";

  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("turn", "聊天"),
          Map.entry("submission", "登记"),
          Map.entry("revision", "登记的更正"),
          Map.entry("matter", "跟进事项"),
          Map.entry("outgoing", "发出的消息"),
          Map.entry("alert_event", "紧急情况的经过"),
          Map.entry("register_edit", "档案（含历史）"),
          Map.entry("directory_change", "通讯录"),
          Map.entry("audit", "查看留痕"),
          Map.entry("notice", "通知"),
          Map.entry("notice_event", "通知的经过"),
          Map.entry("notice_receipt", "通知的确认"),
          Map.entry("campaign", "行动"),
          Map.entry("report", "留存的汇总"),
          Map.entry("staged_submission", "正在导入的登记"),
          Map.entry("staged_revision", "正在导入的更正"),
          Map.entry("staged_matter", "正在导入的事项"));

  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(index = "0", paramLabel = "export|delete", description = "交出或删除。")
  private String what = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "WHO",
      description = "谁：户号和姓名、服务对象编号、工作人员的 id，或地点和姓名。")
  private List<String> who = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "export 写到哪个新文件夹。已有的不会被换掉。")
  private @Nullable Path output;

  @Option(names = "--yes", description = "看过了，删除。删了不能恢复。")
  private boolean yes;

  @Spec private CommandSpec spec = CommandSpec.create();

  private boolean isUnclear;

  @Override
  public Integer call() {
    var err = spec.commandLine().getErr();
    if (!what.equals("export") && !what.equals("delete")) {
      err.println("写 person export 或 person delete。");
      return 2;
    }
    if (what.equals("export") && output == null) {
      err.println("加 -o 和一个新文件夹的名字。");
      return 2;
    }
    int code = config.attemptOnStore(this::run, err);
    return isUnclear ? 1 : code;
  }

  private int run(Store store, AllRead read) throws Unavailable, IOException, BadBackup {
    var directory = new KeptDirectory(store, read.clock()).open(read.written().directory());
    if (yes && new Departures(store, read.clock()).goOn()) {
      spec.commandLine().getOut().println("上次没有做完的删除，接着做完了。");
    }
    answer(store, directory, read.clock());
    return 0;
  }

  private void answer(Store store, Directory directory, Clock clock)
      throws Unavailable, IOException, BadBackup {
    var register = store.register().since(0).map(Register.EMPTY::after).orElse(Register.EMPTY);
    switch (new PersonAsked(register, directory).of(who)) {
      case PersonAsked.Answer.Unclear(String say) -> {
        isUnclear = true;
        spec.commandLine().getErr().println(say);
      }
      case PersonAsked.Answer.OnFile(Sought sought, FileNumber household, String number) ->
          handle(store, leaver(sought, number, Optional.of(household), clock), clock);
      case PersonAsked.Answer.Mentioned(Sought sought, String place) ->
          handle(store, leaver(sought, place, Optional.empty(), clock), clock);
      case PersonAsked.Answer.Works(Sought sought, var person) -> {
        if (what.equals("delete") && !person.left()) {
          throw new BadBackup("works", "这个人还在通讯录里。先在聊天里办离职（离职 姓名），再删除。");
        }
        handle(store, leaver(sought, person.id().text(), Optional.empty(), clock), clock);
      }
    }
  }

  private static Leaver leaver(
      Sought sought, String number, Optional<FileNumber> household, Clock clock) {
    var id = Generators.timeBasedEpochGenerator().generate();
    return new Leaver(id, clock.instant(), sought, number, household);
  }

  /** Exports, tells or deletes. */
  private void handle(Store store, Leaver asked, Clock clock)
      throws Unavailable, IOException, BadBackup {
    var out = spec.commandLine().getOut();
    if (output != null && what.equals("export")) {
      export(store, asked, output);
    } else if (!yes) {
      foretell(store.people().count(asked.sought()), out);
    } else {
      var changed = new Departures(store, clock).forget(asked);
      tell(changed, out);
      out.println(changed.isEmpty() ? NOTHING : "删好了。照片的文件由服务在一天内删掉。");
    }
  }

  private static void foretell(Map<String, Long> counts, PrintWriter out) {
    tell(counts, out);
    out.println(
        counts.isEmpty()
            ? NOTHING
            : "只和别人有关的登记里会换成“某某”；统计数不变，查看留痕照旧。看过了就加 --yes 删除，删了不能恢复。备份里的要另外删。");
  }

  private static void tell(Map<String, Long> counts, PrintWriter out) {
    counts.forEach((table, rows) -> out.printf("%s %d%n", LABELS.getOrDefault(table, table), rows));
  }

  private void export(Store store, Leaver asked, Path folder)
      throws Unavailable, IOException, BadBackup {
    try {
      var made = PersonFolder.make(folder, store);
      store
          .audit()
          .note(new Entry(asked.at(), Kind.HAND_OVER, Optional.empty(), "", asked.number()));
      store.people().all(asked.sought(), made);
      spec.commandLine().getOut().printf("写好了：%s。里面全是个人信息，交给本人后删掉。%n", folder);
    } catch (FileAlreadyExistsException there) {
      throw new BadBackup("exists", folder + " 已经有了，没有动它。换一个名字。");
    }
  }
}
