package org.lanshao.form;

import java.util.List;
import java.util.Optional;

/**
 * That a question counts those of a household's people alone who belong to some categories: {@code
 * category: {of: [dibao], list: $category, total: people}}.
 *
 * @param of the ids of these categories
 * @param list all categories, those that go first before the others; the last one is of all others
 * @param total the earlier question that says how many people are told of altogether
 */
public record Grouping(List<String> of, List<Option> list, QuestionId total) {
  /** Copies the lists. */
  public Grouping {
    of = List.copyOf(of);
    list = List.copyOf(list);
  }

  /** What is written of a question; empty, with what is wrong told, where it cannot be read. */
  static Optional<Grouping> read(Section question, Mistakes mistakes) {
    if (question.node("category").isEmpty()) {
      return Optional.empty();
    }
    var section = question.section("category");
    require(section, "list", "$category");
    require(section, "of", "[dibao]");
    var total = section.required("total", "people");
    var options =
        section.node("list").stream()
            .flatMap(node -> OptionsReader.read(node, mistakes).stream())
            .map(OptionsReader.Located::option)
            .toList();
    var ids = options.stream().map(Option::id).toList();
    var of = section.words("of");
    of.stream()
        .filter(word -> !ids.isEmpty() && !ids.contains(word.text()))
        .forEach(word -> refuse(word, ids, mistakes));
    section.refuseOthers();
    var words = of.stream().map(Section.Word::text).toList();
    return total
        .filter(any -> !options.isEmpty())
        .map(id -> new Grouping(words, options, new QuestionId(id)));
  }

  private static void require(Section section, String key, String example) {
    if (section.node(key).isEmpty()) {
      section.required(key, example);
    }
  }

  private static void refuse(Section.Word word, List<String> ids, Mistakes mistakes) {
    mistakes.add(
        FormCode.NO_SUCH_OPTION,
        word.at(),
        "category 的“%s”不是类别的 id。".formatted(Section.shorten(word.text())),
        Spelling.remedy(word.text(), ids));
  }
}
