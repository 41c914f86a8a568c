package org.lanshao.command;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.command.Part.Meant;
import org.lanshao.command.Part.Way;
import org.lanshao.count.Breakdown;
import org.lanshao.count.Condition;
import org.lanshao.count.FormCount;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.Measure;
import org.lanshao.form.QuestionId;

/**
 * Works out what of which forms a count's parts ask for. A word means in each form what that form
 * says; of forms that were not named, those remain for which every word means something.
 */
final class FormCounts {
  private final List<Form> forms;
  private final List<Part> found;

  /**
   * @param forms all that count something
   * @param found the parts, all understood
   */
  FormCounts(List<Form> forms, List<Part> found) {
    this.forms = forms;
    this.found = found;
  }

  /** What is counted of each form, in the order of the forms; none when no form can answer it. */
  List<FormCount> all() {
    var named = named();
    return forms.stream()
        .filter(form -> named.isEmpty() || named.contains(form.id()))
        .flatMap(form -> of(form).stream())
        .toList();
  }

  /** The forms that were named. */
  Set<FormId> named() {
    return Part.all(found, Part.OfForm.class).stream()
        .map(Part.OfForm::form)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Optional<FormCount> of(Form form) {
    var answers = new LinkedHashMap<QuestionId, Set<String>>();
    for (Part.OfAnswer part : answers(form)) {
      var meant = in(form, part.meant());
      if (meant.isEmpty()) {
        return Optional.empty();
      }
      answers
          .computeIfAbsent(meant.getFirst().question(), unseen -> new LinkedHashSet<>())
          .add(meant.getFirst().name());
    }
    var by = breakdowns(form, answers);
    return by.flatMap(ways -> measured(form, answers, ways));
  }

  /**
   * A second word for the same form may be one of its answers: of 走访 入户 the second is how the visit
   * was made.
   */
  private List<Part.OfAnswer> answers(Form form) {
    var named =
        Part.all(found, Part.OfForm.class).stream()
            .filter(part -> part.form().equals(form.id()))
            .toList();
    var others =
        named.stream()
            .filter(part -> named.size() > 1 && !part.answers().isEmpty())
            .filter(part -> !part.text().equals(named.getFirst().text()))
            .map(part -> new Part.OfAnswer(part.text(), part.answers(), List.of()));
    return Stream.concat(
            Part.all(found, Part.OfAnswer.class).stream().filter(part -> !isMeasure(form, part)),
            others)
        .toList();
  }

  /** What a form asks for as a number of its own goes before what the register tells. */
  private static boolean isMeasure(Form form, Part.OfAnswer part) {
    boolean answered =
        in(form, part.meant()).stream()
            .flatMap(meant -> form.question(meant.question()).stream())
            .anyMatch(question -> !question.isFiled());
    return !answered && !in(form, part.measures()).isEmpty();
  }

  private static List<Meant> in(Form form, List<Meant> meant) {
    return meant.stream().filter(m -> m.form().equals(form.id())).toList();
  }

  /** Several answers of one question are shown one beside the other. */
  private Optional<List<Breakdown>> breakdowns(Form form, Map<QuestionId, Set<String>> answers) {
    var by = new LinkedHashSet<Breakdown>();
    for (var part : Part.all(found, Part.OfBreakdown.class)) {
      switch (part.way()) {
        case Way.Level(var level) -> by.add(new Breakdown.ByLevel(level));
        case Way.NextLevel() -> throw new IllegalStateException("a level that was not made out");
        case Way.People() -> by.add(new Breakdown.ByPerson());
        case Way.Time(var period) -> by.add(new Breakdown.ByTime(period));
        case Way.Occasions(var occasions) -> by.add(new Breakdown.ByOccasion(occasions));
        case Way.Answers(var meant) -> {
          var mine = in(form, meant);
          if (mine.isEmpty()) {
            return Optional.empty();
          }
          var question = mine.getFirst().question();
          if (!answers.containsKey(question)) {
            by.add(new Breakdown.ByAnswer(question, List.of()));
          }
        }
      }
    }
    answers.forEach(
        (question, values) -> {
          if (values.size() > 1) {
            by.add(new Breakdown.ByAnswer(question, List.copyOf(values)));
          }
        });
    boolean alone = by.size() == 1 || by.stream().noneMatch(Breakdown.ByOccasion.class::isInstance);
    boolean twice = by.stream().filter(Breakdown.ByTime.class::isInstance).count() > 1;
    return by.size() > 2 || !alone || twice ? Optional.empty() : Optional.of(widestFirst(by));
  }

  /** Of two levels of areas the one around the other first, in whatever order they were said. */
  private static List<Breakdown> widestFirst(Set<Breakdown> by) {
    return by.stream().allMatch(Breakdown.ByLevel.class::isInstance)
        ? by.stream()
            .sorted(Comparator.comparing(one -> ((Breakdown.ByLevel) one).level()))
            .toList()
        : List.copyOf(by);
  }

  private Optional<FormCount> measured(
      Form form, Map<QuestionId, Set<String>> answers, List<Breakdown> by) {
    var where =
        answers.entrySet().stream()
            .filter(entry -> entry.getValue().size() == 1)
            .map(entry -> new Condition(entry.getKey(), entry.getValue().iterator().next()))
            .toList();
    var questions =
        Stream.concat(answers.keySet().stream(), by.stream().flatMap(FormCounts::question))
            .collect(Collectors.toSet());
    var measures =
        asked(form).stream()
            .filter(measure -> measure.by().containsAll(questions))
            .map(Measure::name)
            .toList();
    return measures.isEmpty() || questions.size() > org.lanshao.count.Cut.MOST_ANSWERS
        ? Optional.empty()
        : Optional.of(new FormCount(form.id(), measures, where, by));
  }

  private static Stream<QuestionId> question(Breakdown by) {
    return by instanceof Breakdown.ByAnswer(QuestionId question, List<String> values)
        ? Stream.of(question)
        : Stream.empty();
  }

  /** The measures that the units name; all when none was named, or when none of them is here. */
  private List<Measure> asked(Form form) {
    var units = Part.all(found, Part.OfMeasure.class);
    var kinds =
        Part.all(found, Part.OfAnswer.class).stream()
            .filter(part -> isMeasure(form, part))
            .flatMap(part -> part.measures().stream());
    var names =
        Stream.concat(units.stream().flatMap(unit -> unit.meant().stream()), kinds)
            .filter(meant -> meant.form().equals(form.id()))
            .map(Meant::name)
            .collect(Collectors.toSet());
    boolean elsewhere = names.isEmpty() && !units.isEmpty() && named().isEmpty();
    return elsewhere
        ? List.of()
        : form.counted().stream()
            .filter(measure -> names.isEmpty() || names.contains(measure.name()))
            .toList();
  }
}
