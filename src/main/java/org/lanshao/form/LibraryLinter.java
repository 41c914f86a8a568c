package org.lanshao.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for forms that get in each other's way, or in the way of commands. */
final class LibraryLinter {
  /** Longer ones nobody types. */
  private static final int LONGEST_START = 10;

  private static final Pattern START = Pattern.compile("\\p{L}[\\p{L}\\p{N}]*");

  private final List<FormSource> sources;
  private final Schema schema;
  private final Mistakes mistakes;

  private LibraryLinter(List<FormSource> sources, Schema schema, Mistakes mistakes) {
    this.sources = sources;
    this.schema = schema;
    this.mistakes = mistakes;
  }

  static void check(List<FormSource> sources, Schema schema, Mistakes mistakes) {
    var linter = new LibraryLinter(sources, schema, mistakes);
    linter.unique("id", "表的 id", source -> source.form().id().text());
    linter.unique("number", "编号字母", source -> source.form().number());
    linter.starts();
    sources.forEach(linter::hidden);
    sources.forEach(linter::excepts);
    MatterLinter.check(sources, mistakes);
    AdditionLinter.check(sources, mistakes);
  }

  private void unique(
      String key, String what, java.util.function.Function<FormSource, String> value) {
    Map<String, FormSource> seen = new HashMap<>();
    for (FormSource source : sources) {
      var earlier =
          value.apply(source).isEmpty() ? null : seen.putIfAbsent(value.apply(source), source);
      if (earlier != null) {
        mistakes.add(
            FormCode.USED_BY_OTHER_FORM,
            source.at(key),
            "%s %s 已经在 %s 里用了。".formatted(what, value.apply(source), earlier.at(key).file()),
            "换一个。");
      }
    }
  }

  private void starts() {
    Map<String, FormSource> seen = new HashMap<>();
    for (FormSource source : sources) {
      for (String start : source.form().start()) {
        var earlier = seen.putIfAbsent(FormSource.plain(start), source);
        if (earlier != null) {
          mistakes.add(
              FormCode.START_IN_USE,
              source.at("start"),
              "开头的词“%s”已经在 %s 里用了。".formatted(start, earlier.at("start").file()),
              "换一个词，或者删掉一个。");
        }
      }
    }
  }

  private void hidden(FormSource source) {
    for (String start : source.form().start()) {
      var plain = FormSource.plain(start);
      if (start.length() > LONGEST_START || !START.matcher(start).matches()) {
        wrong(
            FormCode.START_SHAPE,
            source,
            start,
            "不好用",
            "写 %d 个字以内的词，以汉字或字母开头，不带空格和标点。".formatted(LONGEST_START));
      }
      if (schema.controlWords().contains(plain)) {
        wrong(FormCode.START_IS_CONTROL_WORD, source, start, "是填表时用的口令", "换一个词。");
      }
      Stream.concat(
              schema.commands().stream().filter(plain::startsWith),
              schema.messages().stream().filter(plain::equals))
          .forEach(
              word ->
                  wrong(
                      FormCode.START_IS_COMMAND,
                      source,
                      start,
                      "会被当成命令“%s”".formatted(word),
                      "换一个词。"));
      hiding(source, plain)
          .ifPresent(
              urgent ->
                  wrong(
                      FormCode.START_OPENS_URGENT,
                      source,
                      start,
                      "会先打开 %s".formatted(urgent.form().id()),
                      "换一个词，或者在 %s 的 except 里写上它。".formatted(urgent.at("start").file())));
    }
  }

  /** The urgent form that a message of another one would open. */
  private Optional<FormSource> hiding(FormSource source, String start) {
    return sources.stream()
        .filter(other -> other.form().urgent() && !source.form().urgent())
        .filter(other -> begins(start, other.form().start()))
        .filter(other -> !begins(start, other.form().except()))
        .findFirst();
  }

  private void excepts(FormSource source) {
    for (String except : source.form().except()) {
      var plain = FormSource.plain(except);
      if (!begins(plain, source.form().start())) {
        mistakes.add(
            FormCode.USELESS_EXCEPT,
            source.at("except"),
            "except 的“%s”不以 start 的词开头，没有作用。".formatted(except),
            "删掉它，或者写完整，例如 紧急联系人。");
      }
      for (String start : source.form().start()) {
        if (FormSource.plain(start).startsWith(plain)) {
          mistakes.add(
              FormCode.EXCEPT_HIDES_START,
              source.at("except"),
              "except 的“%s”让“%s”打不开这张表。".formatted(except, start),
              "把 except 写长一些。");
        }
      }
    }
  }

  private static boolean begins(String text, List<String> words) {
    return words.stream().anyMatch(word -> text.startsWith(FormSource.plain(word)));
  }

  private void wrong(Code code, FormSource source, String start, String problem, String remedy) {
    mistakes.add(code, source.at("start"), "开头的词“%s”%s。".formatted(start, problem), remedy);
  }
}
