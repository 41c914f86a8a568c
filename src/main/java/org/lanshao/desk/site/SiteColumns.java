package org.lanshao.desk.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.census.Line;
import org.lanshao.form.Form;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.reading.Folding;

/** Which column of a ledger holds what: each is called as the label or id of a question. */
final class SiteColumns {
  private static final List<String> NUMBER = List.of("编号", "点位编号", "number");

  private final Form form;
  private final Map<Question, Integer> questionToColumn = new HashMap<>();
  private Optional<Integer> number = Optional.empty();
  private final List<String> unknown = new ArrayList<>();

  SiteColumns(Form form, Line header) {
    this.form = form;
    for (int i = 0; i < header.cells().size(); i++) {
      take(header.cells().get(i), i);
    }
  }

  private void take(String name, int column) {
    var question = readable(form).stream().filter(one -> isCalled(one, name)).findFirst();
    if (NUMBER.contains(name)) {
      number = Optional.of(column);
    } else if (question.isPresent()) {
      questionToColumn.putIfAbsent(question.get(), column);
    } else if (!name.isEmpty()) {
      unknown.add(name);
    }
  }

  private static boolean isCalled(Question question, String name) {
    var said = Folding.tight(name);
    return said.equals(Folding.tight(question.label())) || said.equals(question.id().text());
  }

  /** The questions that a cell can answer. */
  private static List<Question> readable(Form form) {
    return form.questions().stream().filter(one -> isText(one.type())).toList();
  }

  private static boolean isText(Type type) {
    return !(type instanceof Type.Photos
        || type instanceof Type.File
        || type instanceof Type.Group
        || type instanceof Type.Computed
        || type instanceof Type.Matter
        || type instanceof Type.Note);
  }

  /** The first two questions: without them nobody knows which site is meant. */
  private static List<Question> key(Form form) {
    return readable(form).stream().limit(2).toList();
  }

  static String needed(Form form) {
    return key(form).stream().map(Question::label).collect(Collectors.joining("”和“"));
  }

  /** Whether a line can be read by them: by its number, or by where it is and what it is called. */
  boolean isWhole() {
    return number.isPresent() || questionToColumn.keySet().containsAll(key(form));
  }

  /** The names of columns that hold nothing known. */
  List<String> unknown() {
    return List.copyOf(unknown);
  }

  /** The number that is written; empty text for none. */
  String number(Line line) {
    return number.map(line::cell).orElse("");
  }

  /** What stands in the column of a question; empty text for nothing and for no such column. */
  String get(Line line, Question question) {
    var column = questionToColumn.get(question);
    return column == null ? "" : line.cell(column);
  }
}
