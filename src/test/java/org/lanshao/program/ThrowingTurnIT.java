package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.Ports;

/**
 * A bug in one turn costs that turn: it is answered, kept and found again, and the talk goes on.
 */
@Timeout(300)
class ThrowingTurnIT {
  private static final Pattern SORRY = Pattern.compile("出错了（编号 ([0-9a-f]+)）.*", Pattern.DOTALL);

  @Test
  void aTurnThatThrowsIsAnsweredWithACodeAndTheNextMessageGoesOn(@TempDir Path dir)
      throws Exception {
    int port = Ports.free();
    var installation = Installation.onSqlite(dir);
    try (var program =
        Program.start(installation, Debugger.welcomedOn(port)).expecting("turn failed")) {
      var sandbox = new Sandbox(installation);
      assertThat(sandbox.say(1, 1, "清点").text()).contains("几号户？");

      var said = sayInAThrowingTurn(port, sandbox);
      assertThat(said.status()).isEqualTo(200);
      assertThat(said.text()).matches(SORRY);
      assertKept(program, codeIn(said));
      assertThat(sandbox.say(1, 2, "4711")).as("the same message again").isEqualTo(said);

      assertThat(sandbox.say(1, 3, "4711").text()).contains("什么方式？");
      sandbox.say(1, 4, "入户");
      assertThat(sandbox.say(1, 5, "提交").text()).contains("：4711。");
    }
  }

  private static Said sayInAThrowingTurn(int port, Sandbox sandbox) throws Exception {
    try (var debugger = Debugger.on(port)) {
      debugger.throwOnce("org.lanshao.desk.Routing", "route");
      return sandbox.say(1, 2, "4711");
    }
  }

  private static String codeIn(Said said) {
    var matcher = SORRY.matcher(said.text());
    assertThat(matcher.matches()).isTrue();
    return matcher.group(1);
  }

  private static void assertKept(Program program, String code) {
    try (var database = Database.of(program.installation())) {
      assertThat(database.column("SELECT seq || ' ' || error FROM turn WHERE error <> ''"))
          .containsExactly("2 " + code);
    }
    assertThat(program.log())
        .filteredOn(line -> line.contains("turn failed"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .contains("code=\"" + code, "java.lang.IllegalStateException")
                    .doesNotContain("4711"));
  }
}
