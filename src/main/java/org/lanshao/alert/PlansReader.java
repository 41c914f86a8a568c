package org.lanshao.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.WrittenArea;
import org.lanshao.form.LengthText;
import org.lanshao.form.Line;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Section;
import org.lanshao.form.YamlFile;

/** Reads {@code config/alerts.yaml}; {@code config/README.md} explains it. */
public final class PlansReader {
  private static final Map<String, Slot> SLOTS = words(Slot.values(), Slot::word);
  private static final Map<String, Area.Kind> LEVELS =
      Map.of("town", Area.Kind.TOWN, "county", Area.Kind.COUNTY, "city", Area.Kind.CITY);
  private static final Map<String, Certainty> CERTAINTIES =
      words(Certainty.values(), Certainty::word);
  private static final Duration LONGEST = Duration.ofDays(7);

  private final Section top;
  private final Set<String> kinds;
  private final Directory directory;
  private final Mistakes mistakes;

  private PlansReader(Section top, Set<String> kinds, Directory directory, Mistakes mistakes) {
    this.top = top;
    this.kinds = kinds;
    this.directory = directory;
    this.mistakes = mistakes;
  }

  /**
   * The plans of a file's text.
   *
   * @param kinds the ids of all kinds of emergency; empty when they are not known
   * @param mistakes all that is wrong; the plans may be used only if nothing was added
   */
  public static Plans read(
      String file, String text, Set<String> kinds, Directory directory, Mistakes mistakes) {
    var top = YamlFile.readKeys(file, text, mistakes);
    return new PlansReader(top, kinds, directory, mistakes).read();
  }

  private Plans read() {
    var times = times(top.section("times"), Times.USUAL);
    var sensitive = Set.copyOf(slots(top, "sensitive"));
    var few = sensitive.isEmpty() ? Plans.USUAL.rules().getLast().plan().sensitive() : sensitive;
    var sections = top.sections("plans");
    var rules = sections.stream().map(plan -> rule(plan, few, times)).toList();
    checkLast(sections, rules);
    var limit = limit(top.section("unverified"));
    top.refuseOthers();
    return usable(rules) ? new Plans(rules, limit) : Plans.USUAL;
  }

  private static boolean usable(List<Plans.Rule> rules) {
    return !rules.isEmpty() && rules.getLast().when().isEverything();
  }

  private void checkLast(List<Section> sections, List<Plans.Rule> rules) {
    for (int i = 0; i < rules.size() - 1; i++) {
      boolean unread = !sections.get(i).section("when").keys().isEmpty();
      if (rules.get(i).when().isEverything() && !unread) {
        wrong(
            AlertCode.LAST_PLAN,
            sections.get(i).at("name"),
            "预案 %s 没有写 when，后面的都用不到。".formatted(rules.get(i).plan().name()),
            "给它写上 when，或者放到最后。");
      }
    }
    if (!usable(rules)) {
      wrong(AlertCode.LAST_PLAN, top.at("plans"), "少了什么情况都管的预案。", "最后一个预案不写 when，其他预案都不合时就用它。");
    }
  }

  private Plans.Limit limit(Section section) {
    var usual = Plans.USUAL.unverified();
    var limit =
        new Plans.Limit(
            section.whole("one", 1, 100).map(Long::intValue).orElse(usual.one()),
            section.whole("all", 1, 10_000).map(Long::intValue).orElse(usual.all()));
    section.refuseOthers();
    return limit;
  }

  private Plans.Rule rule(Section section, Set<Slot> few, Times times) {
    var name = section.required("name", "usual").orElse("");
    var when = when(section.section("when"));
    var waves = waves(section);
    var repeat = length(section, "repeat", Duration.ofMinutes(15));
    int needs = section.whole("needs", 1, 9).map(Long::intValue).orElse(1);
    var own = slots(section, "sensitive");
    var ownTimes = times(section.section("times"), times);
    section.refuseOthers();
    var plan =
        new Plan(name, waves, repeat, needs, own.isEmpty() ? few : Set.copyOf(own), ownTimes);
    return new Plans.Rule(when, plan);
  }

