package org.lanshao.turn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lanshao.count.Axis;
import org.lanshao.count.Cells;
import org.lanshao.count.Condition;
import org.lanshao.count.Cut;
import org.lanshao.count.Entry;
import org.lanshao.count.Scope;
import org.lanshao.directory.Area;
import org.lanshao.directory.Directory;
import org.lanshao.form.QuestionId;
import org.lanshao.record.Submission;

/** Counts filings one by one: what the store must answer, worked out plainly. */
final class MemoryCounts {
  private final Directory directory;
  private final Cut cut;
  private final Map<List<String>, Long> sums = new HashMap<>();
  private final Map<List<String>, Set<String>> subjects = new HashMap<>();

  private MemoryCounts(Directory directory, Cut cut) {
    this.directory = directory;
    this.cut = cut;
  }

  /** What these filings, as they stand, count. */
  static Cells of(Stream<Changes.Filing> standing, Directory directory, Cut cut) {
    var counts = new MemoryCounts(directory, cut);
    standing.filter(filing -> counts.counts(filing.submission())).forEach(counts::add);
    if (cut.distinct()) {
      counts.subjects.forEach((keys, seen) -> counts.sums.put(keys, (long) seen.size()));
    }
    counts.sums.values().removeIf(number -> number == 0);
    return new Cells(counts.sums);
  }

  private boolean counts(Submission submission) {
    return !submission.day().isBefore(cut.range().first())
        && !submission.day().isAfter(cut.range().last())
        && switch (cut.scope()) {
          case Scope.ByPerson(var person) -> submission.person().equals(person);
          case Scope.InArea(var area) -> areas(submission).contains(area.text());
          case Scope.InAreas(var several) ->
              several.stream().anyMatch(area -> areas(submission).contains(area.text()));
        };
  }

  private List<String> areas(Submission submission) {
    return directory.path(submission.area()).stream()
        .map(Area::code)
        .map(Object::toString)
        .toList();
  }

  private void add(Changes.Filing filing) {
    var questions = cut.questions();
    if (questions.isEmpty()) {
      entries(filing, "").forEach(entry -> add(filing.submission(), entry, Map.of()));
    } else if (questions.size() == 1) {
      entries(filing, questions.getFirst().text())
          .forEach(
              entry ->
                  add(filing.submission(), entry, Map.of(questions.getFirst(), entry.value())));
    } else {
      for (Entry one : entries(filing, questions.getFirst().text()).toList()) {
        for (Entry other : entries(filing, questions.getLast().text()).toList()) {
          var answers =
              Map.of(questions.getFirst(), one.value(), questions.getLast(), other.value());
          add(filing.submission(), one, answers);
        }
      }
    }
  }

  private Stream<Entry> entries(Changes.Filing filing, String dimension) {
    return filing.entries().stream()
        .filter(entry -> entry.measure().equals(cut.measure()))
        .filter(entry -> entry.dimension().equals(dimension));
  }

  private void add(Submission submission, Entry entry, Map<QuestionId, String> answers) {
    for (Condition only : cut.where()) {
      if (!only.value().equals(answers.get(only.question()))) {
        return;
      }
    }
    List<List<String>> places = List.of(List.of());
    for (Axis axis : cut.axes()) {
      var keys = keys(axis, submission, answers);
      places = places.stream().flatMap(place -> keys.stream().map(k -> longer(place, k))).toList();
    }
    for (List<String> place : places) {
      sums.merge(place, entry.amount(), Long::sum);
      subjects.computeIfAbsent(place, unseen -> new HashSet<>()).add(entry.subject());
    }
  }

  private static List<String> longer(List<String> place, String key) {
    var longer = new ArrayList<>(place);
    longer.add(key);
    return List.copyOf(longer);
  }

  private List<String> keys(Axis axis, Submission submission, Map<QuestionId, String> answers) {
    return switch (axis) {
      case Axis.Areas(var areas) -> {
        var codes = areas.stream().map(Object::toString).toList();
        yield areas(submission).stream().filter(codes::contains).toList();
      }
      case Axis.Answers(QuestionId question, List<String> values) ->
          values.stream().filter(value -> value.equals(answers.get(question))).toList();
      case Axis.People(var people) ->
          people.contains(submission.person())
              ? List.of(submission.person().toString())
              : List.of();
      case Axis.Times(var period) -> List.of(period.first(submission.day()).toString());
    };
  }
}
