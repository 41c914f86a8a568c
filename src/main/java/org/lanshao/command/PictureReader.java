package org.lanshao.command;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanshao.command.Picture.Along;
import org.lanshao.reading.Folding;

/** Reads 图, and by what it is drawn: 图 按类别, 图 按天, 折线图. Anything else is no picture. */
final class PictureReader {
  static final String WORD = "图";
  private static final Set<String> USUAL =
      Set.of(WORD, "图表", "画图", "出图", "看图", "画个图", "出个图", "发图", "chart");
  private static final Set<String> AREAS = Set.of("柱状图", "柱图", "图按地区", "chartbyarea");
  private static final Set<String> TIME =
      Set.of("折线图", "线图", "趋势图", "图按天", "图按日", "图按月", "图按时间", "chartbyday");

  private static final Pattern ASKED_ON = Pattern.compile("图\\s*(按.+)|chart (by .+)");

  private PictureReader() {}

  static Optional<Picture> read(String text) {
    var words = Folding.tight(text);
    if (USUAL.contains(words)) {
      return Optional.of(new Picture(Along.USUAL, Optional.empty()));
    }
    if (AREAS.contains(words)) {
      return Optional.of(new Picture(Along.AREAS, Optional.empty()));
    }
    return TIME.contains(words)
        ? Optional.of(new Picture(Along.TIME, Optional.empty()))
        : askedOn(Folding.fold(text).strip());
  }

  private static Optional<Picture> askedOn(String text) {
    var asked = ASKED_ON.matcher(text);
    return asked.matches()
        ? Optional.ofNullable(asked.group(1))
            .or(() -> Optional.ofNullable(asked.group(2)))
            .map(more -> new Picture(Along.USUAL, Optional.of(more)))
        : Optional.empty();
  }
}
