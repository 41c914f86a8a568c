package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger is taken in whole or not at all, whenever whoever takes it in dies. */
class RegisterIT {
  private static final int HOUSEHOLDS = 10_000;
  private static final int TRIES = 10;

  private final Path dir;

  RegisterIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void anImportThatIsKilledHalfWayChangesNothingOnSqlite() throws Exception {
    killed(Installation.onSqlite(Files.createDirectories(dir.resolve("one"))));
  }

  @Test
  void anImportThatIsKilledHalfWayChangesNothingOnPostgres() throws Exception {
    try (var postgres = Postgres.in(Files.createDirectories(dir.resolve("database")))) {
      killed(Installation.on(postgres, Files.createDirectories(dir.resolve("two"))));
    }
  }

  private void killed(Installation installation) throws Exception {
    try (var program = Program.start(installation)) {
      boolean halfWay = false;
      for (int n = 1; n <= TRIES && !halfWay; n++) {
        halfWay = kill(installation, ledger(n), n);
      }
      assumeTrue(halfWay, "every import was over before it was killed");
      program.stop();
    }
  }

  /** Returns whether it was killed before it was over. */
  private static boolean kill(Installation installation, Path ledger, int n) throws Exception {
    var operator = new Operator(installation);
    long before = laidOut(installation);
    long taken = takenIn(installation);
    var process = operator.begin(List.of(), "register", ledger.toString(), "--yes");
    while (process.isAlive() && laidOut(installation) == before) {
      Program.sleep(1);
    }
    process.destroyForcibly().waitFor();
    boolean halfWay = takenIn(installation) == taken;

    var seen = operator.done("register", ledger.toString());
    if (!halfWay) {
      assertThat(seen).contains("不变 %d 户".formatted(HOUSEHOLDS));
      return false;
    }
    assertThat(laidOut(installation)).isGreaterThan(before);
    assertThat(seen).contains("新增 %d 户，变更 0 户，不变 0 户".formatted(HOUSEHOLDS));
    assertThat(operator.done("register", ledger.toString(), "--yes"))
        .contains("已导入 %d 户".formatted(HOUSEHOLDS));
    assertThat(takenIn(installation)).isEqualTo(n);
    assertThat(operator.done("register", ledger.toString()))
        .contains("新增 0 户，变更 0 户，不变 %d 户".formatted(HOUSEHOLDS));
    return true;
  }

  private Path ledger(int n) throws IOException {
    var lines = new StringBuilder("户号,村居,户主,人口\n");
    for (int i = 0; i < HOUSEHOLDS; i++) {
      lines.append("A%d-%d,罗定市太平镇,户主%d,3\n".formatted(n, i, i));
    }
    return Files.writeString(dir.resolve("ledger" + n + ".csv"), lines);
  }

  private static long laidOut(Installation installation) {
    return rows(installation, "register_edit");
  }

  private static long takenIn(Installation installation) {
    return rows(installation, "register_change");
  }

  private static long rows(Installation installation, String table) {
    try (var database = Database.of(installation)) {
      return Long.parseLong(database.column("SELECT COUNT(*) FROM " + table).getFirst());
    }
  }
}
