package org.lanshao.alert;

import java.time.Duration;
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

  private final Section top;
  private final Set<String> kinds;
  private final Directory directory;
  private final Mistakes mistakes;
  private final StepReader steps;

  private PlansReader(Section top, Set<String> kinds, Directory directory, Mistakes mistakes) {
    this.top = top;
    this.kinds = kinds;
    this.directory = directory;
    this.mistakes = mistakes;
    this.steps = new StepReader(mistakes);
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
    var chase = new ChaseReader(steps).read(top.section("notices"));
    top.refuseOthers();
    return usable(rules) ? new Plans(rules, limit, chase) : Plans.USUAL;
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
    var repeat = steps.length(section, "repeat", Duration.ofMinutes(15));
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
            "写 danger.yaml 里的种类：%s。".formatted(StepReader.sorted(kinds)));
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
    var waves = steps.waves(plan, this::wave);
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

  private Wave wave(Section section) {
    return new Wave(steps.after(section), slots(section, "people"), groups(section));
  }

  private List<Slot> slots(Section section, String key) {
    return steps.slots(section, key, SLOTS);
  }

  private List<Area.Kind> groups(Section section) {
    return steps.each(section, "groups", LEVELS, "没有 %s 这一级的群。");
  }

  private Times times(Section section, Times usual) {
    var times =
        new Times(
            steps.length(section, "ask", usual.ask()),
            steps.length(section, "check", usual.check()),
            steps.length(section, "call", usual.call()),
            steps.length(section, "silent", usual.silent()),
            steps.length(section, "first-report", usual.first()),
            steps.length(section, "follow-up", usual.follow()),
            steps.length(section, "remind", usual.remind()),
            steps.length(section, "final-report", usual.last()));
    section.refuseOthers();
    return times;
  }

  private void wrong(AlertCode code, Line at, String problem, String remedy) {
    mistakes.add(code, at, problem, remedy);
  }

  private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(word, value -> value));
  }
}
