package org.lanshao.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SplittingTest {
  @Test
  void aShortTextStaysWhole() {
    assertThat(Splitting.parts("一二\n三\n", 11)).containsExactly("一二\n三\n");
    assertThat(Splitting.parts("", 4)).isEmpty();
  }

  @Test
  void aLongTextIsCutAtTheLastLineEndThatFits() {
    assertThat(Splitting.parts("一\n二\n三\n四", 8)).containsExactly("一\n二", "三\n四");
    assertThat(Splitting.parts("一\n二\n三三三", 9)).containsExactly("一\n二", "三三三");
  }

  @Test
  void aLineThatFitsExactlyIsNotCut() {
    assertThat(Splitting.parts("一二\n三四", 6)).containsExactly("一二", "三四");
  }

  @Test
  void aLineThatIsTooLongIsCutBetweenCharacters() {
    assertThat(Splitting.parts("🌊🌊🌊", 11)).containsExactly("🌊🌊", "🌊");
    assertThat(Splitting.parts("一二三四五", 7)).containsExactly("一二", "三四", "五");
  }

  @Test
  void thereAreNoEmptyParts() {
    assertThat(Splitting.parts("一\n\n\n\n\n\n二", 4)).containsExactly("一\n", "二");
  }

  @Test
  void tooSmallAPartIsAMistake() {
    assertThatThrownBy(() -> Splitting.parts("一", 3)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void nothingIsLostAndNothingIsTooLong(
      @ForAll("texts") String text, @ForAll @IntRange(min = 4, max = 40) int maxBytes) {
    List<String> parts = Splitting.parts(text, maxBytes);

    assertThat(visible(String.join("", parts))).isEqualTo(visible(text));
    assertThat(parts)
        .allSatisfy(
            part -> {
              byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
              assertThat(bytes.length).isBetween(1, maxBytes);
              assertThat(Splitting.bytes(part)).isEqualTo(bytes.length);
              assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(part);
            });
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "é", "一", "🌊", "\n", " ", "。")
        .list()
        .ofMaxSize(60)
        .map(characters -> String.join("", characters));
  }

  private static String visible(String text) {
    return text.replaceAll("[\\n ]", "");
  }
}
