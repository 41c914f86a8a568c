package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.turn.Unavailable;

/** What an operator is told whose database, disk or words are in the way of a command. */
class TroubleTest {
  private final Path dir;

  TroubleTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void aFileThatIsNoDatabaseIsCalledSo() throws IOException {
    var operator = new Operator(dir);
    operator.write("lanshao.db", "小雨记的笔记，不是数据库，也不是备份，有一行那么长。");

    assertThat(operator.run("recount")).isOne();
    assertThat(operator.out())
        .isEqualTo("数据库用不了（corrupt）：这个文件不是数据库，或者坏了。检查 store.url；真坏了，留一份，再恢复最近的备份。\n");
  }

  @Test
  void aDatabaseWhereNobodyListensIsCalledSo() throws IOException {
    int port;
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    var operator = new Operator(dir, "jdbc:postgresql://127.0.0.1:%d/lanshao".formatted(port));

    assertThat(operator.run("recount")).isOne();
    assertThat(operator.out())
        .isEqualTo("数据库用不了（lost）：连不上，或者打不开。检查 store.url、网络、路径和权限，数据库启动了没有。\n");
  }

  @Test
  void aFolderThatCannotBeMadeIsCalledSo() throws IOException {
    var file = Files.writeString(dir.resolve("file"), "no folder");
    var operator = new Operator(dir, "jdbc:sqlite:" + file.resolve("lanshao.db"));

    assertThat(operator.run("recount")).isOne();
    assertThat(operator.out()).startsWith("数据库用不了（lost）：").hasLineCount(1);
  }

  @Test
  void aPlaceWhereNothingCanBeWrittenIsNamed() throws IOException, Unavailable {
    var operator = new Operator(dir);
    operator.open().close();
    var taken = Files.writeString(dir.resolve("taken"), "");

    assertThat(operator.run("export", "-o", taken.toString())).isOne();
    assertThat(operator.run("export", "-o", dir.resolve("none/x.xlsx").toString())).isOne();
    assertThat(operator.run("backup", "--to", taken.resolve("b").toString())).isOne();
    assertThat(operator.out().lines())
        .containsExactly(
            "已经有 %s，不会换掉它。换一个名字，或先移走它。".formatted(taken),
            "没有 %s，或者没有它的文件夹。检查路径。".formatted(dir.resolve("none/x.xlsx")),
            "%s 读写不了（Not a directory）。检查路径、权限和磁盘空间。".formatted(taken.resolve("b")),
            "没有备份。");
  }

  @Test
  void anExportOfWhatIsNotThereSaysWhatWouldBe() throws Unavailable {
    var operator = new Operator(dir);
    operator.open().close();
    var out = dir.resolve("x.xlsx").toString();

    assertThat(operator.run("export", "-o", out, "--form", "vist", "--area", "1")).isEqualTo(2);
    assertThat(operator.out().lines())
        .containsExactly("没有 vist 这张表。是不是 visit？", "没有 1 这个地区。写 areas.csv 里的 code。");
    assertThat(dir.resolve("x.xlsx")).doesNotExist();
  }
}
