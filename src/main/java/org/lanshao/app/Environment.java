package org.lanshao.app;

import java.util.Map;
import java.util.regex.Pattern;
import org.lanshao.form.Line;
import org.lanshao.form.Mistakes;
import org.lanshao.form.YamlNode;

/** Fills {@code ${NAME}} and {@code ${NAME:default}} of a file from the environment. */
final class Environment {
  private static final Pattern SLOT = Pattern.compile("\\$\\{([^}:]*)(:([^}]*))?}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Map<String, String> variables;
  private final Mistakes mistakes;

  Environment(Map<String, String> variables, Mistakes mistakes) {
    this.variables = variables;
    this.mistakes = mistakes;
  }

  /** This tree, filled; a variable that is not set and has no default is a mistake. */
  YamlNode fill(YamlNode node) {
    return node.replacing(this::fill);
  }

  private String fill(Line at, String text) {
    return SLOT.matcher(text)
        .replaceAll(
            slot ->
                java.util.regex.Matcher.quoteReplacement(value(at, slot.group(1), slot.group(3))));
  }

  private String value(Line at, String name, @org.jspecify.annotations.Nullable String otherwise) {
    if (!NAME.matcher(name).matches()) {
      mistakes.add(
          SettingsCode.VARIABLE,
          at,
          "“${%s}”不是环境变量的写法。".formatted(name),
          "名字只用英文字母、数字和下划线，例如 ${WECOM_SECRET}。");
      return "";
    }
    var value = variables.get(name);
    if (value != null) {
      return value;
    }
    if (otherwise == null) {
      mistakes.add(
          SettingsCode.VARIABLE,
          at,
          "环境变量 %s 没有设置。".formatted(name),
          "启动前先设置它，或写成 ${%s:默认值}。".formatted(name));
      return "";
    }
    return otherwise;
  }
}
