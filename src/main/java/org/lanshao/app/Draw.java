package org.lanshao.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lanshao.drawing.Drawing;
import org.lanshao.drawing.Losses;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.Spelling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lanshao draw}: draws a form, with {@code --config} also where drafts were given up. */
@Command(
    name = "draw",
    description = "把一张表画成图。",
    footer = "例如：lanshao draw visit -o visit.svg",
    mixinStandardHelpOptions = true)
final class Draw implements Callable<Integer> {
  @Parameters(paramLabel = "FORM", description = "表的 id，例如 visit。")
  private String id = "";

  @Option(names = "--mermaid", description = "写成 Mermaid 文字；不写就是 SVG 图。")
  private boolean mermaid;

  @Option(names = "--svg", description = "画成 SVG 图（默认）。")
  private boolean svg;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "写到这个文件；不写就写到屏幕。")
  private @Nullable Path output;

  @Option(names = "--config", paramLabel = "FILE", description = "设置文件。写了它，就从数据库里数每个问题停下了几份没填完的表。")
  private @Nullable Path config;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var err = spec.commandLine().getErr();
    var read = AllRead.read(Optional.ofNullable(config), err);
    return read.map(all -> draw(all, err)).orElse(1);
  }

  private int draw(AllRead read, PrintWriter err) {
    var forms = read.written().library().forms();
    var form = forms.stream().filter(one -> one.id().equals(new FormId(id))).findFirst();
    if (form.isEmpty() || (mermaid && svg)) {
      err.println(form.isEmpty() ? unknown(id, forms) : "--svg 和 --mermaid 只写一个。");
      return 2;
    }
    return losses(read, form.get(), err).map(losses -> write(form.get(), losses, err)).orElse(1);
  }

  /** What is said of an id that no form has. */
  static String unknown(String id, List<Form> forms) {
    var ids = forms.stream().map(form -> form.id().text()).toList();
    return "没有 %s 这张表。%s".formatted(id, Spelling.remedy(id, ids));
  }

  private Optional<Losses> losses(AllRead read, Form form, PrintWriter err) {
    return config == null
        ? Optional.of(Losses.NONE)
        : read.attempt((store, all) -> LostDrafts.of(form.id(), store, store.talks()), err);
  }

  private int write(Form form, Losses losses, PrintWriter err) {
    var drawn = mermaid ? Drawing.mermaid(form, losses) : Drawing.svg(form, losses);
    if (output == null) {
      spec.commandLine().getOut().print(drawn);
      spec.commandLine().getOut().flush();
      return 0;
    }
    try {
      Files.writeString(output, drawn);
      return 0;
    } catch (IOException unwritable) {
      err.println("写不了 %s。检查文件夹和权限。".formatted(output));
      return 1;
    }
  }
}
