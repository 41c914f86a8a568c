package org.lanshao.form;

import java.util.List;
import java.util.stream.Stream;

/** Looks whether what a form counts for others, and tells of them, is there. */
final class AdditionLinter {
  private final List<FormSource> sources;
  private final Mistakes mistakes;

  private AdditionLinter(List<FormSource> sources, Mistakes mistakes) {
    this.sources = sources;
    this.mistakes = mistakes;
  }

  static void check(List<FormSource> sources, Mistakes mistakes) {
    var linter = new AdditionLinter(sources, mistakes);
    sources.forEach(linter::measures);
    sources.forEach(linter::shows);
  }

  private void measures(FormSource source) {
    var measures = source.form().measures();
    var names = others(source).flatMap(AdditionLinter::names).sorted().toList();
    for (int i = 0; i < measures.size(); i++) {
      var into = measures.get(i).into();
      if (into.isPresent() && !names.contains(into.get())) {
        mistakes.add(
            FormCode.NO_SUCH_MEASURE,
            source.item("count", i, "into"),
            "没有别的表统计 %s。".formatted(Section.shorten(into.get())),
            Spelling.remedy(into.get(), names));
      }
    }
  }

  private void shows(FormSource source) {
    var forms = others(source).map(form -> form.id().text()).sorted().toList();
    source.form().day().stream()
        .flatMap(day -> day.shows().stream())
        .filter(id -> !forms.contains(id.text()))
        .forEach(
            id ->
                mistakes.add(
                    FormCode.NO_SUCH_FORM,
                    source.at("day"),
                    "shows 的 %s 不是别的表。".formatted(Section.shorten(id.text())),
                    Spelling.remedy(id.text(), forms)));
  }

  private Stream<Form> others(FormSource source) {
    return sources.stream().filter(other -> !other.equals(source)).map(FormSource::form);
  }

  /** What it counts itself, and not for others. */
  private static Stream<String> names(Form form) {
    return form.counted().stream().map(measure -> form.id() + "." + measure.name());
  }
}
