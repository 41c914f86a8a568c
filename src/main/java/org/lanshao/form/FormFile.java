package org.lanshao.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a form from the tree of its file, option lists in their places. */
final class FormFile {
  private static final Map<String, Form.Chats> CHATS =
      Map.of("private", Form.Chats.PRIVATE, "group", Form.Chats.GROUP, "any", Form.Chats.ANY);
  private static final Map<String, Check.Level> LEVELS =
      Map.of("refuse", Check.Level.REFUSE, "confirm", Check.Level.CONFIRM);

  private final Section root;
  private final Mistakes mistakes;
  private final Map<String, Type> types = new LinkedHashMap<>();
  private final Set<String> broken = new HashSet<>();

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
    var questions = questions();
    var known = new ExprReader.Known(types, broken);
    var form =
        new Form(
            new FormId(id.orElse("")),
            root.required("title", "走访登记").orElse(""),
            number(),
            words("start", "[走访, 探访]"),
            words("except"),
            root.flag("urgent", false),
            Set.copyOf(new TreeSet<>(words("who", "[worker, head]"))),
            root.oneOf("chat", CHATS).orElse(Form.Chats.PRIVATE),
            questions,
            root.sections("check").stream().map(check -> check(check, known)).toList(),
            root.sections("count").stream()
                .map(line -> MeasureReader.read(line, known, mistakes))
                .toList(),
            receipt(),
            SilenceReader.read(root, mistakes),
            definition);
    // Read only so that it is known and checked: order sorts the library, and another version makes
    // another definition of the same text, so that an earlier one can be published again.
    root.whole("order", 1, 999);
    root.whole("version", 1, 9999);
    root.refuseOthers();
    return form;
  }

  private String number() {
    var letter = root.required("number", "V").orElse("");
    if (!letter.isEmpty() && !letter.matches("[A-Z]")) {
      root.wrong(
          FormCode.NUMBER_LETTER,
          "number",
          "number“%s”不对。".formatted(Section.shorten(letter)),
          "写一个大写英文字母，例如 V。");
    }
    return letter;
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

  private List<Question> questions() {
    if (root.node("questions").isEmpty()) {
      root.wrong(FormCode.MISSING_KEY, "questions", "少了 questions。", "加上至少一个问题。");
    }
    var sections = new LinkedHashMap<String, Section>();
    for (Section section : root.sections("questions")) {
      var id = QuestionReader.id(section);
      var type = TypeReader.read(section, mistakes);
      if (id.isPresent() && sections.containsKey(id.get())) {
        section.wrong(
            FormCode.WRITTEN_TWICE,
            "id",
            "问题 %s 写了两次。".formatted(id.get()),
            "第 %d 行已经有了，换一个 id。".formatted(sections.get(id.get()).at().number()));
        continue;
      }
      id.ifPresent(text -> sections.put(text, section));
      id.filter(text -> type.isEmpty()).ifPresent(broken::add);
      id.ifPresent(text -> type.ifPresent(one -> types.put(text, one)));
    }
    return questions(sections);
  }

  private List<Question> questions(Map<String, Section> sections) {
    var known = new ExprReader.Known(types, broken);
    var questions = new ArrayList<Question>();
    sections.forEach(
        (id, section) -> {
          var question =
              QuestionReader.read(
                  section,
                  new QuestionId(id),
                  Optional.ofNullable(types.get(id)).orElse(new Type.Note()),
                  known,
                  mistakes);
          if (types.containsKey(id)) {
            questions.add(question);
          }
        });
    return questions;
  }

  private Check check(Section check, ExprReader.Known known) {
    var that = check.required("that", "people <= 15");
    var say = check.required("say", "人数比平常多，确认吗？").orElse("");
    var read =
        new Check(
            that.map(text -> ExprReader.condition(text, "that", check.at("that"), known, mistakes))
                .orElse(Expr.ALWAYS),
            TemplateText.read(new Section.Word(say, check.at("say")), answers(), mistakes),
            check.oneOf("level", LEVELS).orElse(Check.Level.REFUSE));
    check.refuseOthers();
    return read;
  }

  private Template receipt() {
    var slots = answers();
    slots.add("no");
    var text = root.required("receipt", "已登记 {no}。").orElse("");
    return TemplateText.read(new Section.Word(text, root.at("receipt")), slots, mistakes);
  }

  /** The questions whose answers a text may show. */
  private Set<String> answers() {
    var answers =
        types.entrySet().stream()
            .filter(entry -> !(entry.getValue() instanceof Type.Note))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    answers.addAll(broken);
    return answers;
  }
}
