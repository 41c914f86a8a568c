package org.lanshao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  private static final List<String> KNOWN =
      List.of("questions", "title", "when", "people", "aliases", "统计", "帮助");

  @ParameterizedTest
  @CsvSource({
    "questoins, questions",
    "question, questions",
    "Title, title",
    "tilte, title",
    "whne, when",
    "poeple, people",
    "alias, aliases",
    "统筹, 统计",
    "xyz, ''",
    "wh, ''",
    "t, ''"
  })
  void findsTheNearestWord(String written, String nearest) {
    assertThat(Spelling.nearest(written, KNOWN).orElse("")).isEqualTo(nearest);
  }
}
