package org.lanshao.command;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lanshao.count.Breakdown;
import org.lanshao.count.Comparison;
import org.lanshao.count.CountQuery;
import org.lanshao.count.RangeText;
import org.lanshao.count.Scope;
import org.lanshao.form.Form;
import org.lanshao.form.Marks;
import org.lanshao.form.Measure;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.reading.DayRange;
import org.lanshao.turn.Commit;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * Since when a form counts what it counts. A record counts what its form did when it was filed, so
 * a measure, a question of its {@code by} or an option that came later knows nothing of the days
 * before. It is kept as lines {@code 20220509 household_visits hazard yes}, the day 0 for what was
 * there from the beginning, or before this was noted.
 */
public final class CountedSince {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final String ALWAYS = "0";

  /** Since when something is counted does not depend on whose records are. */
  private static final Scope NOWHERE = Scope.in(List.of());

  private CountedSince() {}

  private static String key(Form form) {
    return "counted." + form.id().text();
  }

  /**
   * Notes what forms that were published count from this day on, where that is new.
   *
   * @param today the local day
   */
  public static void note(List<Form> forms, LocalDate today, Facts facts, Commit commit)
      throws Unavailable {
    for (Form form : forms) {
      var kept = kept(form, facts);
      var known = new LinkedHashMap<>(kept);
      var day = kept.isEmpty() ? ALWAYS : DAY.format(today);
      terms(form).forEach(term -> known.putIfAbsent(term, day));
      if (!known.equals(kept)) {
        var lines = known.entrySet().stream().map(one -> one.getValue() + " " + one.getKey());
        commit.remember(key(form), String.join("\n", lines.toList()));
      }
    }
  }

  private static Map<String, String> kept(Form form, Facts facts) throws Unavailable {
    var kept = new LinkedHashMap<String, String>();
    for (String line : facts.remembered(key(form)).orElse("").lines().toList()) {
      int end = line.indexOf(' ');
      kept.put(line.substring(end + 1), line.substring(0, end));
    }
    return kept;
  }

  private static Stream<String> terms(Form form) {
    return form.measures().stream()
        .flatMap(
            measure ->
                Stream.concat(
                    Stream.of(measure.name()),
                    measure.by().stream()
                        .flatMap(by -> form.question(by).stream())
                        .flatMap(by -> terms(measure, by))));
  }

  private static Stream<String> terms(Measure measure, Question by) {
    var values =
        by.type() instanceof Type.YesNo
            ? Stream.of("yes", "no")
            : by.type().options().stream().map(option -> option.id());
    return Stream.concat(
        Stream.of(term(measure, by.id())), values.map(value -> term(measure, by.id(), value)));
  }

  private static String term(Measure measure, QuestionId by) {
    return measure.name() + " " + by.text();
  }

  private static String term(Measure measure, QuestionId by, String value) {
    return term(measure, by) + " " + value;
  }

  /**
   * What of a count came only after the first day that is asked for or compared with, as people
   * call it, and when; empty text when all of it is counted on all its days.
   */
  static String text(Asked asked, Facts facts, Wording wording) throws Unavailable {
    var query = asked.query();
    var first = query.comparison().of(query.range()).orElse(query.range()).first();
    var said = new StringBuilder();
    for (var later : later(asked, first, kept(asked.form(), facts)).entrySet()) {
      var names = later.getValue().entrySet().stream().map(one -> name(asked, one, wording));
      var slots =
          Map.of(
              "names", Marks.list(names, wording),
              "day", RangeText.of(later.getKey(), asked.today(), wording));
      said.append(wording.say(CommandWords.COUNT_SINCE, slots));
    }
    return said.toString();
  }

  /** Since which day a number of a report is counted; empty when it is on all its days. */
  public static Optional<LocalDate> day(Figure.Counted figure, DayRange range, Facts facts)
      throws Unavailable {
    var query =
        new CountQuery(
            List.of(figure.count()), NOWHERE, range, Comparison.NONE, false, Optional.empty());
    var asked = new Asked(figure.form(), figure.count(), query, range.last(), new Chat.Private());
    var later = later(asked, range.first(), kept(figure.form(), facts));
    return later.isEmpty() ? Optional.empty() : Optional.of(later.lastKey());
  }

  /** With its measures behind it where these are not all that are asked for. */
  private static String name(
      Asked asked, Map.Entry<String, List<String>> nameToMeasures, Wording wording) {
    var measures = nameToMeasures.getValue();
    return measures.isEmpty() || measures.size() == asked.measures().size()
        ? nameToMeasures.getKey()
        : Marks.aside(nameToMeasures.getKey(), Marks.list(measures.stream(), wording), wording);
  }

  private static NavigableMap<LocalDate, Map<String, List<String>>> later(
      Asked asked, LocalDate first, Map<String, String> kept) {
    var later = new TreeMap<LocalDate, Map<String, List<String>>>();
    for (Measure measure : asked.measures()) {
      for (Named named : named(asked, measure)) {
        var day = kept.getOrDefault(named.term(), ALWAYS);
        boolean isNamed = day.equals(kept.get(wider(named.term())));
        if (!day.equals(ALWAYS) && !isNamed && LocalDate.parse(day, DAY).isAfter(first)) {
          later
              .computeIfAbsent(LocalDate.parse(day, DAY), one -> new LinkedHashMap<>())
              .computeIfAbsent(named.name(), one -> new ArrayList<>())
              .addAll(named.of());
        }
      }
    }
    return later;
  }

  /** An option's question, a question's measure. */
  private static String wider(String term) {
    return term.substring(0, Math.max(0, term.lastIndexOf(' ')));
  }

  /**
   * A measure, question or option, and what people call it.
   *
   * @param of what a question's or option's measure is called; nothing for a measure
   */
  private record Named(String term, String name, List<String> of) {}

  /** What has to be there for a measure to be counted as is asked, the widest first. */
  private static List<Named> named(Asked asked, Measure measure) {
    var named = new ArrayList<Named>();
    var of = List.of(measure.label());
    named.add(new Named(measure.name(), measure.label(), List.of()));
    for (var only : asked.count().where()) {
      named.add(new Named(term(measure, only.question()), label(asked, only.question()), of));
      named.add(
          new Named(
              term(measure, only.question(), only.value()),
              label(asked, only.question(), only.value()),
              of));
    }
    for (var by : asked.count().by()) {
      if (by instanceof Breakdown.ByAnswer(QuestionId question, List<String> values)) {
        named.add(new Named(term(measure, question), label(asked, question), of));
        asked.form().question(question).stream()
            .flatMap(asks -> asks.type().options().stream())
            .filter(option -> values.isEmpty() || values.contains(option.id()))
            .forEach(
                option ->
                    named.add(new Named(term(measure, question, option.id()), option.label(), of)));
      }
    }
    return named;
  }

  private static String label(Asked asked, QuestionId question) {
    return asked.form().question(question).map(Question::label).orElse(question.text());
  }

  private static String label(Asked asked, QuestionId question, String value) {
    return asked.form().question(question).stream()
        .flatMap(asks -> asks.type().options().stream())
        .filter(option -> option.id().equals(value))
        .map(option -> option.label())
        .findFirst()
        .orElseGet(() -> label(asked, question));
  }
}
