package org.lanshao.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanshao.command.Part.Meant;
import org.lanshao.command.Part.Way;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.Measure;
import org.lanshao.form.Option;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.reading.Folding;

/** The words of counts, beside places and days: those of the forms, and those of every count. */
final class CountWords {
  private static final Pattern AMONG = Pattern.compile("^(?:其中|里面|当中|包括)的?(?=.)");
  private static final QuestionId NONE = new QuestionId("");

  private final Map<String, FormId> wordToForm = new HashMap<>();
  private final Map<String, List<Meant>> wordToAnswers = new HashMap<>();
  private final Map<String, List<Meant>> wordToMeasures = new HashMap<>();
  private final Map<String, List<Meant>> labelToQuestions = new HashMap<>();
  private final List<Meant> firstQuestions = new ArrayList<>();

  CountWords(List<Form> forms) {
    this(forms, List.of());
  }

  /**
   * Knows forms by their own names, and by what the same ones are called elsewhere.
   *
   * @param elsewhere forms in other languages
   */
  CountWords(List<Form> forms, List<Form> elsewhere) {
    for (Form form : forms) {
      learnNames(form);
      form.counted().forEach(measure -> learn(form, measure));
      var questions = questions(form);
      questions.forEach(question -> learn(form, question));
      questions.stream()
          .findFirst()
          .ifPresent(first -> firstQuestions.add(new Meant(form.id(), first.id(), "")));
    }
    var known = Set.copyOf(wordToForm.values());
    elsewhere.stream().filter(form -> known.contains(form.id())).forEach(this::learnNames);
  }

  private void learnNames(Form form) {
    form.start().stream()
        .filter(word -> !form.shorthand().containsKey(word)) // it says more than the form
        .forEach(word -> wordToForm.putIfAbsent(Folding.tight(word), form.id()));
    wordToForm.putIfAbsent(Folding.tight(form.title()), form.id());
    wordToForm.putIfAbsent(Folding.tight(CountProblems.shortName(form)), form.id());
  }

  /** The questions that some measure of a form is counted by, in the order of the form. */
  static List<Question> questions(Form form) {
    var counted = new LinkedHashSet<QuestionId>();
    form.counted().forEach(measure -> counted.addAll(measure.by()));
    return counted.stream().flatMap(id -> form.question(id).stream()).toList();
  }

  private void learn(Form form, Measure measure) {
    var meant = new Meant(form.id(), NONE, measure.name());
    var label = MeasureLabel.of(measure);
    CountUnits.words(label.unit()).forEach(word -> add(wordToMeasures, word, meant));
    label.kind().ifPresent(kind -> add(wordToMeasures, Folding.tight(kind), meant));
  }

  private void learn(Form form, Question question) {
    add(labelToQuestions, Folding.tight(question.label()), new Meant(form.id(), question.id(), ""));
    switch (question.type()) {
      case Type.Choice(List<Option> options) -> learn(form, question, options);
      case Type.Choices(List<Option> options) -> learn(form, question, options);
      default -> { // yes or no
        var label = Folding.tight(bare(question));
        Stream.of("有", "是").forEach(yes -> answer(form, question, yes + label, "yes"));
        Stream.of("没有", "没", "无", "冇", "不").forEach(no -> answer(form, question, no + label, "no"));
      }
    }
  }

  private void learn(Form form, Question question, List<Option> options) {
    for (Option option : options) {
      answer(form, question, Folding.tight(question.label() + option.label()), option.id());
      answer(form, question, Folding.tight(option.label()), option.id());
      option.aliases().forEach(a -> answer(form, question, Folding.tight(a), option.id()));
    }
  }

  /** The label of a question of yes or no, to stand behind 有 and 没有: 隐患 of 有隐患. */
  static String bare(Question question) {
    return question.label().replaceFirst("^[有是](?=.)", "");
  }

  private void answer(Form form, Question question, String word, String value) {
    add(wordToAnswers, word, new Meant(form.id(), question.id(), value));
  }

  private static void add(Map<String, List<Meant>> map, String word, Meant meant) {
    map.computeIfAbsent(word, unseen -> new ArrayList<>()).add(meant);
  }

  /** What a word is, if it is one of these; {@code text} is as it was written. */
  Optional<Part> part(String text, String word) {
    var among = AMONG.matcher(word);
    if (among.find()) {
      return answer(text, word.substring(among.end()));
    }
    var form = Optional.ofNullable(wordToForm.get(word));
    return form.map(id -> named(text, word, id))
        .or(() -> Comparisons.of(word).map(c -> new Part.OfComparison(text, c.with(), c.days())))
        .or(() -> rank(text, word))
        .or(() -> breakdown(text, word))
        .or(() -> answer(text, word))
        .or(() -> measure(text, word));
  }

  private static Optional<Part> rank(String text, String word) {
    return BreakdownWords.isRank(word) ? Optional.of(new Part.Ranked(text)) : Optional.empty();
  }

  private Part named(String text, String word, FormId form) {
    var answers =
        wordToAnswers.getOrDefault(word, List.of()).stream().filter(m -> m.form().equals(form));
    return new Part.OfForm(text, form, answers.toList());
  }

  private Optional<Part> answer(String text, String word) {
    var measures = wordToMeasures.getOrDefault(word, List.of());
    return Optional.ofNullable(wordToAnswers.get(word))
        .map(meant -> new Part.OfAnswer(text, meant, measures));
  }

  private Optional<Part> measure(String text, String word) {
    return Optional.ofNullable(wordToMeasures.get(word)).map(m -> new Part.OfMeasure(text, m));
  }

  private Optional<Part> breakdown(String text, String word) {
    return BreakdownWords.read(word)
        .flatMap(
            said ->
                BreakdownWords.fixed(said)
                    .or(() -> question(said))
                    .map(way -> new Part.OfBreakdown(text, way)));
  }

  /** A label, or an end of one: 原因 is 结案原因. Without 按 a word that is an answer is that. */
  private Optional<Way> question(BreakdownWords.Said said) {
    if (!said.led() && (said.word().length() < 2 || wordToAnswers.containsKey(said.word()))) {
      return Optional.empty();
    }
    if (BreakdownWords.isAnyCategory(said.word())) {
      var named = labelled(said.word());
      var forms = named.stream().map(Meant::form).toList();
      var others = firstQuestions.stream().filter(meant -> !forms.contains(meant.form()));
      return Optional.of(new Way.Answers(Stream.concat(named.stream(), others).toList()));
    }
    var meant = labelled(BreakdownWords.usual(said.word()));
    return meant.isEmpty() ? Optional.empty() : Optional.of(new Way.Answers(meant));
  }

  private static boolean isLabel(String label, String word) {
    return label.equals(word)
        || (word.length() > 1 && (label.endsWith(word) || label.startsWith(word)));
  }

  private List<Meant> labelled(String word) {
    return labelToQuestions.entrySet().stream()
        .filter(entry -> isLabel(entry.getKey(), word))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }
}
