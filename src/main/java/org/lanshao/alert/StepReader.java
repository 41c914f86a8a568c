package org.lanshao.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lanshao.form.LengthText;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Section;

/** Reads what the steps of all plans are written with. */
final class StepReader {
  private static final Duration LONGEST = Duration.ofDays(7);

  private final Mistakes mistakes;

  StepReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /**
   * The waves of a plan, each later than the one before.
   *
   * @param read what a wave says; its other keys are refused
   */
  List<Wave> waves(Section plan, Function<Section, Wave> read) {
    var waves = new ArrayList<Wave>();
    for (Section section : plan.sections("waves")) {
      var wave = read.apply(section);
      if (!waves.isEmpty() && wave.after().compareTo(waves.getLast().after()) <= 0) {
        section.wrong(AlertCode.WAVE_ORDER, "after", "这一波不比上一波晚。", "按先后写，after 一波比一波长。");
      }
      waves.add(wave);
      section.refuseOthers();
    }
    return waves;
  }

  /** When a wave is due; at once where nothing is written. */
  Duration after(Section wave) {
    return length(wave, "after", Duration.ZERO);
  }

  /** A length of time; only a wave may come after none. */
  Duration length(Section section, String key, Duration usual) {
    var text = section.text(key);
    if (text.isEmpty()) {
      return usual;
    }
    boolean wave = key.equals("after");
    var read = LengthText.read(text.get());
    if (read.isEmpty() || read.get().compareTo(LONGEST) > 0 || (read.get().isZero() && !wave)) {
      section.wrong(
          AlertCode.BAD_TIME,
          key,
          "%s 的值“%s”不对。".formatted(key, text.get()),
          "写时长，例如 45s 或 45秒，5m 或 5分钟，2h 或 2小时，1d 或 1天。");
      return usual;
    }
    return read.get();
  }

  /** The people that are written under a key, of those who may be. */
  List<Slot> slots(Section section, String key, Map<String, Slot> words) {
    return each(section, key, words, "没有 %s 这种人。");
  }

  /**
   * What is written under a key, each once.
   *
   * @param words all that may be
   * @param problem what is said of another one
   */
  <T> List<T> each(Section section, String key, Map<String, T> words, String problem) {
    var read = new ArrayList<T>();
    for (Section.Word word : section.words(key)) {
      var meant = words.get(word.text());
      if (meant == null) {
        mistakes.add(
            AlertCode.NO_SUCH_SLOT,
            word.at(),
            problem.formatted(word.text()),
            "可以写：%s。".formatted(sorted(words.keySet())));
      } else if (!read.contains(meant)) {
        read.add(meant);
      }
    }
    return read;
  }

  static String sorted(Set<String> words) {
    return words.stream().sorted().collect(Collectors.joining("、"));
  }
}
