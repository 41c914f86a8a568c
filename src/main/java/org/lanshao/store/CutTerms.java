package org.lanshao.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.count.Axis;
import org.lanshao.count.Condition;
import org.lanshao.count.Cut;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.QuestionId;

/**
 * What a cut looks for, in the words of the tables.
 *
 * @param questions whose answers it looks at, as they are folded: at most two
 */
record CutTerms(Cut cut, List<QuestionId> questions) {
  static CutTerms of(Cut cut) {
    return new CutTerms(cut, cut.questions());
  }

  /** The dimension of one question or of two; empty without any. */
  String dimension() {
    return joined(questions.stream().map(QuestionId::text));
  }

  /** The options that count, one or all of each question, as they are stored. */
  List<String> options() {
    if (questions.isEmpty()) {
      return List.of("");
    }
    var first = options(questions.getFirst());
    return questions.size() == 1
        ? first
        : first.stream()
            .flatMap(one -> options(questions.get(1)).stream().map(o -> joined(Stream.of(one, o))))
            .toList();
  }

  private List<String> options(QuestionId question) {
    return Stream.concat(
            cut.where().stream()
                .filter(condition -> condition.question().equals(question))
                .map(Condition::value),
            cut.axes().stream()
                .flatMap(
                    axis ->
                        axis instanceof Axis.Answers(QuestionId asked, List<String> options)
                                && asked.equals(question)
                            ? options.stream()
                            : Stream.empty()))
        .toList();
  }

  private static String joined(Stream<String> names) {
    return names.collect(Collectors.joining(Joint.STAR));
  }

  /** In which areas; none: wherever it is. */
  List<String> areas() {
    Optional<List<String>> places =
        cut.axes().stream()
            .filter(Axis.Areas.class::isInstance)
            .map(axis -> ((Axis.Areas) axis).areas().stream().map(AreaCode::text).toList())
            .findFirst();
    return places.orElseGet(
        () ->
            switch (cut.scope()) {
              case Scope.InArea(AreaCode area) -> List.of(area.text());
              case Scope.InAreas(List<AreaCode> areas) ->
                  areas.stream().map(AreaCode::text).toList();
              case Scope.ByPerson own -> List.of();
            });
  }

  /** Whose records are read one by one; none where an area's are read from what is folded. */
  List<String> people() {
    if (cut.scope() instanceof Scope.ByPerson(PersonId person)) {
      return List.of(person.text());
    }
    return cut.axes().stream()
        .filter(Axis.People.class::isInstance)
        .flatMap(axis -> ((Axis.People) axis).people().stream().map(PersonId::text))
        .toList();
  }
}
