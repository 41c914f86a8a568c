package org.lanshao.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks for options that people could not choose by what they type. */
final class OptionLinter {
  /** What is read as the number of an option: 2, 第二个, 选3. */
  private static final Pattern NUMBER =
      Pattern.compile("(我?选|第)?第?([0-9]+|[一二两三四五六七八九十]{1,3})(个|项|種|种|号)?");

  private static final Pattern SEPARATOR = Pattern.compile("[\\s、,，;；]");

  private final Set<String> control;
  private final Mistakes mistakes;
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Option> names = new HashMap<>();

  private OptionLinter(Schema schema, Mistakes mistakes) {
    this.control = schema.controlWords();
    this.mistakes = mistakes;
  }

  /** Whether a word, as it is compared, is taken for the number of something: 2, 三. */
  static boolean isNumber(String plain) {
    return NUMBER.matcher(plain).matches();
  }

  /** Checks one list of options. */
  static void check(YamlNode list, Schema schema, Mistakes mistakes) {
    var linter = new OptionLinter(schema, mistakes);
    OptionsReader.read(list, new Mistakes()).forEach(linter::option);
  }

  private void option(OptionsReader.Located located) {
    var option = located.option();
    if (!ids.add(option.id())) {
      mistakes.add(
          FormCode.WRITTEN_TWICE, located.at(), "选项 id %s 写了两次。".formatted(option.id()), "换一个 id。");
    } else {
      owned(located, option.id(), FormSource.plain(option.id()));
    }
    var own = new HashSet<String>();
    for (String name : names(option)) {
      var plain = FormSource.plain(name);
      if (own.add(plain)) {
        name(located, name, plain);
      }
    }
  }

  /** A word, also an id, means the first option that has it. */
  private void owned(OptionsReader.Located located, String name, String plain) {
    var earlier = names.putIfAbsent(plain, located.option());
    if (earlier != null && !earlier.equals(located.option())) {
      mistakes.add(
          FormCode.SAME_NAME,
          located.at(),
          "“%s”和选项 %s 的说法一样。".formatted(name, earlier.id()),
          "每个说法只能属于一个选项，删掉一个。");
    }
  }

  private void name(OptionsReader.Located located, String name, String plain) {
    owned(located, name, plain);
    if (control.contains(plain)) {
      mistakes.add(
          FormCode.OPTION_IS_CONTROL_WORD,
          located.at(),
          "“%s”是填表时用的口令，不能当选项。".formatted(name),
          "换一个说法。");
    }
    if (isNumber(plain)) {
      mistakes.add(
          FormCode.OPTION_IS_NUMBER, located.at(), "“%s”会和选项的编号混淆。".formatted(name), "换一个不像编号的说法。");
    }
    if (Option.ALL.contains(plain)) {
      mistakes.add(
          FormCode.OPTION_MEANS_ALL, located.at(), "“%s”是全部都选的意思，不能当选项。".formatted(name), "换一个说法。");
    }
    if (SEPARATOR.matcher(name).find()) {
      mistakes.add(
          FormCode.OPTION_WITH_SEPARATOR,
          located.at(),
          "“%s”里有空格或逗号，选几个时分不开。".formatted(name),
          "去掉空格和逗号，可以用 /。");
    }
  }

  private static List<String> names(Option option) {
    var names = new ArrayList<>(List.of(option.label()));
    names.addAll(option.aliases());
    return names;
  }
}
