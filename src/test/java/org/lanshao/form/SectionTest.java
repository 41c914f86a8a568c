package org.lanshao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SectionTest {
  private final Mistakes mistakes = new Mistakes();

  @Test
  void givesValuesByType() {
    var section =
        read("text: no\nwhole: 8080\nflag: true\nword: b\nlist: [x, 3]\nsub: {a: 1}\nnone:\n");

    assertThat(section.text("text")).contains("no");
    assertThat(section.whole("whole", 0, 65535)).contains(8080L);
    assertThat(section.flag("flag", false)).isTrue();
    assertThat(section.flag("other", true)).isTrue();
    assertThat(section.oneOf("word", Map.of("a", 1, "b", 2))).contains(2);
    assertThat(section.words("list")).extracting(Section.Word::text).containsExactly("x", "3");
    assertThat(section.section("sub").text("a")).contains("1");
    assertThat(section.section("missing").keys()).isEmpty();
    assertThat(section.text("none", "otherwise")).isEqualTo("otherwise");
    section.refuseOthers();
    assertThat(mistakes.sorted()).isEmpty();
  }

  @Test
  void tellsAKeyThatNobodyAskedFor() {
    var section = read("port: 1\nprot: 2\n");
    assertThat(section.text("port")).contains("1");

    section.refuseOthers();

    assertThat(mistakes.sorted())
        .containsExactly(
            new Mistake(FormCode.UNKNOWN_KEY, "test.yaml", 2, "不认识的键 prot。", "是不是 port？"));
  }

  @Test
  void namesItsSectionsInTheOrderOfTheFile() {
    assertThat(read("b: {x: 1}\na: {x: 2}\n").named().keySet()).containsExactly("b", "a");
  }

  @Test
  void replacesTextsWithTheirLines() {
    var node = YamlFile.read("test.yaml", "a: ${X}\nb: [1, \"${X}\"]\n", mistakes);
    var replaced = node.replacing((at, text) -> text.replace("${X}", "line " + at.number()));

    var section = Section.of(replaced, mistakes);

    assertThat(section.text("a")).contains("line 1");
    assertThat(section.words("b")).extracting(Section.Word::text).containsExactly("1", "line 2");
  }

  @Test
  void refusesFilesThatAreTooBigOrTooDeep() {
    YamlFile.read("big.yaml", "a".repeat(YamlFile.LONGEST + 1), mistakes);
    YamlFile.read("deep.yaml", "a: " + "[".repeat(5000) + "]".repeat(5000), mistakes);

    assertThat(mistakes.sorted())
        .extracting(Mistake::problem)
        .containsExactly("文件太大。", "写法太复杂，读不了。");
  }

  private Section read(String text) {
    return YamlFile.readKeys("test.yaml", text, mistakes);
  }
}
