package org.lanshao.form;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code matter}, {@code open} and {@code follow} of a form. */
final class MattersReader {
  /** Days between two steps: longer than a year is a slip of the pen. */
  private static final long LONGEST = 400;

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");

  private final Section root;
  private final QuestionsReader.Read read;
  private final Mistakes mistakes;

  private MattersReader(Section root, QuestionsReader.Read read, Mistakes mistakes) {
    this.root = root;
    this.read = read;
    this.mistakes = mistakes;
  }

  static Matters read(Section root, QuestionsReader.Read read, Mistakes mistakes) {
    var reader = new MattersReader(root, read, mistakes);
    return new Matters(
        reader.kind(),
        root.sections("open").stream().map(reader::opens).toList(),
        root.sections("follow").stream().flatMap(line -> reader.follows(line).stream()).toList());
  }

  private Optional<MatterKind> kind() {
    return root.node("matter").isEmpty()
        ? Optional.empty()
        : Optional.of(kind(root.section("matter")));
  }

  private MatterKind kind(Section matter) {
    var name = matter.required("name", "隐患").orElse("");
    var states = matter.sections("states").stream().map(this::state).toList();
    boolean ends = states.stream().anyMatch(MatterKind.State::done);
    if (!ends || states.stream().allMatch(MatterKind.State::done)) {
      matter.wrong(
          FormCode.MATTER_WITHOUT_END,
          "states",
          "states 里要有没办完的，也要有办完的。",
          "每个状态一行 - {id: open, label: 待反馈}，办完的加上 done: true。");
    }
    var seen = new HashSet<String>();
    states.stream()
        .filter(state -> !seen.add(state.id()))
        .forEach(
            state ->
                matter.wrong(
                    FormCode.WRITTEN_TWICE,
                    "states",
                    "状态 %s 写了两次。".formatted(state.id()),
                    "换一个 id。"));
    matter.refuseOthers();
    return new MatterKind(name, states);
  }

