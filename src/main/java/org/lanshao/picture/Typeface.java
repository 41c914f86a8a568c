package org.lanshao.picture;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the typeface of this machine in which Chinese can be written. */
public final class Typeface {
  /** 榃, 簕 and 㙟 stand in names of towns and are outside of GB 2312; 㙟 is outside of GBK. */
  private static final String RARE = "榃簕㙟";

  private static final String USUAL = "户次人镇街道村居汇总（）：、0123456789";

  /** What is best read on a small screen comes first. */
  private static final List<String> LIKED =
      List.of("noto sans cjk sc", "noto sans sc", "source han sans", "sans", "hei", "");

  private Typeface() {}

  /**
   * The best of those installed; empty when none has Chinese characters. One that lacks rare ones
   * is taken only if there is no other. It asks for the names of all fonts of the machine, which
   * can take a second.
   */
  public static Optional<Font> installed() {
    return best(Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()));
  }

  static Optional<Font> best(List<Font> fonts) {
    var liked =
        fonts.stream()
            .sorted(
                Comparator.comparing(Typeface::rank)
                    .thenComparing(Typeface::isHeavy)
                    .thenComparing(font -> font.getFontName(Locale.ROOT)))
            .toList();
    return first(liked, USUAL + RARE).or(() -> first(liked, USUAL));
  }

  /** No others are looked into: the characters of each that is stay in memory, 300 KB for one. */
  private static Optional<Font> first(List<Font> fonts, String characters) {
    return fonts.stream().filter(font -> font.canDisplayUpTo(characters) < 0).findFirst();
  }

  private static int rank(Font font) {
    var family = font.getFamily(Locale.ROOT).toLowerCase(Locale.ROOT);
    int rank = 0;
    while (!family.contains(LIKED.get(rank))) {
      rank++;
    }
    return rank;
  }

  private static boolean isHeavy(Font font) {
    return !font.getFontName(Locale.ROOT).toLowerCase(Locale.ROOT).contains("regular")
        && !font.getFontName(Locale.ROOT).equals(font.getFamily(Locale.ROOT));
  }
}
