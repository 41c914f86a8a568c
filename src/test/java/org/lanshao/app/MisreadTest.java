package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What is said to words that are no command, or only half of one. */
class MisreadTest {
  private final StringWriter out = new StringWriter();

  private int run(List<String> words) {
    out.getBuffer().setLength(0);
    var all = words.toArray(String[]::new);
    var commands = Lanshao.commands(all);
    commands.setOut(new PrintWriter(out, true));
    commands.setErr(new PrintWriter(out, true));
    return commands.execute(all);
  }

  /** All commands that take words which must be there, and those that have commands below them. */
  static Stream<CommandLine> demanding() {
    return all(Lanshao.commands())
        .filter(
            command ->
                !command.getSubcommands().isEmpty()
                    || command.getCommandSpec().args().stream().anyMatch(arg -> arg.required()));
  }

  private static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command), command.getSubcommands().values().stream().flatMap(MisreadTest::all));
  }

  @ParameterizedTest
  @MethodSource("demanding")
  void whatIsMissingIsSaidAndHowItIsWritten(CommandLine command) {
    var name = command.getCommandSpec().qualifiedName();

    assertThat(run(List.of(name.split(" ")).subList(1, name.split(" ").length))).isEqualTo(2);

    assertThat(out.toString())
        .startsWith("少了")
        .contains("写法：" + name)
        .doesNotContain("Missing", "Usage", "Show this", "<");
    if (command.getSubcommands().isEmpty()) {
      assertThat(out.toString()).contains("例如：" + name, name + " --help");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "serv, 不认识：serv。是不是 serve？",
    "register a.csv b.csv, 不认识：b.csv。",
    "audit --last x, --last N 不能是“x”",
    "backup --to a --to b, 只能写一次：--to DIR。",
    "export -o x --from gestern, --from DAY 不能是“gestern”：从哪天，例如 2022-01-01。",
    "export -o x --form, 少了 --form FORM：",
    "person export, 少了 WHO：",
  })
  void whatIsNotUnderstoodIsSaid(String words, String said) {
    assertThat(run(List.of(words.split(" ")))).isEqualTo(2);

    assertThat(out.toString()).startsWith(said).contains("写法：lanshao");
  }

  @Test
  void helpSpeaksOneLanguage() {
    assertThat(all(Lanshao.commands()))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            command ->
                assertThat(command.getUsageMessage())
                    .contains("写法：")
                    .doesNotContain("Usage", "Show this", "Print version", "Commands:"));
  }
}
