package org.lanshao.form;

import java.util.ArrayList;
import java.util.List;

/** Reads the options of a choice. */
final class OptionsReader {
  private OptionsReader() {}

  /** The options that could be read, each with its line. */
  static List<Located> read(YamlNode node, Mistakes mistakes) {
    var options = new ArrayList<Located>();
    for (YamlNode item : node instanceof YamlNode.Items items ? items.nodes() : List.of(node)) {
      if (item instanceof YamlNode.Keys) {
        option(Section.of(item, mistakes), options);
      } else {
        mistakes.add(
            FormCode.OPTION_SHAPE,
            item.at(),
            "选项写得不对。",
            "每个选项一行，例如 - {id: home, label: 入户, aliases: [上门]}。");
      }
    }
    return options;
  }

  private static void option(Section option, List<Located> options) {
    var id = option.required("id", "home");
    var label = option.required("label", "入户");
    var aliases = option.words("aliases").stream().map(Section.Word::text).toList();
    option.refuseOthers();
    if (id.isEmpty() || label.isEmpty()) {
      return;
    }
    if (!id.get().matches("[a-z][a-z0-9_]*")) {
      option.wrong(
          FormCode.BAD_ID,
          "id",
          "选项 id“%s”不对。".formatted(Section.shorten(id.get())),
          "用小写英文字母开头，只用小写英文字母、数字和 _，例如 home。");
    }
    options.add(new Located(new Option(id.get(), label.get(), aliases), option.at()));
  }

  /** An option and its line. */
  record Located(Option option, Line at) {}
}
