package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanshao.form.Mistake;
import org.lanshao.form.Mistakes;

/** All mistakes of a file are told at once, by the table {@code settings-mistakes.txt}. */
class SettingsMistakesTest {
  record Case(String title, String settings, String told) {
    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (var in = SettingsMistakesTest.class.getResourceAsStream("settings-mistakes.txt")) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("(?m)^### ")).skip(1).map(SettingsMistakesTest::read);
    }
  }

  private static Case read(String block) {
    var titleAndRest = block.split("\n", 2);
    var settingsAndTold = titleAndRest[1].split("(?m)^=>\n");
    return new Case(titleAndRest[0], settingsAndTold[0], settingsAndTold[1].strip());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void areToldWithLineAndRemedy(Case example) {
    var mistakes = new Mistakes();
    SettingsReader.read("test.yaml", example.settings(), Map.of("EMPTY", ""), mistakes);

    assertThat(mistakes.sorted().stream().map(Mistake::toString).sorted())
        .containsExactlyInAnyOrderElementsOf(example.told().lines().toList());
  }
}