  private MatterKind.State state(Section state) {
    var id = state.required("id", "open").orElse("");
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      state.wrong(
          FormCode.BAD_ID,
          "id",
          "状态 id“%s”不对。".formatted(Section.shorten(id)),
          "用小写英文字母开头，例如 open。");
    }
    var label = state.required("label", "待反馈").orElse("");
    var aliases = state.words("aliases").stream().map(Section.Word::text).toList();
    var one = new MatterKind.State(id, label, aliases, state.flag("done", false), rhythm(state));
    state.refuseOthers();
    return one;
  }

  private List<Integer> rhythm(Section state) {
    var days = new ArrayList<Integer>();
    if (state.keys().contains("follow")) {
      for (Section.Word word : state.words("follow")) {
        var length = LengthText.read(word.text()).map(Duration::toDays).orElse(0L);
        if (length < 1 || length > LONGEST) {
          mistakes.add(
              FormCode.BAD_VALUE,
              word.at(),
              "follow 的值“%s”不对。".formatted(Section.shorten(word.text())),
              "写 1d 到 400d 之间的天数，可以写几个：[1d, 7d, 30d]。");
        }
        days.add(Math.toIntExact(length));
      }
    }
    return days;
  }

  /** The day that a line takes from an answer: {@code due} or {@code next}. */
  private Optional<Until> until(Section line) {
    var due = line.text("due");
    var next = line.text("next");
    if (due.isPresent() && next.isPresent()) {
      line.wrong(FormCode.BAD_VALUE, "next", "due 和 next 只能写一个。", "最后期限写 due，下一次的日子写 next。");
    }
    due.ifPresent(id -> refuseOtherThanDate(line, "due", id));
    next.ifPresent(id -> refuseOtherThanDate(line, "next", id));
    return due.map(id -> new Until(new QuestionId(id), true))
        .or(() -> next.map(id -> new Until(new QuestionId(id), false)));
  }

  private void refuseOtherThanDate(Section line, String key, String id) {
    var type = Optional.ofNullable(read.known().types().get(id));
    boolean date = type.filter(Type.Date.class::isInstance).isPresent();
    if (!date && !read.known().broken().contains(id)) {
      line.wrong(
          FormCode.BAD_VALUE,
          key,
          "%s 里的 %s 不是这张表的日期问题。".formatted(key, Section.shorten(id)),
          "写一个 type 是 date 的问题的 id。");
    }
  }

  private Opens opens(Section line) {
    var slots = Set.copyOf(read.slots());
    var about = line.required("about", "{place} {kind}").orElse("");
    var one =
        new Opens(
            NumberLetters.read(line, "matter", "H"),
            line.required("state", "open").orElse(""),
            condition(line),
            TemplateText.read(new Section.Word(about, line.at("about")), slots, mistakes),
            number(line, "amount"),
            sort(line),
            until(line));
    line.refuseOthers();
    return one;
  }

  /** The question that tells of which kind a matter is. */
  private Optional<QuestionId> sort(Section line) {
    var id = line.text("kind");
    id.filter(
            text ->
                Optional.ofNullable(read.known().types().get(text))
                        .filter(type -> !type.options().isEmpty())
                        .isEmpty()
                    && !read.known().broken().contains(text))
        .ifPresent(
            text ->
                line.wrong(
                    FormCode.BAD_VALUE,
                    "kind",
                    "kind 里的 %s 不是这张表的选择题。".formatted(Section.shorten(text)),
                    "写一个 type 是 choice 或 choices 的问题的 id。"));
    return id.map(QuestionId::new);
  }

  private Optional<Follows> follows(Section line) {
    var question = line.required("question", "hazard");
    question.ifPresent(id -> refuseOther(line, id));
    var one =
        new Follows(
            new QuestionId(question.orElse("none")),
            line.text("state"),
            line.words("stays").stream().map(Section.Word::text).toList(),
            condition(line),
            number(line, "less"),
            until(line));
    line.refuseOthers();
    return question.map(any -> one);
  }

  private void refuseOther(Section line, String id) {
    var type = Optional.ofNullable(read.known().types().get(id));
    if (type.isEmpty() && !read.known().broken().contains(id)) {
      line.wrong(
          FormCode.NO_SUCH_QUESTION,
          "question",
          "follow 里的 %s 不是这张表的问题。".formatted(Section.shorten(id)),
          Spelling.remedy(id, read.known().names()));
    }
    if (type.filter(one -> !(one instanceof Type.Matter)).isPresent()) {
      line.wrong(
          FormCode.NOT_A_MATTER,
          "question",
          "follow 里的 %s 不是 matter 问题，回答里没有编号。".formatted(id),
          "把它的 type 改成 matter，或者写另一个问题。");
    }
  }

  private Expr condition(Section line) {
    return line.text("when")
        .map(text -> ExprReader.condition(text, "when", line.at("when"), read.known(), mistakes))
        .orElse(Expr.ALWAYS);
  }

  private Optional<Expr> number(Section line, String key) {
    return line.text(key)
        .map(text -> ExprReader.number(text, key, line.at(key), read.known(), mistakes));
  }

  /** Lines that come after one that always holds, of the same subject, do nothing. */
  static void refuseUnreachable(FormSource source, Mistakes mistakes) {
    var opens = source.form().matters().opens();
    var letters = opens.stream().map(Opens::letter).toList();
    unreachable("open", letters, opens.stream().map(Opens::when).toList(), source, mistakes);
    var follows = source.form().matters().follows();
    var questions = follows.stream().map(line -> line.question().text()).toList();
    unreachable(
        "follow", questions, follows.stream().map(Follows::when).toList(), source, mistakes);
  }

  private static void unreachable(
      String key, List<String> subjects, List<Expr> when, FormSource source, Mistakes mistakes) {
    var always = new HashSet<String>();
    for (int i = 0; i < subjects.size(); i++) {
      if (always.contains(subjects.get(i))) {
        mistakes.add(
            FormCode.LINE_NEVER_USED,
            source.item(key, i, key.equals("open") ? "matter" : "question"),
            "这一行用不到：前面已经有一行总是成立。",
            "把没有 when 的一行放在最后，或者删掉这一行。");
      }
      if (when.get(i).equals(Expr.ALWAYS)) {
        always.add(subjects.get(i));
      }
    }
  }
}
