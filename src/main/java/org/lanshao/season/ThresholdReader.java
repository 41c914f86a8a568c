package org.lanshao.season;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lanshao.campaign.Threshold;
import org.lanshao.form.Section;
import org.lanshao.form.Spelling;
import org.lanshao.notice.Colour;
import org.lanshao.notice.Grade;
import org.lanshao.notice.Kinds;

/** Reads the part {@code campaigns} of {@code config/notices.yaml}: kinds with their levels. */
final class ThresholdReader {
  private static final Map<String, Colour> COLOURS = words(Colour.values(), Colour::word);
  private static final Map<String, Grade> GRADES = words(Grade.values(), Grade::word);

  private ThresholdReader() {}

  /** What stands in the file; in place of what does not, what is usual. */
  static Threshold read(Section campaigns) {
    var usual = Threshold.USUAL;
    var read =
        new Threshold(
            levels(campaigns, "warning", Kinds.warnings(), COLOURS, usual.warnings()),
            levels(campaigns, "response", Kinds.responses(), GRADES, usual.responses()),
            campaigns.text("purpose", usual.purpose()));
    campaigns.refuseOthers();
    return read;
  }

  private static <T> Map<String, T> levels(
      Section campaigns,
      String key,
      List<String> known,
      Map<String, T> words,
      Map<String, T> usual) {
    if (campaigns.node(key).isEmpty()) {
      return usual;
    }
    var section = campaigns.section(key);
    var levels = new LinkedHashMap<String, T>();
    for (String kind : section.keys()) {
      if (known.contains(kind)) {
        section.oneOf(kind, words).ifPresent(level -> levels.put(kind, level));
      } else {
        section.text(kind);
        section.wrong(
            SeasonCode.BAD_SIGNAL,
            kind,
            "campaigns.%s 里没有“%s”这一种。".formatted(key, kind),
            Spelling.remedy(kind, known));
      }
    }
    return levels;
  }

  private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values)
        .collect(Collectors.toMap(word, value -> value, (one, other) -> one, LinkedHashMap::new));
  }
}
