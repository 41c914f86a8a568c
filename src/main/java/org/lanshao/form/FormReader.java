package org.lanshao.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads form files. */
public final class FormReader {
  private static final String LISTS = "lists.yaml";
  private static final String WORDING = "wording.yaml";

  private FormReader() {}

  /**
   * Reads a folder of conversations.
   *
   * @param files the text of each file by its path; {@code lists.yaml} and {@code wording.yaml}
   *     hold lists and wording, every other one a form
   * @param phrases all that the program says
   */
  public static Result read(Map<String, String> files, Schema schema, Set<Phrase> phrases) {
    var mistakes = new Mistakes();
    var lists = OptionLists.none();
    var wording = new Wording(Map.of());
    var texts = new TreeMap<>(files);
    for (String file : List.copyOf(texts.keySet())) {
      if (named(file, LISTS)) {
        lists = OptionLists.read(file, texts.remove(file), mistakes);
      } else if (named(file, WORDING)) {
        wording = WordingReader.read(file, texts.remove(file), phrases, mistakes);
      }
    }
    if (files.keySet().stream().noneMatch(file -> named(file, WORDING)) && !phrases.isEmpty()) {
      mistakes.add(FormCode.MISSING_FILE, Line.of(WORDING), "没有这个文件。", "把它放回表的文件夹里。");
    }
    var sources = forms(texts, lists, schema, mistakes);
    var forms = sources.stream().map(FormSource::form).toList();
    Optional<Library> library =
        mistakes.isEmpty() ? Optional.of(new Library(forms, wording)) : Optional.empty();
    return new Result(library, mistakes.sorted(), hints(lists), sources);
  }

  /** What works but does nothing. */
  private static List<Mistake> hints(OptionLists lists) {
    return lists.unused().stream()
        .map(
            list -> list.at().wrong(FormCode.UNUSED_LIST, "没有表用到这个名单。", "删掉它，或者在表里写 options: $名称。"))
        .toList();
  }

  private static List<FormSource> forms(
      Map<String, String> texts, OptionLists lists, Schema schema, Mistakes mistakes) {
    var sources = new ArrayList<FormSource>();
    texts.forEach(
        (file, text) -> {
          var wrong = new Mistakes();
          var tree = YamlFile.read(file, text, wrong);
          if (tree instanceof YamlNode.Nothing && wrong.isEmpty()) {
            wrong.add(FormCode.EMPTY_FILE, tree.at(), "文件是空的。", "删掉它，或者照 README.md 写一张表。");
          }
          mistakes.addAll(wrong.sorted());
          if (tree instanceof YamlNode.Keys) {
            sources.add(FormSource.of(lists.resolve(tree, mistakes), mistakes));
          } else {
            mistakes.addAll(misfit(tree));
          }
        });
    sources.forEach(source -> FormLinter.check(source, schema, mistakes));
    lists.byName().values().forEach(list -> OptionLinter.check(list, schema, mistakes));
    LibraryLinter.check(sources, schema, mistakes);
    return sources.stream().sorted(Comparator.comparingLong(FormSource::order)).toList();
  }

  private static List<Mistake> misfit(YamlNode tree) {
    var mistakes = new Mistakes();
    Section.of(tree, mistakes);
    return mistakes.sorted();
  }

  /**
   * Reads a stored definition again: the form it was written from, whatever today's rules for new
   * files are.
   *
   * @throws IllegalStateException when it is damaged or of a language that this program cannot read
   */
  public static Form read(Definition definition, Schema schema) {
    var mistakes = new Mistakes();
    var form = FormFile.read(DefinitionText.read(definition), definition, mistakes);
    if (!mistakes.isEmpty()) {
      throw new IllegalStateException(
          "definition " + definition.hash() + ": " + mistakes.sorted().getFirst());
    }
    return form;
  }

  private static boolean named(String file, String name) {
    return file.equals(name) || file.endsWith("/" + name) || file.endsWith("\\" + name);
  }

  /**
   * What came of reading.
   *
   * @param library empty when there is any mistake
   * @param mistakes all of them, by file and line
   * @param hints what works but could be better, in the same words
   * @param sources every form that could be read, also with mistakes, and where its parts stand
   */
  public record Result(
      Optional<Library> library,
      List<Mistake> mistakes,
      List<Mistake> hints,
      List<FormSource> sources) {
    /** Copies the lists. */
    public Result {
      mistakes = List.copyOf(mistakes);
      hints = List.copyOf(hints);
      sources = List.copyOf(sources);
    }
  }
}
