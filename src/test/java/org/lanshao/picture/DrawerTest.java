package org.lanshao.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lanshao.directory.Area;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.picture.Chart.Series;
import org.lanshao.picture.Chart.Shape;

/** Pictures are whole: every sign is drawn, and none as the box that stands for a missing one. */
class DrawerTest {
  /** Never assigned: every typeface draws its box for it. */
  private static final String NO_CHARACTER = "\u0378";

  private static final String WORDS = "走访宣传户次人数全市县镇街道村居月日年按类低保特困残疾孤儿留守其他榃簕㙟０１２（）、：-0123456789％%<";

  private static Font font() {
    var found = Typeface.installed();
    assumeTrue(found.isPresent(), "no Chinese font on this machine");
    return found.orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> everySignOfAreasAndMeasuresHasAGlyphOfItsOwn() {
    Font font = font().deriveFont(30f);
    var box = drawn(font, NO_CHARACTER);
    var areas = BundledDirectory.read().areas().stream().map(Area::name);
    return Stream.concat(Stream.of(WORDS), areas)
        .flatMapToInt(String::codePoints)
        .distinct()
        .mapToObj(Character::toString)
        .map(
            sign ->
                DynamicTest.dynamicTest(
                    sign, () -> assertThat(drawn(font, sign)).isNotEqualTo(box)));
  }

  /** The comparison above finds boxes where there are some. */
  @Test
  void aTypefaceWithoutChineseDrawsTheBox() {
    var all = java.awt.GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts();
    var western =
        Arrays.stream(all)
            .filter(font -> !font.isTransformed() && !font.canDisplay('镇'))
            .filter(font -> !List.of("Dialog", "Serif").contains(font.getFamily()))
            .findFirst();
    assumeTrue(western.isPresent(), "no font without Chinese on this machine");
    Font font = western.get().deriveFont(30f);
    assertThat(drawn(font, "镇")).isEqualTo(drawn(font, NO_CHARACTER));
    assertThat(Typeface.best(List.of(western.get()))).isEmpty();
  }

  /** Wherever a chart writes, one sign instead of another makes another picture. */
  @TestFactory
  Stream<DynamicTest> titleLabelsAndLegendAreWrittenInTheTypeface() {
    var drawer = new Drawer(font());
    return Stream.of(Shape.values())
        .flatMap(
            shape ->
                IntStream.range(0, 3)
                    .mapToObj(
                        place ->
                            DynamicTest.dynamicTest(
                                shape + " " + place,
                                () -> {
                                  var rare = drawer.png(chart(shape, place, "㙟"));
                                  assertThat(rare)
                                      .isNotEqualTo(drawer.png(chart(shape, place, "簕")))
                                      .isNotEqualTo(drawer.png(chart(shape, place, NO_CHARACTER)));
                                })));
  }

  private static Chart chart(Shape shape, int place, String sign) {
    var words = new String[] {"走访", "都城镇", "户"};
    words[place] = sign;
    return new Chart(
        words[0],
        shape,
        List.of(words[1], "连滩镇"),
        List.of(new Series(words[2], List.of(3L, 5L)), new Series("人次", List.of(7L, 11L))));
  }

  @Test
  void oneKindOfNumbersAloneIsNamedToo() {
    var drawer = new Drawer(font());
    assertThat(drawer.png(alone("户次"))).isNotEqualTo(drawer.png(alone("人次")));
  }

  private static Chart alone(String what) {
    var series = List.of(new Series(what, List.of(3L, 5L)));
    return new Chart("走访", Shape.BARS, List.of("都城镇", "连滩镇"), series);
  }

  @Test
  void manyTownsMakeAWiderPictureThatFitsATelephone() throws IOException {
    var drawer = new Drawer(font());
    var few = ImageIO.read(new ByteArrayInputStream(drawer.png(bars(2))));
    var many = ImageIO.read(new ByteArrayInputStream(drawer.png(bars(63))));
    assertThat(few.getWidth()).isEqualTo(800);
    assertThat(many.getWidth()).isGreaterThan(1800).isLessThanOrEqualTo(2400);
    assertThat(drawer.png(bars(63)).length).isLessThan(300_000);
  }

  private static Chart bars(int towns) {
    var labels = IntStream.range(0, towns).mapToObj(n -> "都城镇" + n).toList();
    var numbers = IntStream.range(0, towns).mapToObj(n -> (long) n * 17).toList();
    return new Chart("走访", Shape.BARS, labels, List.of(new Series("户", numbers)));
  }

  @Test
  void whereThereIsNoneNothingIsWritten() throws IOException {
    var series = List.of(new Series("户", List.of(0L, 5L)));
    var png = new Drawer(font()).png(new Chart("走访", Shape.BARS, List.of("甲", "乙"), series));
    var image = ImageIO.read(new ByteArrayInputStream(png));

    var dark =
        IntStream.range(80, 380)
            .flatMap(x -> IntStream.range(60, 555).map(y -> image.getRGB(x, y)))
            .filter(colour -> new Color(colour).getRed() < 0x80);
    assertThat(dark.count()).as("signs over the bar that is not there").isZero();
  }

  @Test
  void aNoteIsWrittenBelow() {
    var drawer = new Drawer(font());
    var plain = chart(Shape.BARS, 0, "簕");
    assertThat(drawer.png(plain.noted(""))).isEqualTo(drawer.png(plain));
    assertThat(drawer.png(plain.noted("（簕从5月9日起统计）")))
        .isNotEqualTo(drawer.png(plain))
        .isNotEqualTo(drawer.png(plain.noted("（㙟从5月9日起统计）")));
  }

  @Test
  void numbersAndLabelsMustMatch() {
    var series = List.of(new Series("户", List.of(1L)));
    assertThatThrownBy(() -> new Chart("走访", Shape.BARS, List.of("甲", "乙"), series))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Chart("走访", Shape.BARS, List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The pixels of a sign. */
  private static int[] drawn(Font font, String sign) {
    var image = new BufferedImage(48, 48, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
    pen.setColor(Color.WHITE);
    pen.setFont(font);
    pen.drawString(sign, 6, 36);
    pen.dispose();
    return image.getRGB(0, 0, 48, 48, null, 0, 48);
  }
}
