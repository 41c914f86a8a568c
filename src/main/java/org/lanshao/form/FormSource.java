package org.lanshao.form;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A form and the tree that it was read from, to tell where its parts stand.
 *
 * @param form as it was read
 * @param tree with the option lists in their places
 */
public record FormSource(Form form, YamlNode tree) {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s");

  static FormSource of(YamlNode tree, Mistakes mistakes) {
    return new FormSource(FormFile.read(tree, DefinitionText.write(tree), mistakes), tree);
  }

  /** Its place among the forms: its {@code order}, the last where the file gives none. */
  long order() {
    return root().whole("order", 1, 999).orElse(1000L);
  }

  /** Where a key of the form stands. */
  public Line at(String key) {
    return root().at(key);
  }

  /** Where a key of a question stands; where the question begins when it has no such key. */
  public Line question(QuestionId id, String key) {
    return section(id).map(section -> section.at(key)).orElse(at("questions"));
  }

  /** What a question is called, also of one inside a group; empty when there is none. */
  public Optional<String> label(QuestionId id) {
    return form.questions().stream()
        .flatMap(
            question ->
                question.type() instanceof Type.Group group
                    ? Stream.concat(Stream.of(question), group.questions().stream())
                    : Stream.of(question))
        .filter(question -> question.id().equals(id))
        .map(Question::label)
        .findFirst();
  }

  /** Whether a question's key is written out. */
  public boolean writes(QuestionId id, String key) {
    return section(id).filter(section -> section.keys().contains(key)).isPresent();
  }

  /** Where one text of a question's list stands, counted from 0. */
  public Line text(QuestionId id, String key, int index) {
    return section(id).map(section -> section.texts(key)).orElse(List.of()).stream()
        .skip(index)
        .findFirst()
        .map(Section.Word::at)
        .orElse(question(id, key));
  }

  /** The options of a choice, as they stand. */
  List<YamlNode> options(QuestionId id) {
    return section(id).flatMap(section -> section.node("options")).stream().toList();
  }

  /** The section of a question, also of one inside a group; empty when there is none. */
  Optional<Section> section(QuestionId id) {
    return root().sections("questions").stream()
        .flatMap(
            section -> Stream.concat(Stream.of(section), section.sections("questions").stream()))
        .filter(section -> section.text("id", "").equals(id.text()))
        .findFirst();
  }

  /** Where a key of a check or measure stands, counted from 0. */
  public Line item(String list, int index, String key) {
    return root().sections(list).get(index).at(key);
  }

  private Section root() {
    return Section.of(tree, new Mistakes());
  }

  /** A word as people may type it: half-width, lower case, without white space. */
  static String plain(String word) {
    var narrow = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return WHITE_SPACE.matcher(narrow).replaceAll("");
  }
}
