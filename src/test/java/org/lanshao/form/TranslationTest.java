package org.lanshao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Forms, lists and wording in several languages. */
class TranslationTest {
  private static final String LISTS =
      """
      kind:
        - {id: fire, label: {zh: 火灾, en: fire}}
        - {id: other, label: 其他}
      """;
  private static final String FORM =
      """
      id: form
      title: {zh: 表, en: Form}
      number: F
      start: {zh: [测试], en: [test]}
      who: [worker]
      questions:
        - {id: kind, type: choice, ask: {zh: 哪一种？, en: "Which kind?"}, options: $kind}
        - {id: people, type: integer, label: 人数, ask: 几个人？}
      receipt: {zh: "已登记 {no}", en: "Filed {no}"}
      """;
  private static final String WORDING = "test: {hello: \"{name}你好\", bye: {zh: 再见, en: Bye}}";

  private enum Words implements Phrase {
    HELLO,
    BYE;

    @Override
    public String key() {
      return "test." + name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public Set<String> slots() {
      return Set.of("name");
    }
  }

  @Test
  void everyTextIsSaidInThatLanguageAndInChineseWhereItHasNone() {
    var library = read(Map.of()).library().orElseThrow();
    var chinese = library.forms().getFirst();
    var english = library.in("en").forms().getFirst();

    assertThat(chinese.title()).isEqualTo("表");
    assertThat(chinese.start()).containsExactly("测试");
    assertThat(english.title()).isEqualTo("Form");
    assertThat(english.start()).containsExactly("test");
    assertThat(english.receipt().fill(Map.of("no", "F1"))).isEqualTo("Filed F1");
    assertThat(english.questions().getFirst().type().options())
        .extracting(Option::label)
        .containsExactly("fire", "其他");
    assertThat(english.questions().getLast().ask()).isEqualTo("几个人？");
    assertThat(library.in("fr").forms()).isEqualTo(library.forms());
  }

  @Test
  void aLanguageHasADefinitionOfItsOwnThatReadsBackToTheSameForm() {
    var library = read(Map.of()).library().orElseThrow();
    var english = library.in("en").forms().getFirst();

    assertThat(english.definition().hash())
        .isNotEqualTo(library.forms().getFirst().definition().hash());
    assertThat(FormReader.read(english.definition(), Bundled.SCHEMA)).isEqualTo(english);
  }

  @Test
  void theWordingMayHaveItsOtherLanguageBesideOrInAFileOfItsOwn() {
    var own = Map.of("wording.en.yaml", "test: {hello: \"Hello {name}\"}");
    var wording = read(own).library().orElseThrow().wording();

    assertThat(wording.in("en").say(Words.HELLO, Map.of("name", "A"))).isEqualTo("Hello A");
    assertThat(wording.in("en").say(Words.BYE)).isEqualTo("Bye");
    assertThat(wording.say(Words.BYE)).isEqualTo("再见");
    assertThat(read(Map.of()).library().orElseThrow().wording().in("en").say(Words.HELLO))
        .isEqualTo("你好");
  }

  @Test
  void whatALanguageLacksIsToldButWhatChineseLacksIsAMistake() {
    assertThat(read(Map.of()).hints())
        .extracting(Mistake::toString)
        .containsExactly(
            "form.yaml:8: L226 这里没有 en 的说法。 写成 {zh: 人数, en: …}。",
            "form.yaml:8: L226 这里没有 en 的说法。 写成 {zh: 几个人？, en: …}。",
            "lists.yaml:3: L226 这里没有 en 的说法。 写成 {zh: 其他, en: …}。",
            "wording.yaml:1: L226 这里没有 en 的说法。 写成 {zh: {name}你好, en: …}。");

    var broken = Map.of("form.yaml", FORM.replace("{zh: 表, en: Form}", "{en: Form}"));
    assertThat(read(broken).mistakes())
        .extracting(Mistake::toString)
        .contains("form.yaml:2: L226 这里没有 zh 的说法。 加上 zh: …。");
  }

  @Test
  void aMistakeInOneLanguageIsToldOnce() {
    var wrong =
        Map.of(
            "form.yaml",
            FORM.replace("Filed {no}", "Filed {nr}"),
            "wording.en.yaml",
            "test: {helo: Hello}");

    assertThat(read(wrong).mistakes())
        .extracting(Mistake::toString)
        .containsExactly(
            "form.yaml:9: L216 没有 {nr} 这一项可以填。 是不是 no？",
            "wording.en.yaml:1: L509 没有 test.helo 这句话。 是不是 test.hello？");
  }

  private static FormReader.Result read(Map<String, String> files) {
    var all = new java.util.TreeMap<>(Map.of("form.yaml", FORM, "lists.yaml", LISTS));
    all.put("wording.yaml", WORDING);
    all.putAll(files);
    return FormReader.read(all, Bundled.SCHEMA, Set.of(Words.values()));
  }
}
