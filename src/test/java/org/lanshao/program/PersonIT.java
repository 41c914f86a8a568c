package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.FullSize;

/** Somebody asks for what is held of them, and wants it deleted, while the server runs. */
class PersonIT {
  private static final String NAME = "甄阿婆";
  private static final List<String> PRIVATE = List.of(NAME, "夜里常常哭", "13911112222");

  private final Path dir;

  PersonIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void onSqlite() throws Exception {
    hold(Installation.onSqlite(dir));
  }

  @Test
  @FullSize
  void onPostgres() throws Exception {
    try (var postgres = Postgres.in(dir)) {
      hold(Installation.on(postgres, dir));
    }
  }

  private void hold(Installation installation) throws Exception {
    var operator = new Operator(installation);
    var ledger =
        Files.writeString(
            dir.resolve("ledger.csv"), "户号,村居,户主,姓名,电话\nJ101,富林镇,甄阿婆,甄阿婆,13911112222\n");
    try (var program = Program.start(installation)) {
      operator.done("register", ledger.toString(), "--yes");
      var worker = new Speaker(new Sandbox(installation), "w1");
      program.await("the register", () -> worker.say("档案 J101").contains("J101"));
      worker.say("走访", "富林镇", NAME, "入户", "3", "防汛", "没有", "夜里常常哭", "提交");
      assertThat(worker.say("明细 V1")).contains(NAME, "夜里常常哭");
      var count = worker.count("走访");

      var folder = dir.resolve("out");
      operator.done("person", "export", "J101", NAME, "-o", folder.toString());
      assertThat(Traces.of(PRIVATE, folder)).as("what is looked for is found").isNotEmpty();
      assertThat(operator.done("person", "delete", "J101", NAME)).contains("登记 1", "--yes");
      assertThat(worker.say("明细 V1")).contains(NAME);

      operator.done("person", "delete", "J101", NAME, "--yes");
      assertThat(worker.say("明细 V1")).contains("V1", "3").doesNotContain(PRIVATE);
      assertThat(worker.count("走访")).isEqualTo(count);
      program.await("the register without", () -> !worker.say("档案 J101").contains(NAME));
      assertThat(operator.run("person", "delete", "J101", NAME, "--yes").text()).contains("没有");
      assertThat(operator.done("recount")).contains("一致");
      assertThat(operator.done("audit")).contains("hand_over", "forget").doesNotContain(PRIVATE);
      assertThat(operator.done("audit", "verify")).contains("都没有被改过");
    }
    assertThat(Traces.of(PRIVATE, installation.data())).isEmpty();
  }
}
