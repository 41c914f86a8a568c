package org.lanshao.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.lanshao.message.Reply.Choice;
import org.lanshao.message.Reply.Part;

class CardTest {
  private static final CardLimits LIMITS = new CardLimits(6, 10, 26, 112, 900);
  private static final Capabilities CARDS =
      new Capabilities(Optional.empty(), 2_048, Optional.of(LIMITS));

  @Test
  void linesThatOnlyRepeatTheButtonsAreLeftOut() {
    var part = new Part("走访方式？\n1 入户\n2 电话\n不填可以回复 跳过", choices("入户", "电话"));

    assertThat(Card.of(part, LIMITS).orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(new Card("走访方式？", "不填可以回复 跳过", choices("入户", "电话")));
  }

  @Test
  void aLabelThatIsTooLongIsCutUnderItsNumberAndStaysWholeInTheText() {
    var part = new Part("哪里？\n1 石巷村\n2 连滩镇石巷村委会东边路口", choices("石巷村", "连滩镇石巷村委会东边路口"));

    var card = Card.of(part, LIMITS).orElseThrow();

    assertThat(card.text()).isEqualTo("1 石巷村\n2 连滩镇石巷村委会东边路口");
    assertThat(card.buttons())
        .containsExactly(new Choice("石巷村", "石巷村"), new Choice("2 连滩镇石巷村委…", "连滩镇石巷村委会东边路口"));
  }

  @Test
  void twoChoicesOfOneNameAreToldApart() {
    var card = Card.of(new Part("哪一个？", choices("太平镇", "太平镇")), LIMITS).orElseThrow();

    assertThat(card.buttons().stream().map(Choice::label)).containsExactly("1 太平镇", "2 太平镇");
  }

  @Test
  void aLongTextGoesBeforeItsCardWhichAsksAgain() {
    var text = "收到。\n".repeat(60) + "\n这样对吗？\n1 是\n2 否";

    var pieces = Pieces.of(new Part(text, choices("是", "否")), CARDS);

    assertThat(pieces)
        .containsExactly(new Part(text, List.of()), new Part("这样对吗？", choices("是", "否")));
  }

  @Test
  void moreChoicesThanACardTakesStayText() {
    var part = new Part("哪里？", choices("一", "二", "三", "四", "五", "六", "七"));

    assertThat(Pieces.of(part, CARDS)).containsExactly(part);
    assertThat(Card.of(part, LIMITS)).isEmpty();
  }

  @Test
  void withoutCardsTheChoicesStayWithTheLastPiece() {
    var plain = new Capabilities(Optional.empty(), 12);

    assertThat(Pieces.of(new Part("一二三四\n五", choices("好")), plain))
        .containsExactly(new Part("一二三四", List.of()), new Part("五", choices("好")));
  }

  @Test
  void lineEndsBehindALongTextDoNotMakeItTooLong() {
    var plain = new Capabilities(Optional.empty(), 12);

    assertThat(Pieces.of(new Part("一二三四\n", choices("好")), plain))
        .containsExactly(new Part("一二三四", choices("好")));
    assertThat(Pieces.of(new Part(" ".repeat(13), choices("好")), plain))
        .containsExactly(new Part("", choices("好")));
  }

  @Test
  void aNumberIsNotTakenForAnotherLabel() {
    var part = new Part("哪里？", choices("石", " ", "石", "2"));

    assertThat(Card.of(part, LIMITS).orElseThrow().buttons())
        .extracting(Choice::label)
        .containsExactly("1 石", "2", "3 石", "4 2");
  }

  @Property
  void everyCardKeepsWithinItsLimitsAndNothingIsLost(@ForAll("parts") Part part) {
    var pieces = Pieces.of(part, CARDS);

    String said = String.join("\n", pieces.stream().map(Part::text).toList());
    assertThat(words(said)).contains(words(part.text()));
    for (Part piece : pieces) {
      assertThat(Splitting.bytes(piece.text())).isLessThanOrEqualTo(2_048);
      Card.of(piece, LIMITS).ifPresent(card -> fits(card, part));
    }
    boolean few = !part.choices().isEmpty() && part.choices().size() <= LIMITS.buttons();
    if (few && !part.text().isBlank()) {
      assertThat(Card.of(pieces.getLast(), LIMITS)).isPresent();
    }
  }

  private static void fits(Card card, Part part) {
    assertThat(card.title()).isNotBlank();
    assertThat(length(card.title())).isLessThanOrEqualTo(LIMITS.title());
    assertThat(length(card.text())).isLessThanOrEqualTo(LIMITS.text());
    assertThat(card.buttons()).hasSizeBetween(1, LIMITS.buttons());
    assertThat(card.buttons().stream().map(Choice::say))
        .containsExactlyElementsOf(part.choices().stream().map(Choice::say).toList());
    assertThat(card.buttons().stream().map(Choice::label)).doesNotHaveDuplicates();
    for (Choice button : card.buttons()) {
      assertThat(button.label()).isNotBlank();
      assertThat(length(button.label())).isLessThanOrEqualTo(LIMITS.label());
    }
  }

  @Provide
  Arbitrary<Part> parts() {
    var line = Arbitraries.strings().withChars("雨大山村路 1🌊a\t").ofMaxLength(40);
    var text = line.list().ofMaxSize(60).map(lines -> String.join("\n", lines));
    var label = Arbitraries.strings().withChars("石巷村委会12🌊 ").ofMinLength(1).ofMaxLength(14);
    var choices = label.map(l -> new Choice(l, l)).list().ofMaxSize(8);
    return net.jqwik.api.Combinators.combine(text, choices, Arbitraries.of(true, false))
        .as(
            (said, offered, numbered) ->
                new Part(numbered ? said + lines(offered) : said, offered));
  }

  private static String lines(List<Choice> choices) {
    var lines = new StringBuilder();
    for (int i = 0; i < choices.size(); i++) {
      lines.append('\n').append(i + 1).append(' ').append(choices.get(i).label());
    }
    return lines.toString();
  }

  private static List<Choice> choices(String... labels) {
    return java.util.Arrays.stream(labels).map(label -> new Choice(label, label)).toList();
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
