package org.lanshao.form;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a form's {@code silence: {nudge: [10m, 2h], end: 24h, then: keep}}. */
final class SilenceReader {
  /** A reminder at once would interrupt; a draft of a month ago nobody remembers. */
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private static final Duration LONGEST = Duration.ofDays(30);

  /** More reminders are ignored by everybody. */
  private static final int MOST_NUDGES = 5;

  private static final Map<String, Silence.Then> ENDS =
      Map.of("keep", Silence.Then.KEEP, "drop", Silence.Then.DROP, "submit", Silence.Then.SUBMIT);

  private final Section section;
  private final Mistakes mistakes;

  private SilenceReader(Section section, Mistakes mistakes) {
    this.section = section;
    this.mistakes = mistakes;
  }

  /** The form's policy; {@link Silence#USUAL}, as a whole or for the keys that are missing. */
  static Silence read(Section form, Mistakes mistakes) {
    if (form.node("silence").isEmpty()) {
      return Silence.USUAL;
    }
    return new SilenceReader(form.section("silence"), mistakes).read();
  }

  private Silence read() {
    var nudges = nudges();
    var end =
        section
            .text("end")
            .flatMap(text -> length("end", new Section.Word(text, section.at("end"))))
            .orElse(Silence.USUAL.end());
    var silence = new Silence(nudges, end, section.oneOf("then", ENDS).orElse(Silence.Then.KEEP));
    section.refuseOthers();
    checkOrder(silence);
    return silence;
  }

  private List<Duration> nudges() {
    if (!section.keys().contains("nudge")) {
      return Silence.USUAL.nudges();
    }
    var words = section.words("nudge");
    if (words.size() > MOST_NUDGES) {
      section.wrong(
          FormCode.BAD_VALUE, "nudge", "nudge 有 %d 次提醒，太多了。".formatted(words.size()), "最多写 5 次。");
    }
    var nudges = new ArrayList<Duration>();
    words.forEach(word -> length("nudge", word).ifPresent(nudges::add));
    return nudges;
  }

  private Optional<Duration> length(String key, Section.Word word) {
    var length = LengthText.read(word.text());
    if (length.isEmpty()
        || length.get().compareTo(SHORTEST) < 0
        || length.get().compareTo(LONGEST) > 0) {
      mistakes.add(
          FormCode.BAD_VALUE,
          word.at(),
          "%s 的值“%s”不对。".formatted(key, Section.shorten(word.text())),
          "写 1m 到 30d 之间的时长：10m 或 10分钟，2h 或 2小时，1d 或 1天。");
      return Optional.empty();
    }
    return length;
  }

  private void checkOrder(Silence silence) {
    var nudges = silence.nudges();
    for (int i = 1; i < nudges.size(); i++) {
      if (nudges.get(i).compareTo(nudges.get(i - 1)) <= 0) {
        section.wrong(
            FormCode.SILENCE_ORDER, "nudge", "nudge 的时长要从短到长。", "按先后写，例如 nudge: [10m, 2h]。");
        return;
      }
    }
    if (!nudges.isEmpty() && silence.end().compareTo(nudges.getLast()) <= 0) {
      section.wrong(
          FormCode.SILENCE_ORDER, "end", "end 比最后一次提醒还早，这次提醒不会发。", "把 end 写长一些，或者去掉这次提醒。");
    }
  }
}
