package org.lanshao.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a folder of conversations, in every language that it has texts in. */
final class FormFolder {
  private static final String LISTS = "lists.yaml";
  private static final String WORDING = "wording.yaml";
  private static final String DANGER = "danger.yaml";

  /** The wording of another language may stand in a file of its own. */
  private static final Pattern OTHER_WORDING =
      Pattern.compile("(?:.*[/\\\\])?wording\\.([a-z]{2})\\.yaml");

  private final TreeMap<String, String> texts;
  private final Schema schema;
  private final Set<Phrase> phrases;
  private final Mistakes mistakes = new Mistakes();
  private final Mistakes missing = new Mistakes();
  private final Mistakes useless = new Mistakes();

  FormFolder(Map<String, String> files, Schema schema, Set<Phrase> phrases) {
    this.texts = new TreeMap<>(files);
    this.schema = schema;
    this.phrases = phrases;
  }

  FormReader.Result read() {
    var reports = ReportFiles.taken(texts);
    var wording = wording();
    var lists =
        taken(file -> named(file, LISTS))
            .map(file -> OptionLists.read(file.getKey(), file.getValue(), mistakes))
            .orElseGet(OptionLists::none);
    var danger = taken(file -> named(file, DANGER));
    var trees = trees(lists);
    var sources = sources(trees, Translation.CHINESE);
    var words =
        danger
            .map(file -> DangerReader.read(file, sources, mistakes, useless))
            .orElseGet(() -> DangerWords.of(forms(sources)));
    var told = ReportFiles.read(reports, mistakes);
    lists.byName().values().forEach(list -> OptionLinter.check(in(list), schema, mistakes));
    var others = new LinkedHashMap<String, List<Form>>();
    for (String language : Translation.others(trees)) {
      others.put(language, forms(sources(trees, language)));
      trees.forEach(tree -> Translation.tellMissing(tree, language, false, missing));
      ReportFiles.tellMissing(told, language, missing);
    }
    trees.forEach(tree -> Translation.tellMissing(tree, Translation.CHINESE, false, mistakes));
    Optional<Library> library =
        mistakes.isEmpty()
            ? Optional.of(new Library(forms(sources), wording, others, words, told))
            : Optional.empty();
    return new FormReader.Result(
        library, mistakes.sorted(), hints(lists, danger, sources), sources);
  }

  /** What works but does nothing, or is said in Chinese alone. */
  private List<Mistake> hints(
      OptionLists lists, Optional<Map.Entry<String, String>> danger, List<FormSource> sources) {
    var silent =
        sources.stream()
            .filter(source -> danger.isEmpty() && source.form().urgent())
            .map(
                source ->
                    source
                        .at("start")
                        .wrong(
                            FormCode.NO_DANGER_WORDS,
                            "没有 danger.yaml：只有这些词开头才会上报，别的险情词不认得。",
                            "把 danger.yaml 放回表的文件夹里。"));
    var unused =
        lists.unused().stream()
            .map(
                list ->
                    list.at()
                        .wrong(FormCode.UNUSED_LIST, "没有表用到这个名单。", "删掉它，或者在表里写 options: $名称。"));
    return Stream.of(
            silent,
            useless.sorted().stream(),
            unused,
            Translation.summed(missing.sorted()).stream())
        .flatMap(hint -> hint)
        .toList();
  }

  private static YamlNode in(YamlNode list) {
    return Translation.in(list, Translation.CHINESE);
  }

  private Wording wording() {
    var others = new TreeMap<String, Map.Entry<String, String>>();
    for (String file : List.copyOf(texts.keySet())) {
      var other = OTHER_WORDING.matcher(file);
      if (other.matches()) {
        others.put(other.group(1), Map.entry(file, texts.remove(file)));
      }
    }
    var own = taken(file -> named(file, WORDING));
    if (own.isEmpty() && !phrases.isEmpty()) {
      mistakes.add(FormCode.MISSING_FILE, Line.of(WORDING), "没有这个文件。", "把它放回表的文件夹里。");
    }
    return own.map(file -> new WordingFiles(phrases, mistakes, missing).read(file, others))
        .orElseGet(() -> new Wording(Map.of()));
  }

  /** The first file of this kind, which is no form then. */
  private Optional<Map.Entry<String, String>> taken(java.util.function.Predicate<String> kind) {
    var file = texts.keySet().stream().filter(kind).findFirst();
    return file.map(name -> Map.entry(name, Optional.ofNullable(texts.remove(name)).orElse("")));
  }

  /** The forms as they stand in their files, option lists in their places. */
  private List<YamlNode> trees(OptionLists lists) {
    var trees = new ArrayList<YamlNode>();
    texts.forEach(
        (file, text) -> {
          var wrong = new Mistakes();
          var tree = YamlFile.read(file, text, wrong);
          if (tree instanceof YamlNode.Nothing && wrong.isEmpty()) {
            wrong.add(FormCode.EMPTY_FILE, tree.at(), "文件是空的。", "删掉它，或者照 README.md 写一张表。");
          }
          mistakes.addAll(wrong.sorted());
          if (tree instanceof YamlNode.Keys) {
            trees.add(lists.resolve(tree, mistakes));
          } else {
            mistakes.addAll(misfit(tree));
          }
        });
    return trees;
  }

  private static List<Form> forms(List<FormSource> sources) {
    return sources.stream().map(FormSource::form).toList();
  }

  /** The forms in one language, in their order. */
  private List<FormSource> sources(List<YamlNode> trees, String language) {
    var sources =
        trees.stream()
            .map(tree -> FormSource.of(Translation.in(tree, language), mistakes))
            .toList();
    sources.forEach(source -> FormLinter.check(source, schema, mistakes));
    LibraryLinter.check(sources, schema, mistakes);
    return sources.stream().sorted(Comparator.comparingLong(FormSource::order)).toList();
  }

  private static List<Mistake> misfit(YamlNode tree) {
    var mistakes = new Mistakes();
    Section.of(tree, mistakes);
    return mistakes.sorted();
  }

  private static boolean named(String file, String name) {
    return file.equals(name) || file.endsWith("/" + name) || file.endsWith("\\" + name);
  }
}
