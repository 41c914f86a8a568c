package org.lanshao.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code danger.yaml}. */
final class DangerReader {
  private static final List<String> CALL = List.of("110", "119", "120");

  private final Section top;
  private final Mistakes mistakes;
  private final Mistakes hints;
  private final Map<String, Line> seen = new HashMap<>();

  private DangerReader(Section top, Mistakes mistakes, Mistakes hints) {
    this.top = top;
    this.mistakes = mistakes;
    this.hints = hints;
  }

  /** The words of a file's text; what is wrong is left out, what does nothing is a hint. */
  static DangerWords read(
      Map.Entry<String, String> file, List<FormSource> sources, Mistakes mistakes, Mistakes hints) {
    var top = YamlFile.readKeys(file.getKey(), file.getValue(), mistakes);
    var reader = new DangerReader(top, mistakes, hints);
    var words = reader.read();
    reader.checkForms(words, sources);
    return words;
  }

  private DangerWords read() {
    var start = words(top, "start");
    seen.clear();
    var words = words(top, "words");
    var kinds = new LinkedHashMap<String, DangerWords.Kind>();
    top.section("kinds").named().forEach((id, section) -> kinds.put(id, kind(section)));
    seen.clear();
    var harmless = top.texts("harmless");
    var read = new DangerWords(start, words, kinds, List.of());
    var longer = new ArrayList<String>();
    harmless.forEach(word -> harmless(word, read).ifPresent(longer::add));
    top.refuseOthers();
    return new DangerWords(start, words, kinds, longer);
  }

  private DangerWords.Kind kind(Section section) {
    var call = section.texts("call").stream().map(Section.Word::text).toList();
    if (!call.isEmpty() && (call.size() != 3 || !call.containsAll(CALL))) {
      section.wrong(FormCode.BAD_VALUE, "call", "call 要写三个电话。", "按先后写，例如 call: [119, 110, 120]。");
    }
    var kind =
        new DangerWords.Kind(
            words(section, "words"),
            words(section, "hints"),
            call.isEmpty() ? CALL : call,
            section.flag("sensitive", false));
    section.refuseOthers();
    return kind;
  }

  private List<String> words(Section section, String key) {
    var words = new ArrayList<String>();
    for (Section.Word word : section.texts(key)) {
      var plain = FormSource.plain(word.text());
      int least = key.equals("hints") ? 1 : 2;
      if (plain.length() < least || plain.matches(".*[，、；,;].*")) {
        mistakes.add(
            FormCode.DANGER_WORD,
            word.at(),
            "险情词“%s”不好用。".formatted(Section.shorten(word.text())),
            "一行写一个词，至少两个字，前面加 - 和空格。");
      } else if (isNew(plain, word)) {
        words.add(plain);
      }
    }
    return words;
  }

  private boolean isNew(String plain, Section.Word word) {
    var earlier = seen.putIfAbsent(plain, word.at());
    if (earlier != null) {
      mistakes.add(
          FormCode.WRITTEN_TWICE,
          word.at(),
          "“%s”写了两次。".formatted(word.text()),
          "第 %d 行已经有了，删掉一个。".formatted(earlier.number()));
    }
    return earlier == null;
  }

  private Optional<String> harmless(Section.Word word, DangerWords words) {
    var plain = FormSource.plain(word.text());
    if (words.dangers().stream().noneMatch(plain::contains)) {
      hints.add(
          FormCode.USELESS_HARMLESS,
          word.at(),
          "“%s”里没有险情词，现在没有作用。".formatted(word.text()),
          "可以留着；要起作用就写完整，例如 紧急联系人。");
    }
    if (words.dangers().contains(plain)) {
      mistakes.add(
          FormCode.HARMLESS_HIDES,
          word.at(),
          "“%s”本身就是险情词，写在这里就不会上报了。".formatted(word.text()),
          "两处只能写一处；要写没有危险的长词，就写长一些。");
      return Optional.empty();
    }
    return isNew(plain, word) ? Optional.of(plain) : Optional.empty();
  }

  /** Urgent forms open by words that raise, and ask for the kinds that are recognised. */
  private void checkForms(DangerWords words, List<FormSource> sources) {
    for (FormSource source : sources) {
      if (!source.form().urgent()) {
        continue;
      }
      for (String start : source.form().start()) {
        if (!words.start().contains(FormSource.plain(start))) {
          mistakes.add(
              FormCode.START_RAISES_NOTHING,
              source.at("start"),
              "“%s”打开这张表，但 %s 的 start 里没有它，不会上报。".formatted(start, top.at().file()),
              "在那里加一行 - %s。".formatted(start));
        }
      }
      checkKinds(words, source.form());
    }
  }

  private void checkKinds(DangerWords words, Form form) {
    Set<String> known = new TreeSet<>();
    form.questions().stream()
        .filter(question -> question.id().text().equals("kind"))
        .forEach(question -> known.addAll(options(question.type())));
    for (String kind : words.kinds().keySet()) {
      if (!known.isEmpty() && !known.contains(kind)) {
        mistakes.add(
            FormCode.NO_SUCH_DANGER_KIND,
            top.section("kinds").at(kind),
            "表 %s 的 kind 没有 %s 这个选项。".formatted(form.id(), kind),
            Spelling.remedy(kind, known));
      }
    }
  }

  private static List<String> options(Type type) {
    return switch (type) {
      case Type.Choice choice -> choice.options().stream().map(Option::id).toList();
      case Type.Choices choices -> choices.options().stream().map(Option::id).toList();
      default -> List.of();
    };
  }
}
