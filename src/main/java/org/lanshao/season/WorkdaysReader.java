package org.lanshao.season;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lanshao.form.Line;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Section;
import org.lanshao.form.YamlFile;

/** Reads {@code config/calendar.yaml}; {@code config/README.md} explains it. */
public final class WorkdaysReader {
  private final Mistakes mistakes;
  private final DayReader days;
  private final Map<LocalDate, String> holidays = new TreeMap<>();
  private final Map<LocalDate, Line> makeUp = new TreeMap<>();
  private final Set<Integer> years = new HashSet<>();

  private WorkdaysReader(Mistakes mistakes) {
    this.mistakes = mistakes;
    this.days = new DayReader(mistakes);
  }

  /**
   * The workdays of a file's text.
   *
   * @param mistakes all that is wrong; the workdays may be used only if nothing was added
   */
  public static Workdays read(String file, String text, Mistakes mistakes) {
    var reader = new WorkdaysReader(mistakes);
    YamlFile.readKeys(file, text, mistakes)
        .named()
        .forEach((year, section) -> reader.year(year, section));
    reader.check();
    return new Workdays(reader.holidays, reader.makeUp.keySet(), reader.years);
  }

  private void year(String text, Section section) {
    var year = Years.read(text, section.at(), mistakes);
    var source = section.required("source", "国办发明电〔2025〕7号").orElse("");
    var named = section.section("holidays");
    year.ifPresent(
        number -> {
          years.add(number);
          for (String name : named.keys()) {
            holiday(name, number, source, named);
          }
          section
              .words("workdays")
              .forEach(
                  word ->
                      days.day(word.text(), word.at())
                          .ifPresent(day -> makeUp.put(day.atYear(number), word.at())));
        });
    section.refuseOthers();
  }

  private void holiday(String name, int year, String source, Section named) {
    for (Section.Word word : named.words(name)) {
      Optional<Span> span = days.days(word.text(), year, source, word.at());
      span.ifPresent(
          free ->
              free.start().datesUntil(free.end().plusDays(1)).forEach(d -> holidays.put(d, name)));
    }
  }

  private void check() {
    makeUp.forEach(
        (day, at) -> {
          if (holidays.containsKey(day)) {
            mistakes.add(
                SeasonCode.NEEDLESS_WORKDAY,
                at,
                "%s写成了补班，又在%s的假期里。".formatted(Years.words(day), holidays.get(day)),
                "删掉一个。");
          } else if (!Workdays.isWeekend(day)) {
            mistakes.add(
                SeasonCode.NEEDLESS_WORKDAY,
                at,
                "%s不是周末，本来就上班。".formatted(Years.words(day)),
                "workdays 只写要补班的周六、周日。");
          }
        });
  }
}
