package org.lanshao.app;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.lanshao.count.Scope;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.form.Form;
import org.lanshao.ledger.LedgerBook;
import org.lanshao.ledger.Ledgers;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Seen;
import org.lanshao.record.Sight;
import org.lanshao.record.Submission;
import org.lanshao.register.Named;
import org.lanshao.register.Register;
import org.lanshao.store.Store;
import org.lanshao.turn.AuditLog.Entry;
import org.lanshao.turn.AuditLog.Kind;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lanshao export}: records as a workbook, however many, beside the running server. */
@Command(
    name = "export",
    description = "把登记导出成表格文件（xlsx），每张表一页。默认隐去姓名和文字，--names 才写全。",
    footer = "例如：lanshao export -o 台账.xlsx --form visit --from 2022-01-01",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--form", paramLabel = "FORM", description = "哪张表（文件里的 id），可以写几次；默认全部。")
  private List<String> forms = List.of();

  @Option(names = "--area", paramLabel = "CODE", description = "哪个地区（areas.csv 的 code）；默认全部。")
  private @Nullable String area;

  @Option(names = "--from", paramLabel = "DAY", description = "从哪天，例如 2022-01-01。")
  private LocalDate from = LocalDate.of(2000, 1, 1);

  @Option(names = "--to", paramLabel = "DAY", description = "到哪天，例如 2022-12-31。")
  private LocalDate to = LocalDate.of(2999, 12, 31);

  @Option(names = "--names", description = "写全姓名和文字。")
  private boolean names;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "写到哪里。已有的文件不会被换掉。")
  private Path output = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var err = spec.commandLine().getErr();
    if (to.isBefore(from)) {
      err.println("--to 比 --from 还早。");
      return 2;
    }
    return config.attemptOnStore(this::export, err);
  }

  private int export(Store store, AllRead read) throws Unavailable, IOException {
    var directory = new KeptDirectory(store, read.clock()).open(read.written().directory());
    var known = read.written().library().forms();
    var within = directory.areas().stream().filter(this::isWanted).findFirst();
    var unknown = forms.stream().filter(id -> known.stream().noneMatch(one -> isOf(one, id)));
    var wrong = new ArrayList<>(unknown.map(id -> Draw.unknown(id, known)).toList());
    if (within.isEmpty()) {
      wrong.add("没有 %s 这个地区。写 areas.csv 里的 code。".formatted(area));
    }
    if (!wrong.isEmpty()) {
      wrong.forEach(spec.commandLine().getErr()::println);
      return 2;
    }
    write(store, read, directory, within.get().code());
    return 0;
  }

  private void write(Store store, AllRead read, Directory directory, AreaCode within)
      throws Unavailable, IOException {
    var library = read.written().library();
    var wanted = library.forms().stream().filter(this::isWanted).toList();
    var sight = names ? Sight.FULL : Sight.MASKED;
    var about = "%s %s %s %s %s".formatted(forms, within, from, to, sight);
    var zone = read.settings().time().zone();
    store.audit().note(new Entry(read.clock().instant(), Kind.EXPORT, Optional.empty(), "", about));
    long count;
    try (var file = new BufferedOutputStream(Files.newOutputStream(output, CREATE_NEW));
        var book = new LedgerBook(file, directory, library.wording(), seen(store, sight), zone)) {
      var days = new DayRange(from, to);
      Ledgers.fill(book, wanted, new Scope.InArea(within), days, store.records());
      count = book.count();
    }
    spec.commandLine().getOut().printf("导出好了：%s（%d 条）。里面有个人信息，用完删掉。%n", output, count);
  }

  private static BiFunction<Form, Submission, Seen> seen(Store store, Sight sight)
      throws Unavailable {
    var named =
        new Named(store.register().since(0).map(Register.EMPTY::after).orElse(Register.EMPTY));
    return (form, record) ->
        new Seen(sight, (name, number) -> named.of(name, number, record.day()));
  }

  private boolean isWanted(Form form) {
    return forms.isEmpty() || forms.contains(form.id().text());
  }

  private static boolean isOf(Form form, String id) {
    return form.id().text().equals(id);
  }

  /** The city where none was named. */
  private boolean isWanted(Area one) {
    return area == null ? one.parent().isEmpty() : one.code().text().equals(area);
  }
}
