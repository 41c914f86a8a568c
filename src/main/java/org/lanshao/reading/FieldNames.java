package org.lanshao.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.form.Expr;
import org.lanshao.form.Form;
import org.lanshao.form.Measure;
import org.lanshao.form.Question;
import org.lanshao.form.Type;

/**
 * The names by which people call the questions of a form: label, id, the label of what is counted
 * of it (人次), and what a label begins with (隐患 for 隐患种类). One name may be that of several.
 */
final class FieldNames {
  private static final int SHORTEST_BEGINNING = 2;

  /** What parts a name of one sign from other words. */
  private static final String BESIDE = " :=,;、。\n";

  private final Map<String, List<Question>> nameToQuestions = new LinkedHashMap<>();
  private final List<String> longestFirst;

  FieldNames(Form form) {
    var questions =
        form.questions().stream()
            .filter(q -> !(q.type() instanceof Type.Note || q.type() instanceof Type.Computed))
            .filter(q -> !q.isFiled())
            .toList();
    for (Question question : questions) {
      enter(question.label(), question);
      if (question.label().length() == 1) {
        known(question.label()).add(question);
      }
      enter(question.id().text(), question);
      if (question.label().startsWith("有")) {
        enter(question.label().substring(1), question);
      }
    }
    form.measures().forEach(measure -> enterCounted(measure, form));
    for (Question question : questions) {
      for (int end = SHORTEST_BEGINNING; end < question.label().length(); end++) {
        enterBeginning(question.label().substring(0, end), question, form);
      }
    }
    longestFirst =
        nameToQuestions.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** 走访 opens the form of visits: it does not stand for 走访户. */
  private void enterBeginning(String beginning, Question question, Form form) {
    if (!form.start().contains(beginning)) {
      enter(beginning, question);
    }
  }

  private void enterCounted(Measure measure, Form form) {
    if (measure.amount() instanceof Measure.Amount.Add(Expr.Answer(var id))) {
      form.question(id).ifPresent(question -> enter(measure.label(), question));
    }
  }

  private void enter(String name, Question question) {
    var known = known(name);
    if (name.length() > 1 && !known.contains(question)) {
      known.add(question);
    }
  }

  private List<Question> known(String name) {
    return nameToQuestions.computeIfAbsent(FieldText.fold(name), n -> new ArrayList<>());
  }

  /** The longest name that stands at a place of a folded text. */
  Optional<Name> at(String folded, int place) {
    return longestFirst.stream()
        .filter(name -> !name.isEmpty() && folded.startsWith(name, place))
        .filter(name -> name.length() > 1 || isApart(folded, place))
        .map(name -> new Name(name, nameToQuestions.getOrDefault(name, List.of())))
        .filter(name -> !name.questions().isEmpty())
        .findFirst();
  }

  /** One sign is in too many words: it names something when it stands between spaces or signs. */
  private static boolean isApart(String folded, int place) {
    boolean begins = place == 0 || BESIDE.indexOf(folded.charAt(place - 1)) >= 0;
    return begins && place + 1 < folded.length() && BESIDE.indexOf(folded.charAt(place + 1)) >= 0;
  }

  /** A name with the questions that have it, in the order of the form. */
  record Name(String text, List<Question> questions) {}
}
