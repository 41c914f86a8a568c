package org.lanshao.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DefinitionTest {
  private static final String LISTS =
      """
      kind:
        - {id: fire, label: 火灾}
      unused:
        - {id: a, label: 甲}
      """;
  private static final String FORM =
      """
      id: form
      title: "表\\n“一” \\\\ \\"二\\" 😀"
      number: F
      start: [测试]
      who: [worker]
      questions:
        - {id: kind, type: choice, ask: 哪一种？, options: $kind, default: fire}
        - {id: people, type: integer, ask: 几个人？, min: 1, max: 9, unit: [人, 名], when: kind = fire}
      check:
        - {that: people <= 5, say: "{people}人？", level: confirm}
      count:
        - {measure: times, label: 人次, add: people, by: kind}
      receipt: "{no} {{原样}}"
      """;

  @Test
  void isReadBackToTheSameForm() {
    var form = form(FORM, LISTS);

    assertThat(FormReader.read(form.definition(), Bundled.SCHEMA)).isEqualTo(form);
    assertThat(form.title()).isEqualTo("表\n“一” \\ \"二\" 😀");
    assertThat(form.receipt().fill(Map.of("no", "F1"))).isEqualTo("F1 {原样}");
  }

  @Test
  void staysTheSameWhenOnlyLayoutCommentsOrUnusedListsChange() {
    var other = "# 说明\n" + FORM.replace("number: F\n", "").replace("who:", "number: \"F\"\nwho:");

    assertThat(form(other, LISTS.replace("甲", "乙")).definition())
        .isEqualTo(form(FORM, LISTS).definition());
  }

  @Test
  void changesWithTheFormAndWithTheListsItUses() {
    var hash = form(FORM, LISTS).definition().hash();

    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(form(FORM.replace("几个人？", "多少人？"), LISTS).definition().hash()).isNotEqualTo(hash);
    assertThat(form(FORM, LISTS.replace("火灾", "着火")).definition().hash()).isNotEqualTo(hash);
  }

  /** Written by the first version of this program: must be readable for ever. */
  @Test
  void ofTheFirstLanguageVersionIsReadable() throws IOException {
    var lines = Files.readAllLines(Path.of("src/test/resources/org/lanshao/form/definition-1.txt"));
    var stored = new Definition(lines.getFirst(), lines.getLast());

    var form = FormReader.read(stored, new Schema(Set.of()));

    assertThat(form).isEqualTo(form(FORM, LISTS));
  }

  @Test
  void thatIsDamagedOrOfALaterLanguageIsRefused() {
    var definition = form(FORM, LISTS).definition();

    assertThatThrownBy(
            () ->
                FormReader.read(
                    new Definition(definition.hash(), definition.body() + " "), Bundled.SCHEMA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("damaged");
    assertThatThrownBy(
            () ->
                FormReader.read(
                    new Definition(
                        "1c5b16b19ac9222dd4904ed7b008c4dc07f08d2b09e28d4d3b8333e11d6f323e",
                        "{\"form\": {},\"language\": \"2\"}"),
                    Bundled.SCHEMA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("language");
  }

  private static Form form(String form, String lists) {
    var result =
        FormReader.read(Map.of("form.yaml", form, "lists.yaml", lists), Bundled.SCHEMA, Set.of());
    // A list of one option makes a condition that always holds: told, but a form nevertheless.
    assertThat(result.mistakes()).extracting(Mistake::code).allMatch(FormCode.ALWAYS_ASKED::equals);
    return result.sources().getFirst().form();
  }
}
