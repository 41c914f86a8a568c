package org.lanshao.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that messages begin with are found as by trying one after the other. */
class BeginningsTest {
  private static final List<String> WORDS = List.of("走访", "走", "help", "收到", "收", "ＯＫ", "到");

  private final Beginnings<String> beginnings = new Beginnings<>(WORDS, List::of);

  @Property
  void asTryingOneAfterTheOther(@ForAll("texts") String text) {
    var expected =
        WORDS.stream()
            .flatMap(word -> Prefix.after(word, text).map(rest -> word + "|" + rest).stream())
            .findFirst();

    assertThat(beginnings.find(text).map(begun -> begun.word() + "|" + begun.rest()))
        .isEqualTo(expected);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "走", "访", "收", "到", "h", "H", "ｅ", "lp", "o", "ｋ", " ", "　", "，", "3", "𠮷")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  /** Copied from pages and address books, nobody sees them. */
  @ParameterizedTest
  @ValueSource(strings = {"\ufeff", "\u200b", "\u200e", "\u202a", "\u2060", "\u2066", "\u00ad"})
  void invisibleCharactersDoNotHideAWord(String unseen) {
    for (var text : List.of(unseen + "走访石巷村", "走" + unseen + "访" + unseen + "石巷村")) {
      assertThat(Prefix.after("走访", text)).contains("石巷村");
      assertThat(beginnings.find(text)).map(Beginnings.Begun::word).contains("走访");
    }
  }

  @Test
  void aWordThatIsNotAcceptedLetsTheNextOneBeTried() {
    assertThat(beginnings.find("走访石巷村", begun -> begun.word().equals("走")))
        .map(Beginnings.Begun::rest)
        .isEqualTo(Optional.of("访石巷村"));
    assertThat(beginnings.find("走访石巷村", begun -> false)).isEmpty();
  }
}
