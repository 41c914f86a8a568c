package org.lanshao.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.directory.Directory;
import org.lanshao.form.Bundled;
import org.lanshao.reading.Tables;

/** First messages as frightened people type them. */
class FirstWordsTest {
  private static final Directory DIRECTORY = BundledDirectory.read();
  private static final AreaCode LIANTAN = new AreaCode("445322115");
  private static final FirstWords WORDS =
      new FirstWords(Bundled.read().library().orElseThrow().danger());

  @TestFactory
  Stream<DynamicTest> everyFirstMessageIsTakenForWhatItIs() {
    return Tables.rows(FirstWordsTest.class, "first-words.tsv", 8).stream()
        .map(row -> DynamicTest.dynamicTest(row[0] + " " + row[1], () -> check(row)));
  }

  private static void check(String[] row) {
    String text = row[1];
    boolean known = !row[0].equals("stranger");
    var seen = Sighting.of(text, DIRECTORY, known ? Optional.of(LIANTAN) : Optional.empty());
    assertThat(WORDS.alarm(text)).isEqualTo(Alarm.valueOf(row[2]));
    if (!row[2].equals("NONE")) {
      assertThat(WORDS.kinds(text)).isEqualTo(list(row[3]));
    }
    assertThat(seen.people().map(Object::toString).orElse("")).isEqualTo(row[4]);
    assertThat(seen.place().map(FirstWordsTest::town).orElse("")).isEqualTo(row[5]);
    assertThat(WORDS.call(WORDS.kinds(text)).getFirst()).isEqualTo(row[6]);
  }

  private static String town(Area area) {
    return DIRECTORY.around(area.code(), Area.Kind.TOWN).orElseThrow().code().text();
  }

  private static List<String> list(String words) {
    return words.isEmpty() ? List.of() : Arrays.asList(words.split(","));
  }

  @Test
  void theTableHoldsEnough() {
    assertThat(Tables.rows(FirstWordsTest.class, "first-words.tsv", 8)).hasSizeGreaterThan(80);
  }

  @Test
  void aSensitiveKindDecidesWhomToCallFirst() {
    assertThat(WORDS.call(List.of("fire", "self_harm")).getFirst()).isEqualTo("110");
    assertThat(WORDS.sensitive(List.of("fire", "violence"))).isTrue();
    assertThat(WORDS.sensitive(List.of("fire"))).isFalse();
  }

  @Test
  void whatFollowsTheWordThatRaisesIsLeft() {
    assertThat(WORDS.rest("紧急，石巷村着火")).isEqualTo("石巷村着火");
    assertThat(WORDS.rest("🆘 紧急 着火")).isEqualTo("🆘 紧急 着火");
    assertThat(WORDS.rest("紧急")).isEmpty();
    assertThat(WORDS.rest("救命啊！！塌咗屋")).isEqualTo("塌咗屋");
    assertThat(WORDS.rest("救命啊")).isEmpty();
  }
}
