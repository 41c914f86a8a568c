package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.FullSize;

/** A ledger is taken in whole or not at all, whenever whoever takes it in dies. */
class LedgerIT {
  private static final int TRIES = 5;

  private final Path dir;

  LedgerIT(@TempDir Path dir) {
    this.dir = dir;
  }

  /**
   * What a ledger is of.
   *
   * @param command that takes it in
   * @param rows how many the first one has; each further one has twice as many, so that in the end
   *     one is killed before it is over, however fast they are taken in
   * @param header its first line
   * @param row a line; gets the number of the ledger and its own
   * @param stage counts what is laid out
   * @param place counts what was taken in
   */
  private record Kind(
      String command, int rows, String header, String row, String stage, String place) {}

  private static final Kind HOUSEHOLDS =
      new Kind(
          "register",
          2_000,
          "户号,村居,户主,人口\n",
          "A%1$d-%2$d,罗定市太平镇,户主%2$d,3\n",
          "SELECT COUNT(*) FROM register_edit",
          "SELECT COUNT(*) FROM register_edit e JOIN register_change c ON c.batch = e.batch");

  private static final Kind SITES =
      new Kind(
          "sites",
          1_000,
          "地点,名称,种类,警示牌,围栏,救生设备\n",
          "富林镇,塘%1$d号%2$d,河塘,有,有,有\n",
          "SELECT COUNT(*) FROM staged_submission",
          "SELECT COUNT(*) FROM submission WHERE form = 'site'");

  @Test
  void onSqlite() throws Exception {
    killed(Installation.onSqlite(dir));
  }

  @Test
  @FullSize
  void onPostgres() throws Exception {
    try (var postgres = Postgres.in(dir)) {
      killed(Installation.on(postgres, dir));
    }
  }

  private void killed(Installation installation) throws Exception {
    try (var program = Program.start(installation)) {
      for (var kind : List.of(HOUSEHOLDS, SITES)) {
        boolean halfWay = false;
        for (int n = 1; n <= TRIES && !halfWay; n++) {
          halfWay = kill(kind, installation, n);
        }
        assertThat(halfWay).as("%s was killed before it was over", kind.command()).isTrue();
      }
      assertThat(new Operator(installation).done("recount")).contains("一致");
      program.stop();
    }
  }

  /** Returns whether it was killed before it was over. */
  private boolean kill(Kind kind, Installation installation, int n) throws Exception {
    var operator = new Operator(installation);
    int rows = kind.rows() << (n - 1);
    var ledger = ledger(kind, n, rows);
    long before = count(installation, kind.stage());
    long taken = count(installation, kind.place());
    var process = operator.begin(List.of(), kind.command(), ledger, "--yes");
    try (var database = Database.of(installation)) {
      while (process.isAlive() && database.number(kind.stage()) == before) {
        Program.sleep(1);
      }
    }
    process.destroyForcibly().waitFor();
    boolean halfWay = count(installation, kind.place()) == taken;

    var seen = operator.done(kind.command(), ledger);
    if (!halfWay) {
      assertThat(seen).containsPattern("新增 0 .，变更 0 .，不变 %d .".formatted(rows));
      return false;
    }
    assertThat(count(installation, kind.stage())).isGreaterThan(before);
    assertThat(seen).containsPattern("新增 %d .，变更 0 .，不变 0 .".formatted(rows));
    operator.done(kind.command(), ledger, "--yes");
    assertThat(count(installation, kind.place())).isEqualTo(taken + rows);
    assertThat(operator.done(kind.command(), ledger))
        .containsPattern("新增 0 .，变更 0 .，不变 %d .".formatted(rows));
    return true;
  }

  private String ledger(Kind kind, int n, int rows) throws IOException {
    var lines = new StringBuilder(kind.header());
    for (int i = 0; i < rows; i++) {
      lines.append(kind.row().formatted(n, i));
    }
    return Files.writeString(dir.resolve(kind.command() + n + ".csv"), lines).toString();
  }

  private static long count(Installation installation, String sql) {
    try (var database = Database.of(installation)) {
      return database.number(sql);
    }
  }
}
