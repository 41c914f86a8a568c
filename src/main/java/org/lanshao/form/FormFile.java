package org.lanshao.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads a form from the tree of its file, option lists in their places. */
final class FormFile {
  /** Where a receipt shows the number of the record. */
  static final String NUMBER_SLOT = "no";

  private static final Map<String, Form.Chats> CHATS =
      Map.of("private", Form.Chats.PRIVATE, "group", Form.Chats.GROUP, "any", Form.Chats.ANY);
  private static final Map<String, Check.Level> LEVELS =
      Map.of("refuse", Check.Level.REFUSE, "confirm", Check.Level.CONFIRM);

  private final Section root;
  private final Mistakes mistakes;

  private FormFile(Section root, Mistakes mistakes) {
    this.root = root;
    this.mistakes = mistakes;
  }

  /**
   * Reads it. What is wrong is kept as a mistake and left out, so that the rest can be looked at.
   */
  static Form read(YamlNode tree, Definition definition, Mistakes mistakes) {
    return new FormFile(Section.of(tree, mistakes), mistakes).form(definition);
  }

  private Form form(Definition definition) {
    var id = root.required("id", "visit");
    id.filter(text -> !text.matches("[a-z][a-z0-9_-]*"))
        .ifPresent(
            text ->
                root.wrong(
                    FormCode.BAD_ID,
                    "id",
                    "表的 id“%s”不对。".formatted(Section.shorten(text)),
                    "用小写英文字母开头，例如 visit。"));
    var read = QuestionsReader.read(root, mistakes);
    var known = read.known();
    var shorthand = shorthand();
    var form =
        new Form(
            new FormId(id.orElse("")),
            root.required("title", "走访登记").orElse(""),
            NumberLetters.read(root, "number", "V"),
            Stream.concat(words("start", "[走访, 探访]").stream(), shorthand.keySet().stream())
                .toList(),
            words("except"),
            root.flag("urgent", false),
            Set.copyOf(new TreeSet<>(words("who", "[worker, head]"))),
            Set.copyOf(new TreeSet<>(words("readers"))),
            root.oneOf("chat", CHATS).orElse(Form.Chats.PRIVATE),
            root.text("area").filter(area -> !area.isBlank()),
            read.questions(),
            root.sections("check").stream().map(check -> check(check, read)).toList(),
            root.sections("count").stream()
                .map(line -> MeasureReader.read(line, known, mistakes))
                .toList(),
            receipt(read),
            MattersReader.read(root, read, mistakes),
            SilenceReader.read(root, mistakes),
            shorthand,
            StationDayReader.read(root, known),
            EnrollsReader.read(root, known),
            definition);
    // Read only so that it is known and checked: order sorts the library, and another version makes
    // another definition of the same text, so that an earlier one can be published again.
    root.whole("order", 1, 999);
    root.whole("version", 1, 9999);
    root.refuseOthers();
    return form;
  }

  /** Words that open the form with something said already. */
  private SortedMap<String, String> shorthand() {
    return new TreeMap<>(root.section("short").texts());
  }

  private List<String> words(String key, String example) {
    if (root.node(key).isEmpty() || root.words(key).isEmpty()) {
      root.wrong(
          FormCode.MISSING_KEY,
          key,
          "少了 %s。".formatted(key),
          "加上一行，例如 %s: %s".formatted(key, example));
    }
    return words(key);
  }

  private List<String> words(String key) {
    return root.words(key).stream().map(Section.Word::text).toList();
  }

  private Check check(Section check, QuestionsReader.Read read) {
    var that = check.required("that", "people <= 15");
    var say = check.required("say", "人数比平常多，确认吗？").orElse("");
    var at = check.at("that");
    var one =
        new Check(
            that.map(text -> ExprReader.condition(text, "that", at, read.known(), mistakes))
                .orElse(Expr.ALWAYS),
            TemplateText.read(new Section.Word(say, check.at("say")), read.slots(), mistakes),
            check.oneOf("level", LEVELS).orElse(Check.Level.REFUSE));
    check.refuseOthers();
    return one;
  }

  private Template receipt(QuestionsReader.Read read) {
    var slots = new TreeSet<>(read.slots());
    slots.add(NUMBER_SLOT);
    var text = root.required("receipt", "已登记 {no}。").orElse("");
    return TemplateText.read(new Section.Word(text, root.at("receipt")), slots, mistakes);
  }
}
