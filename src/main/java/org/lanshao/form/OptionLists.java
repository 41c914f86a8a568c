package org.lanshao.form;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The option lists of {@code lists.yaml}, and the putting of them where forms name them. */
final class OptionLists {
  private final Map<String, YamlNode> lists = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();
  private final boolean broken;

  private OptionLists(boolean broken) {
    this.broken = broken;
  }

  /** No lists. */
  static OptionLists none() {
    return new OptionLists(false);
  }

  /** Reads the file. */
  static OptionLists read(String file, String text, Mistakes mistakes) {
    var wrong = new Mistakes();
    var root = YamlFile.readKeys(file, text, wrong);
    var lists = new OptionLists(!wrong.isEmpty());
    for (String name : root.keys()) {
      if (!name.matches("[a-z][a-z0-9_-]*")) {
        wrong.add(
            FormCode.BAD_ID,
            root.at(name),
            "名单名称 %s 不对。".formatted(name),
            "用小写英文字母、数字和 -，例如 visit-mode。");
      }
      if (root.node(name).isEmpty()) {
        wrong.add(
            FormCode.NO_OPTIONS,
            root.at(name),
            "名单 %s 没有选项。".formatted(name),
            "加上一行 - {id: home, label: 入户}。");
      }
      var empty = new YamlNode.Items(root.at(name), List.of());
      lists.lists.put(name, root.node(name).orElse(empty));
    }
    lists
        .lists
        .values()
        .forEach(node -> OptionsReader.read(Translation.in(node, Translation.CHINESE), wrong));
    mistakes.addAll(wrong.sorted());
    return lists;
  }

  /** All lists by name. */
  Map<String, YamlNode> byName() {
    return lists;
  }

  /** The lists that no form resolved so far has used. */
  List<YamlNode> unused() {
    return lists.entrySet().stream()
        .filter(list -> !used.contains(list.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** A form's tree with {@code options: $name} replaced by the list of that name. */
  YamlNode resolve(YamlNode form, Mistakes mistakes) {
    return inside(
        form, "questions", questions -> each(questions, question -> question(question, mistakes)));
  }

  /** A question, and those inside it. */
  private YamlNode question(YamlNode question, Mistakes mistakes) {
    var all =
        inside(resolve(question, mistakes), "options", options -> resolved(options, mistakes));
    return inside(
        all, "category", category -> inside(category, "list", list -> resolved(list, mistakes)));
  }

  private YamlNode resolved(YamlNode options, Mistakes mistakes) {
    if (options instanceof YamlNode.Items(Line at, List<YamlNode> nodes) && nodes.isEmpty()) {
      mistakes.add(FormCode.NO_OPTIONS, at, "没有选项。", "至少写一个选项，或者用 $名称 引用 lists.yaml 里的名单。");
    }
    if (!(options instanceof YamlNode.Text(Line at, String text))) {
      return options;
    }
    var meant = text.replaceFirst("^[$＄￥¥]", "");
    if (!text.startsWith("$") && lists.containsKey(meant)) {
      used.add(meant);
      mistakes.add(FormCode.NO_SUCH_LIST, at, "名单的名称前面要写 $。", "写成 options: $%s。".formatted(meant));
      return new YamlNode.Items(at, List.of());
    }
    if (!text.startsWith("$")) {
      return options;
    }
    var list = lists.get(text.substring(1));
    used.add(text.substring(1));
    if (list != null) {
      return list;
    }
    if (!broken) {
      mistakes.add(
          FormCode.NO_SUCH_LIST,
          at,
          "lists.yaml 里没有名单 %s。".formatted(Section.shorten(text)),
          Spelling.remedy(text, lists.keySet().stream().map(name -> "$" + name).sorted().toList()));
    }
    return new YamlNode.Items(at, List.of());
  }

  private static YamlNode inside(
      YamlNode node, String key, java.util.function.UnaryOperator<YamlNode> change) {
    if (!(node instanceof YamlNode.Keys keys) || !keys.entries().containsKey(key)) {
      return node;
    }
    var next = new LinkedHashMap<>(keys.entries());
    next.computeIfPresent(
        key, (name, entry) -> new YamlNode.Entry(entry.at(), change.apply(entry.value())));
    return new YamlNode.Keys(keys.at(), next);
  }

  private static YamlNode each(YamlNode node, java.util.function.UnaryOperator<YamlNode> change) {
    return node instanceof YamlNode.Items(Line at, List<YamlNode> nodes)
        ? new YamlNode.Items(at, nodes.stream().map(change).toList())
        : node;
  }
}
