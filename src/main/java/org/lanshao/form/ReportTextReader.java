package org.lanshao.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.form.ReportText.About;
import org.lanshao.form.ReportText.Kind;
import org.lanshao.form.ReportText.Piece;

/** Reads a file of {@code conversations/reports}; {@code conversations/README.md} explains it. */
final class ReportTextReader {
  /** Before and after the head of the file. */
  private static final String FENCE = "---";

  private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern EACH = Pattern.compile("\\{每条\\s*([^{}:：]+)}(.+)");
  private static final Pattern NAMED = Pattern.compile("([^:：]+)[:：](.+)");
  private static final Pattern ROUNDED = Pattern.compile("(.+)\\s万");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}]{1,20}");

  private static final Map<String, Kind> KINDS =
      Map.of("summary", Kind.SUMMARY, "bulletin", Kind.BULLETIN);

  private final String file;
  private final Mistakes mistakes;
  private final List<Piece> pieces = new ArrayList<>();
  private final Set<String> numbers = new HashSet<>();
  private final Map<String, Piece.Counted> known = new HashMap<>();

  private ReportTextReader(String file, Mistakes mistakes) {
    this.file = file;
    this.mistakes = mistakes;
  }

  /**
   * The report of a file.
   *
   * @param mistakes all that is wrong; the report may be used only if nothing was added
   */
  static ReportText read(String file, String text, Mistakes mistakes) {
    return new ReportTextReader(file, mistakes).read(text.lines().toList());
  }

  /**
   * What a file says that tells the same report in another language: its numbers stand there by
   * their names alone, and it has no head.
   */
  static List<Piece> translated(ReportText report, String file, String text, Mistakes mistakes) {
    var reader = new ReportTextReader(file, mistakes);
    report.numbers().forEach(number -> reader.known.put(number.name(), number));
    var lines = text.lines().toList();
    if (lines.isEmpty() || isFence(lines.getFirst())) {
      mistakes.add(
          ReportCode.BAD_TRANSLATION,
          new Line(file, 1),
          "这里只写句子，不写开头。",
          "删掉开头的 --- 和名称；数写名称就可以，例如 {户}。");
    }
    for (int i = 0; i < lines.size(); i++) {
      reader.line(lines.get(i).strip(), new Line(file, i + 1));
    }
    return List.copyOf(reader.pieces);
  }

  private ReportText read(List<String> lines) {
    int end = lines.isEmpty() || !isFence(lines.getFirst()) ? -1 : end(lines);
    if (end < 0) {
      mistakes.add(
          ReportCode.NO_HEAD, new Line(file, 1), "开头没有写这份汇总叫什么。", "开头写三行：---，name: 行动，---，下面写句子。");
      return new ReportText(Line.of(file), List.of(""), Kind.SUMMARY, "", List.of(), Map.of());
    }
    var head = head(lines.subList(1, end));
    var names = names(head);
    var kind = head.oneOf("kind", KINDS).orElse(Kind.SUMMARY);
    var days = head.text("days", "本月");
    head.refuseOthers();
    for (int i = end + 1; i < lines.size(); i++) {
      line(lines.get(i).strip(), new Line(file, i + 1));
    }
    if (pieces.isEmpty()) {
      mistakes.add(ReportCode.EMPTY_REPORT, new Line(file, end + 1), "这里没有写句子。", "写上要说的话。");
    }
    return new ReportText(head.at("days"), names, kind, days, pieces, Map.of());
  }

  private static boolean isFence(String line) {
    return line.strip().equals(FENCE);
  }

  private static int end(List<String> lines) {
    for (int i = 1; i < lines.size(); i++) {
      if (isFence(lines.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** An empty line stands for the fence, so that the lines keep their numbers. */
  private Section head(List<String> lines) {
    return YamlFile.readKeys(file, "\n" + String.join("\n", lines) + "\n", mistakes);
  }

  private List<String> names(Section head) {
    if (head.node("name").isEmpty()) {
      head.required("name", "行动");
    }
    var names = new ArrayList<String>();
    for (Section.Word word : head.words("name")) {
      if (!NAME.matcher(word.text()).matches()) {
        mistakes.add(
            ReportCode.BAD_NAME,
            word.at(),
            "名称“%s”不好用。".formatted(Section.shorten(word.text())),
            "写 20 个字以内的词，不带空格和标点。");
      }
      names.add(word.text());
    }
    return names.isEmpty() ? List.of("") : names;
  }

  private void line(String line, Line at) {
    if (pieces.isEmpty() && line.isEmpty()) {
      return;
    }
    var each = EACH.matcher(line);
    if (each.matches()) {
      each(ReportLineReader.read(each.group(1).strip(), each.group(2), at));
      return;
    }
    words(pieces.isEmpty() ? "" : "\n", at);
    var slot = SLOT.matcher(line);
    int end = 0;
    while (slot.find()) {
      words(line.substring(end, slot.start()), at);
      slot(slot.group(1).strip(), at).ifPresent(pieces::add);
      end = slot.end();
    }
    words(line.substring(end), at);
  }

  /** Lines of several kinds that stand together are one list. */
  private void each(ReportText.Each each) {
    if (!pieces.isEmpty() && pieces.getLast() instanceof Piece.Listed list) {
      pieces.set(pieces.size() - 1, list.and(each));
      return;
    }
    if (!pieces.isEmpty()) {
      pieces.add(new Piece.Words("\n"));
    }
    pieces.add(new Piece.Listed(List.of(each)));
  }

  private void words(String text, Line at) {
    if (text.matches(".*[{}｛｝].*")) {
      mistakes.add(
          ReportCode.BAD_BRACES,
          at,
          "“%s”这里的花括号不对。".formatted(Section.shorten(text)),
          "空格写成 {户: 走访 户}，用英文花括号，前后成对。");
    }
    if (!text.isEmpty()) {
      pieces.add(new Piece.Words(text));
    }
  }

  private Optional<Piece> slot(String inside, Line at) {
    var named = NAMED.matcher(inside);
    if (!named.matches()) {
      return Optional.ofNullable((Piece) known.get(inside)).or(() -> known(inside, at));
    }
    var name = named.group(1).strip();
    if (!known.isEmpty()) {
      mistakes.add(ReportCode.BAD_TRANSLATION, at, "这里不写怎样数。", "写数的名称：{%s}。".formatted(name));
      return Optional.empty();
    }
    var query = named.group(2).strip();
    if (!numbers.add(name)) {
      mistakes.add(
          ReportCode.NAMED_TWICE, at, "有两个数都叫“%s”。".formatted(name), "一份汇总里一个名称只用一次，换一个名称。");
    }
    var rounded = ROUNDED.matcher(query);
    return Optional.of(
        rounded.matches()
            ? new Piece.Counted(name, rounded.group(1).strip(), true, at)
            : new Piece.Counted(name, query, false, at));
  }

  private Optional<Piece> known(String word, Line at) {
    var about = Arrays.stream(About.values()).filter(one -> one.is(word)).findFirst();
    if (about.isEmpty()) {
      var known = Stream.of(About.values()).map(one -> "{" + one.word() + "}");
      mistakes.add(
          ReportCode.NO_SUCH_SLOT,
          at,
          "没有 {%s} 这一项可以填。".formatted(Section.shorten(word)),
          "可以写 %s，或者一个数：{户: 走访 户}。".formatted(known.collect(Collectors.joining("、"))));
    }
    return about.map(Piece.Known::new);
  }
}
