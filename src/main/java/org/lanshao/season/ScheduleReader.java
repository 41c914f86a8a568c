package org.lanshao.season;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lanshao.form.Code;
import org.lanshao.form.LengthText;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Section;
import org.lanshao.form.Spelling;
import org.lanshao.notice.Colour;
import org.lanshao.notice.Grade;
import org.lanshao.notice.Level;

/** Reads one schedule of {@code config/notices.yaml}. */
final class ScheduleReader {
  private static final Map<String, Days> DAYS = words(Days.values(), Days::word);
  private static final Map<String, Schedule.Missed> MISSED =
      words(Schedule.Missed.values(), Schedule.Missed::word);
  private static final Duration EXPIRES = Duration.ofHours(3);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final String ID = "[a-z][a-z0-9-]{0,39}";

  private final Section section;
  private final Seasons seasons;
  private final Set<String> texts;
  private final Mistakes mistakes;

  ScheduleReader(Section section, Seasons seasons, Set<String> texts, Mistakes mistakes) {
    this.section = section;
    this.seasons = seasons;
    this.texts = texts;
    this.mistakes = mistakes;
  }

  /** The schedule; empty when it lacks what makes one. */
  Optional<Schedule> read(Function<Section, Audience> audience) {
    var id = section.required("id", "flood-weekly").filter(this::isId);
    var title = section.required("title", "汛期每周提醒");
    var topic = section.required("topic", "防汛");
    var cron = section.required("cron", "\"30 8 * * 1\"").flatMap(this::cron);
    var days = section.oneOf("days", DAYS).orElse(Days.ANY);
    var holds = holds(section.section("while"));
    var to = section.section("to");
    var people = audience.apply(to);
    to.refuseOthers();
    var text = section.required("text", "flood-weekly").filter(this::isText);
    var missed = section.oneOf("missed", MISSED).orElse(Schedule.Missed.SKIP);
    var expires = section.text("expires").map(this::expires).orElse(EXPIRES);
    section.refuseOthers();
    if (id.isEmpty() || title.isEmpty() || topic.isEmpty() || cron.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Schedule(
            id.get(),
            title.get(),
            topic.get(),
            cron.get(),
            days,
            holds,
            people,
            text.get(),
            missed,
            expires));
  }

  private boolean isId(String id) {
    if (id.matches(ID)) {
      return true;
    }
    section.wrong(
        SeasonCode.USED_TWICE, "id", "id “%s”不对。".formatted(id), "用小写英文字母、数字和 -，例如 flood-weekly。");
    return false;
  }

  private Optional<Cron> cron(String text) {
    var cron = Cron.read(text);
    if (cron.isEmpty()) {
      section.wrong(
          SeasonCode.BAD_CRON,
          "cron",
          "cron “%s”不对。".formatted(text),
          "写五段：分 时 日 月 星期，例如 \"0 16 * * *\" 是每天 16:00，\"30 8 * * 1\" 是星期一 8:30。");
    }
    return cron;
  }

  private boolean isText(String id) {
    if (texts.contains(id)) {
      return true;
    }
    section.wrong(
        SeasonCode.NO_SUCH_TEXT,
        "text",
        "没有 conversations/notices/%s.md。".formatted(id),
        Spelling.remedy(id, texts.stream().sorted().toList()));
    return false;
  }

  private While holds(Section holds) {
    var read =
        new While(
            seasons(holds, "season"),
            seasons(holds, "outside"),
            signal(holds, "warning", "高温 黄", ScheduleReader::colour)
                .or(() -> signal(holds, "response", "防汛 Ⅳ", ScheduleReader::grade)));
    if (holds.node("warning").isPresent() && holds.node("response").isPresent()) {
      holds.wrong(SeasonCode.BAD_SIGNAL, "response", "warning 和 response 只能写一个。", "分成两个提醒。");
    }
    holds.refuseOthers();
    return read;
  }

  private List<String> seasons(Section holds, String key) {
    var known = seasons.seasons().stream().map(Season::id).toList();
    var words = holds.words(key);
    for (Section.Word word : words) {
      if (!known.contains(word.text())) {
        mistakes.add(
            SeasonCode.NO_SUCH_SEASON,
            word.at(),
            "seasons 里没有 %s。".formatted(word.text()),
            Spelling.remedy(word.text(), known));
      }
    }
    return words.stream().map(Section.Word::text).toList();
  }

  private static Optional<Level> colour(String word) {
    return Colour.read(word).map(Level.Signal::new);
  }

  private static Optional<Level> grade(String word) {
    return Grade.read(word).map(Level.Response::new);
  }

  /** Such as {@code 高温 黄}. */
  private static Optional<Signal> signal(
      Section holds, String key, String example, Function<String, Optional<Level>> level) {
    var text = holds.text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var words = text.get().split(" +");
    var read = words.length == 2 ? level.apply(words[1]) : Optional.<Level>empty();
    if (read.isEmpty()) {
      holds.wrong(
          SeasonCode.BAD_SIGNAL,
          key,
          "%s 的值“%s”不对。".formatted(key, text.get()),
          "写种类和最低等级，例如 %s。".formatted(example));
    }
    return read.map(least -> new Signal(words[0], least));
  }

  private Duration expires(String text) {
    var read = LengthText.read(text).filter(d -> !d.isZero() && d.compareTo(LONGEST) <= 0);
    if (read.isEmpty()) {
      wrong(SeasonCode.BAD_TIME, "expires", text, "写时长，最多 7天，例如 3h 或 3小时。");
    }
    return read.orElse(EXPIRES);
  }

  private void wrong(Code code, String key, String text, String remedy) {
    section.wrong(code, key, "%s 的值“%s”不对。".formatted(key, text), remedy);
  }

  private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(word, value -> value));
  }
}
