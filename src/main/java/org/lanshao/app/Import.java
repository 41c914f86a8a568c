package org.lanshao.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lanshao.directory.Change;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Group;
import org.lanshao.directory.Person;
import org.lanshao.store.Store;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code lanshao import}: takes rows of the directory's files that were changed since they were
 * last read into the database, also while servers run. Without {@code --yes} it only tells what
 * would change.
 */
@Command(
    name = "import",
    description = {
      "把改过的通讯录文件（areas.csv、people.csv、groups.csv）并入数据库里的通讯录。",
      "只看文件里改过的行；聊天里改的、文件没动的，都不变。先不加 --yes 看看会变什么。服务开着也可以用。"
    },
    mixinStandardHelpOptions = true)
final class Import implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--yes", description = "看过了，并入。")
  private boolean yes;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return config.attemptOnStore(
        (store, read) -> merge(store, read.written().directory(), read.clock()),
        spec.commandLine().getErr());
  }

  private int merge(Store store, Directory files, Clock clock) throws Unavailable {
    var out = spec.commandLine().getOut();
    var kept = new KeptDirectory(store, clock);
    Directory current = kept.current();
    var edits = kept.asked(current, files);
    if (edits.isEmpty()) {
      out.println("文件没有改过，没有要并入的。");
      return 0;
    }
    edits.forEach(edit -> out.println(line(edit, current)));
    var problems = problems(current, edits, clock);
    problems.forEach(out::println);
    if (!problems.isEmpty()) {
      out.println("没有并入。请先改好上面的问题。");
      return 1;
    }
    return yes ? write(kept, current, edits, out) : told(edits, out);
  }

  private static int told(List<Edit> edits, PrintWriter out) {
    out.printf("会变 %d 处。看过了就加 --yes 并入。%n", edits.size());
    return 0;
  }

  private static int write(KeptDirectory kept, Directory current, List<Edit> edits, PrintWriter out)
      throws Unavailable {
    if (!kept.write(current, edits)) {
      out.println("通讯录刚刚被别人改了，没有并入。请再运行一次。");
      return 1;
    }
    out.printf("已并入 %d 处。开着的服务几秒内生效。%n", edits.size());
    return 0;
  }

  /** What would not go together with what was changed by chat. */
  private static List<String> problems(Directory current, List<Edit> edits, Clock clock) {
    Directory next;
    try {
      next = current.after(new Change(current.version() + 1, clock.instant(), edits));
    } catch (IllegalArgumentException twice) {
      return List.of("有两个人会用同一个账号（离职的人还占着账号，同一个人请沿用原来的编号），或上级地区绕成一圈。");
    }
    var problems = new ArrayList<String>();
    for (Person person : next.people()) {
      if (next.area(person.area()).isEmpty()) {
        problems.add("%s 的地区 %s 会没有了。先在聊天里给他调站，或留着这个地区。".formatted(person.id(), person.area()));
      }
    }
    for (Group group : next.groups()) {
      if (next.area(group.area()).isEmpty()) {
        problems.add("群 %s 的地区 %s 会没有了。先解绑，或留着这个地区。".formatted(group.id(), group.area()));
      }
    }
    return problems;
  }

  /** Ids and codes only: a terminal may be looked at by others. */
  private static String line(Edit edit, Directory current) {
    return switch (edit) {
      case Edit.PutArea(var area) ->
          (current.area(area.code()).isPresent() ? "改地区 " : "加地区 ")
              + area.code()
              + " "
              + area.name();
      case Edit.DropArea(var code) -> "删地区 " + code;
      case Edit.PutPerson put -> person(put, current);
      case Edit.PutGroup(var group) ->
          (current.group(group.id()).isPresent() ? "改群 " : "加群 ") + group.id();
      case Edit.DropGroup(var id) -> "删群 " + id;
      default -> throw new IllegalStateException("files cannot ask for this");
    };
  }

  private static String person(Edit.PutPerson put, Directory current) {
    var id = put.person().id();
    var now = current.person(id);
    var what = put.person().left() ? "离职 " : now.isEmpty() ? "加人 " : "改人 ";
    return what + id + (now.equals(put.before()) ? "" : "（聊天里改过，会被文件盖过）");
  }
}
