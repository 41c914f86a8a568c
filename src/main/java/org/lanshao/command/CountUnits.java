package org.lanshao.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lanshao.form.Measure;
import org.lanshao.reading.Folding;

/** By which words people ask for what is counted in a unit. */
final class CountUnits {
  private static final Map<String, List<String>> UNIT_TO_OTHERS =
      Map.of(
          "户", List.of("户数", "住户", "家庭", "住户数"),
          "户次", List.of("次数", "次", "走访次数"),
          "人次", List.of("人数", "人次数", "服务人次", "人"),
          "人", List.of("人数", "名", "人员数"),
          "场次", List.of("场", "场数", "次数", "次"),
          "场", List.of("场次", "场数", "次数", "次"),
          "个", List.of("个数"),
          "件", List.of("件数", "物资"),
          "元", List.of("金额", "价值", "钱"),
          "次", List.of("次数"));

  private CountUnits() {}

  /** Whether people are meant, each once: who wants to know how often says 人次 or 人数. */
  static boolean isByHead(Part.OfMeasure part) {
    return Folding.tight(part.text()).equals("人");
  }

  /** Whether a measure is how often people were met, whoever they were. */
  static boolean isOfTimes(Measure measure) {
    return MeasureLabel.of(measure).unit().equals("人次");
  }

  /** The unit itself and the words for it; a unit of one sign alone is one, too. */
  static List<String> words(String unit) {
    var words = new ArrayList<>(List.of(Folding.tight(unit)));
    words.addAll(UNIT_TO_OTHERS.getOrDefault(unit, List.of()));
    return words;
  }
}
