package org.lanshao.form;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads the part of YAML that people need to write forms and settings: keys, lists and scalars.
 * Anchors, tags, repeated keys, big files and deep nesting are mistakes. What a Chinese keyboard
 * puts in the place of YAML's own punctuation is told line by line, and the rest of the file is
 * read as if it were right, so that all mistakes are told at once.
 */
public final class YamlFile {
  /** The most that a file may hold, in characters: far more than any form has. */
  static final int LONGEST = 200_000;

  /** How deep lists and keys may stand in each other. */
  private static final int DEEPEST = 20;

  private final String file;
  private final Mistakes mistakes;

  private YamlFile(String file, Mistakes mistakes) {
    this.file = file;
    this.mistakes = mistakes;
  }

  /**
   * Reads a text.
   *
   * @param file the name that mistakes are told with
   * @param mistakes where what is wrong is kept
   * @return the tree; {@link YamlNode.Nothing} for an empty text or one that cannot be read
   */
  public static YamlNode read(String file, String text, Mistakes mistakes) {
    if (text.length() > LONGEST) {
      mistakes.add(
          FormCode.FILE_TOO_LARGE, Line.of(file), "文件太大。", "最多 %d 个字，请拆成几个文件。".formatted(LONGEST));
      return new YamlNode.Nothing(Line.of(file));
    }
    return new YamlFile(file, mistakes).read(Punctuation.printable(file, text, mistakes));
  }

  /** Reads a text that this program wrote, of any length. */
  static YamlNode readStored(String name, String text, Mistakes mistakes) {
    var stored = new YamlFile(name, mistakes);
    var composed = stored.compose(text);
    mistakes.addAll(composed.wrong.stream().toList());
    return stored.tree(composed.node);
  }

  /** Reads a text whose top level must be keys; an empty section when it is not. */
  public static Section readKeys(String file, String text, Mistakes mistakes) {
    return Section.of(read(file, text, mistakes), mistakes);
  }

  private YamlNode read(String text) {
    var asWritten = compose(text);
    if (asWritten.wrong.isEmpty() && !Punctuation.suspicious(asWritten.node)) {
      return tree(asWritten.node);
    }
    var repaired = Punctuation.repair(file, text);
    if (repaired.mistakes().isEmpty()) {
      mistakes.addAll(asWritten.wrong.stream().toList());
      return tree(asWritten.node);
    }
    mistakes.addAll(repaired.mistakes());
    var asMeant = compose(repaired.text());
    if (!repaired.guessed()) {
      mistakes.addAll(asMeant.wrong.stream().toList());
    }
    return tree(asMeant.node);
  }

  private Composed compose(String text) {
    var options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(Integer.MAX_VALUE);
    try {
      return new Composed(new Yaml(options).compose(new StringReader(text)), Optional.empty());
    } catch (YAMLException wrong) {
      return new Composed(null, Optional.of(YamlSyntax.explain(file, wrong)));
    }
  }

  private YamlNode tree(@Nullable Node node) {
    return switch (node) {
      case null -> new YamlNode.Nothing(new Line(file, 1));
      case Node anchored when anchored.getAnchor() != null -> {
        mistakes.add(
            FormCode.YAML_REFERENCE,
            line(node),
            "不能用 & 和 * 引用。",
            "把内容再写一遍；选项可以放进 lists.yaml，再用 $名称 引用。");
        yield new YamlNode.Nothing(line(node));
      }
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode list -> {
        refuseTag(node, Tag.SEQ);
        yield new YamlNode.Items(line(node), list.getValue().stream().map(this::tree).toList());
      }
      case MappingNode keys -> {
        refuseTag(node, Tag.MAP);
        yield keys(keys);
      }
      default -> throw new IllegalStateException("a YAML node of no known kind");
    };
  }

  private YamlNode scalar(ScalarNode scalar) {
    if (scalar.getTag().equals(Tag.NULL)) {
      return new YamlNode.Nothing(line(scalar));
    }
    refuseTag(scalar, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP, Tag.MERGE);
    return new YamlNode.Text(line(scalar), scalar.getValue().strip());
  }

  private YamlNode keys(MappingNode mapping) {
    var entries = new LinkedHashMap<String, YamlNode.Entry>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        mistakes.add(
            FormCode.KEY_SHAPE,
            line(tuple.getKeyNode()),
            "键只能是一个词。",
            "以 { 或 [ 开头的文字要用英文引号 \"…\" 包起来。");
        continue;
      }
      if (key.getTag().equals(Tag.MERGE)) {
        mistakes.add(FormCode.YAML_REFERENCE, line(key), "不能用 << 合并。", "把内容再写一遍。");
        continue;
      }
      var entry = new YamlNode.Entry(line(key), tree(tuple.getValueNode()));
      var earlier = entries.putIfAbsent(key.getValue().strip(), entry);
      if (earlier != null) {
        mistakes.add(
            FormCode.WRITTEN_TWICE,
            line(key),
            "键 %s 写了两次。".formatted(key.getValue()),
            "第 %d 行已经有了，删掉一个。".formatted(earlier.at().number()));
      }
    }
    return new YamlNode.Keys(line(mapping), entries);
  }

  private void refuseTag(Node node, Tag... allowed) {
    if (!java.util.Arrays.asList(allowed).contains(node.getTag())) {
      mistakes.add(FormCode.YAML_TAG, line(node), "不能用 ! 标记。", "删掉它；以 ! 开头的文字要用英文引号 \"…\" 包起来。");
    }
  }

  private Line line(Node node) {
    return new Line(file, node.getStartMark().getLine() + 1);
  }

  /** What the parser made of a text: a node (null for an empty text), or what was wrong. */
  private record Composed(@Nullable Node node, Optional<Mistake> wrong) {}
}