  private Plans.When when(Section section) {
    var wanted = section.words("kinds");
    for (Section.Word kind : wanted) {
      if (!kinds.isEmpty() && !kinds.contains(kind.text())) {
        wrong(
            AlertCode.NO_SUCH_KIND,
            kind.at(),
            "没有 %s 这种险情。".formatted(kind.text()),
            "写 danger.yaml 里的种类：%s。".formatted(sorted(kinds)));
      }
    }
    var when =
        new Plans.When(
            wanted.stream().map(Section.Word::text).collect(Collectors.toSet()),
            section.whole("people", 1, 1_000_000),
            section.text("area").flatMap(name -> area(name, section.at("area"))),
            section.oneOf("certainty", CERTAINTIES));
    section.refuseOthers();
    return when;
  }

  private Optional<AreaCode> area(String name, Line at) {
    var area = WrittenArea.find(name, directory);
    if (area.isPresent()) {
      return area;
    }
    wrong(
        AlertCode.NO_SUCH_AREA,
        at,
        "通讯录里没有叫“%s”的地方，或者不止一个。".formatted(name),
        "写 areas.csv 里的编码，例如 445381。");
    return Optional.empty();
  }

  private List<Wave> waves(Section plan) {
    var waves = new ArrayList<Wave>();
    var sections = plan.sections("waves");
    for (Section section : sections) {
      var wave =
          new Wave(
              length(section, "after", Duration.ZERO), slots(section, "people"), groups(section));
      if (!waves.isEmpty() && wave.after().compareTo(waves.getLast().after()) <= 0) {
        section.wrong(AlertCode.WAVE_ORDER, "after", "这一波不比上一波晚。", "按先后写，after 一波比一波长。");
      }
      waves.add(wave);
      section.refuseOthers();
    }
    if (waves.isEmpty()
        || !waves.getFirst().after().isZero()
        || waves.getFirst().people().isEmpty()) {
      plan.wrong(
          AlertCode.NOBODY_AT_ONCE,
          "waves",
          "这个预案没有马上通知的人。",
          "第一波写 {after: 0m, people: [head, duty]}。");
      return Plans.USUAL.rules().getLast().plan().waves();
    }
    return waves;
  }

  private List<Slot> slots(Section section, String key) {
    return each(section, key, SLOTS, "没有 %s 这种人。");
  }

  private List<Area.Kind> groups(Section section) {
    return each(section, "groups", LEVELS, "没有 %s 这一级的群。");
  }

  private <T> List<T> each(Section section, String key, Map<String, T> words, String problem) {
    var read = new ArrayList<T>();
    for (Section.Word word : section.words(key)) {
      var meant = words.get(word.text());
      if (meant == null) {
        wrong(
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

  private Times times(Section section, Times usual) {
    var times =
        new Times(
            length(section, "ask", usual.ask()),
            length(section, "check", usual.check()),
            length(section, "call", usual.call()),
            length(section, "silent", usual.silent()),
            length(section, "first-report", usual.first()),
            length(section, "follow-up", usual.follow()),
            length(section, "remind", usual.remind()),
            length(section, "final-report", usual.last()));
    section.refuseOthers();
    return times;
  }

  /** A length of time; only the first wave may come after none. */
  private Duration length(Section section, String key, Duration usual) {
    var text = section.text(key);
    if (text.isEmpty()) {
      return usual;
    }
    boolean first = key.equals("after");
    var read = LengthText.read(text.get());
    if (read.isEmpty() || read.get().compareTo(LONGEST) > 0 || (read.get().isZero() && !first)) {
      section.wrong(
          AlertCode.BAD_TIME,
          key,
          "%s 的值“%s”不对。".formatted(key, text.get()),
          "写时长，例如 45s 或 45秒，5m 或 5分钟，2h 或 2小时，1d 或 1天。");
      return usual;
    }
    return read.get();
  }

  private void wrong(AlertCode code, Line at, String problem, String remedy) {
    mistakes.add(code, at, problem, remedy);
  }

  private static String sorted(Set<String> words) {
    return words.stream().sorted().collect(Collectors.joining("、"));
  }

  private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(word, value -> value));
  }
}
