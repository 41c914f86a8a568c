package org.lanshao.season;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Section;

/** Reads the part {@code seasons} of {@code config/notices.yaml}. */
final class SeasonsReader {
  private static final String SOURCE_EXAMPLE = "省防总通知";

  private final Mistakes mistakes;
  private final DayReader days;
  private final Map<String, String> wordToSeason = new HashMap<>();

  SeasonsReader(Mistakes mistakes) {
    this.mistakes = mistakes;
    this.days = new DayReader(mistakes);
  }

  Seasons read(Section top) {
    var seasons = new ArrayList<Season>();
    top.section("seasons")
        .named()
        .forEach(
            (id, section) -> {
              seasons.add(season(id, section));
              section.refuseOthers();
            });
    return new Seasons(seasons, List.of());
  }

  private Season season(String id, Section section) {
    var name = section.required("name", "汛期").orElse(id);
    var words = new ArrayList<>(List.of(name));
    section.words("aliases").stream().map(Section.Word::text).forEach(words::add);
    for (String word : words) {
      var other = wordToSeason.putIfAbsent(word, id);
      if (other != null) {
        section.wrong(
            SeasonCode.USED_TWICE, "name", "“%s”已经是 %s 的名称。".formatted(word, other), "换一个名称。");
      }
    }
    return new Season(id, name, words, usual(section), years(section));
  }

  private Optional<Season.Usual> usual(Section season) {
    if (season.node("usual").isEmpty()) {
      return Optional.empty();
    }
    var usual = season.section("usual");
    var start = day(usual, "start", "4月15日");
    var end = day(usual, "end", "10月15日");
    var source = usual.required("source", SOURCE_EXAMPLE).orElse("");
    usual.refuseOthers();
    return start.flatMap(
        first ->
            end.flatMap(
                last ->
                    last.isBefore(first)
                        ? days.order(usual.at("end"))
                        : Optional.of(new Season.Usual(first, last, source))));
  }

  private Map<Integer, Span> years(Section season) {
    var years = new HashMap<Integer, Span>();
    season
        .section("years")
        .named()
        .forEach(
            (text, section) -> {
              var year = Years.read(text, section.at(), mistakes);
              var start = day(section, "start", "4月4日");
              var end = day(section, "end", "10月15日");
              var source = section.required("source", SOURCE_EXAMPLE).orElse("");
              section.refuseOthers();
              year.ifPresent(
                  number ->
                      start.ifPresent(
                          first ->
                              end.flatMap(last -> span(first, last, number, source, section))
                                  .ifPresent(span -> years.put(number, span))));
            });
    return years;
  }

  private Optional<Span> span(
      MonthDay first, MonthDay last, int year, String source, Section section) {
    return last.isBefore(first)
        ? days.order(section.at("end"))
        : Optional.of(new Span(first.atYear(year), last.atYear(year), source));
  }

  private Optional<MonthDay> day(Section section, String key, String example) {
    return section.required(key, example).flatMap(text -> days.day(text, section.at(key)));
  }
}
