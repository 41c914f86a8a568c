package org.lanshao.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads the questions of a form, those inside groups too: first what each takes, then what they say
 * and their conditions, which look at each other.
 */
final class QuestionsReader {
  /** What an item of a group cannot hold. */
  private static final Set<Class<? extends Type>> NOT_IN_GROUP =
      Set.of(Type.Group.class, Type.Note.class, Type.Matter.class);

  private final Mistakes mistakes;
  private final Map<String, Section> sections = new LinkedHashMap<>();
  private final Map<String, Type> types = new LinkedHashMap<>();
  private final Map<String, Map<String, Type>> inside = new LinkedHashMap<>();
  private final Set<String> broken = new HashSet<>();

  private QuestionsReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /**
   * The questions that could be read, and what expressions over them may name.
   *
   * @param slots the questions whose answers a text may show
   */
  record Read(List<Question> questions, Known known, Set<String> slots) {}

  static Read read(Section form, Mistakes mistakes) {
    if (form.node("questions").isEmpty()) {
      form.wrong(FormCode.MISSING_KEY, "questions", "少了 questions。", "加上至少一个问题。");
    }
    var reader = new QuestionsReader(mistakes);
    var outer = reader.types(form.sections("questions"), reader.types, false);
    outer.forEach(reader::insides);
    var questions = reader.questions(outer, reader.known());
    return new Read(questions, reader.known(), reader.slots());
  }

  private Known known() {
    return new Known(types, broken);
  }

  /** Reads the types of these questions; their sections by id. */
  private Map<String, Section> types(
      List<Section> questions, Map<String, Type> types, boolean grouped) {
    var own = new LinkedHashMap<String, Section>();
    for (Section section : questions) {
      var id = QuestionReader.id(section);
      var type = TypeReader.read(section, mistakes);
      type.filter(one -> grouped && NOT_IN_GROUP.contains(one.getClass()))
          .ifPresent(
              one -> {
                section.node("questions");
                section.wrong(
                    FormCode.NOT_IN_GROUP,
                    "type",
                    "group 里面不能有 %s。".formatted(section.text("type", "")),
                    "把它移到 group 外面。");
              });
      if (id.isPresent() && sections.containsKey(id.get())) {
        section.wrong(
            FormCode.WRITTEN_TWICE,
            "id",
            "问题 %s 写了两次。".formatted(id.get()),
            "第 %d 行已经有了，换一个 id。".formatted(sections.get(id.get()).at().number()));
        continue;
      }
      id.ifPresent(text -> sections.put(text, section));
      id.ifPresent(text -> own.put(text, section));
      id.filter(text -> type.isEmpty()).ifPresent(broken::add);
      id.ifPresent(text -> type.ifPresent(one -> types.put(text, one)));
    }
    return own;
  }

  private void insides(String id, Section section) {
    if (!(types.get(id) instanceof Type.Group(List<Question> none, int min, int max))) {
      return;
    }
    if (section.node("questions").isEmpty()) {
      section.wrong(FormCode.MISSING_KEY, "questions", "少了 questions。", "加上至少一个问题。");
    }
    var sub = new LinkedHashMap<String, Type>();
    var own = types(section.sections("questions"), sub, true);
    inside.put(id, sub);
    var all = new LinkedHashMap<>(types);
    all.putAll(sub);
    var items = questions(own, new Known(all, broken));
    types.put(
        id,
        new Type.Group(
            items.stream().filter(q -> !NOT_IN_GROUP.contains(q.type().getClass())).toList(),
            min,
            max));
  }

  /** Reads all of these; the kind of a computed value is known from then on. */
  private List<Question> questions(Map<String, Section> own, Known known) {
    var questions = new ArrayList<Question>();
    own.forEach(
        (id, section) -> {
          var type = known.types().get(id);
          var read = type == null ? new Type.Note() : completed(section, type, known);
          known.types().replace(id, read);
          var question = QuestionReader.read(section, new QuestionId(id), read, known, mistakes);
          if (type != null) {
            questions.add(question);
          }
        });
    return questions;
  }

  private Type completed(Section section, Type type, Known known) {
    if (!(type instanceof Type.Computed computed)) {
      return type;
    }
    var text = section.required("value", "adults + children");
    var value =
        text.map(one -> ExprReader.number(one, "value", section.at("value"), known, mistakes));
    return value
        .<Type>map(
            expr -> new Type.Computed(expr, Numerics.of(expr, known.types()), computed.units()))
        .orElse(type);
  }

  private Set<String> slots() {
    var slots =
        types.entrySet().stream()
            .filter(entry -> !(entry.getValue() instanceof Type.Note))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    slots.addAll(broken);
    return slots;
  }
}
