package org.lanshao.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Marks;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Reading;
import org.lanshao.reading.Report;

/** Takes what one message says about several questions, and shows it field by field. */
final class Reporting {
  private static final String BETWEEN = "，";

  /** So many answers make a report of their own. */
  private static final int REPORT = 3;

  private Reporting() {}

  /** Whether words begin as the form does and tell several of its answers, clearly or not. */
  static boolean isReport(Form form, String text, Context context) {
    return Batch.bare(form, text)
        .map(rest -> Report.read(form, rest, context.hearing()))
        .filter(report -> report.understood().size() + report.unclear().size() >= REPORT)
        .isPresent();
  }

  /** All that a message says about a form just begun; nothing for an empty one. */
  static void take(String text, Move move) {
    if (text.isBlank()) {
      return;
    }
    var report = Report.read(move.session().form(), text, move.context().hearing());
    if (report.understood().isEmpty() && report.unclear().isEmpty() && takeWhole(text, move)) {
      return;
    }
    var taken =
        answers(move.session().form(), report, text).byQuestion().entrySet().stream()
            .map(answer -> new Event.Answered(answer.getKey(), answer.getValue()))
            .toList();
    take(taken, move);
    report.unclear().forEach(unclear -> tell(unclear, text, move));
    leave(report, move);
    offer(report, move);
  }

  /**
   * The answers of a message that says nothing else, to at least two questions that are still open,
   * or to one that counts in a unit of its own (2人); empty for any other message.
   */
  static List<Event.Answered> several(String text, Move move) {
    var report = Report.read(move.session().form(), text, move.context().hearing());
    var missing = move.path().missing(move.session());
    var said =
        report.understood().stream()
            .filter(one -> one.from().isPresent())
            .map(Report.Understood::question)
            .toList();
    boolean open =
        said.stream()
            .allMatch(
                id ->
                    missing.stream().anyMatch(question -> question.id().equals(id))
                        || move.session().answers().get(id).isEmpty());
    return report.isWhole()
            && open
            && !said.isEmpty()
            && (said.size() > 1 || isCounted(said, text, move))
        ? report.understood().stream()
            .filter(one -> move.session().answers().get(one.question()).isEmpty())
            .map(one -> new Event.Answered(one.question(), one.value()))
            .toList()
        : List.of();
  }

  private static boolean isCounted(List<QuestionId> said, String text, Move move) {
    var plain = Folding.tight(text);
    return said.stream()
        .flatMap(id -> move.session().form().question(id).stream())
        .allMatch(
            q ->
                q.type() instanceof Type.Whole whole
                    && whole.units().stream().map(Folding::tight).anyMatch(plain::endsWith));
  }

  /** Takes the answers of one message and shows them. */
  static void take(List<Event.Answered> answers, Move move) {
    move.together(() -> answers.forEach(answered -> answer(answered, move)));
    show(answers, move);
  }

  /** A message in which no field was found may still be the answer to the first question. */
  private static boolean takeWhole(String text, Move move) {
    if (!(move.stage() instanceof Stage.Asking(Question question, boolean editing))
        || question.isNamed()) {
      return false;
    }
    var reading = Answering.read(question, text, move);
    if (reading instanceof Reading.Understood(Value value)) {
      Answering.echo(question, value, move);
      Taking.take(question, value, move);
      return true;
    }
    if (reading instanceof Reading.Ambiguous(List<Value> candidates)) {
      move.happen(new Event.Offered(question.id(), candidates));
      return true;
    }
    return false;
  }

  /** What was understood, and what is left for the question that takes the rest. */
  static Answers answers(Form form, Report report, String text) {
    var answers = Answers.NONE;
    var takesRest = restQuestion(form);
    for (Question question : form.questions()) {
      var rest =
          takesRest
              .filter(question::equals)
              .flatMap(any -> restText(question, report, text))
              .filter(kept -> fits(kept, question))
              .<Value>map(Value.Text::new);
      var value = rest.or(() -> report.value(question.id()));
      answers = value.isPresent() ? answers.with(question.id(), value.get()) : answers;
    }
    return answers;
  }

  private static Optional<Question> restQuestion(Form form) {
    return form.questions().stream()
        .filter(
            q -> q.type() instanceof Type.Text(int max, Type.Rest rest) && rest != Type.Rest.NONE)
        .findFirst();
  }

  private static Optional<String> restText(Question question, Report report, String text) {
    boolean all = question.type() instanceof Type.Text type && type.rest() == Type.Rest.ALL;
    var own =
        report.value(question.id()).stream()
            .flatMap(value -> value instanceof Value.Text(String said) ? Stream.of(said) : null);
    var kept =
        all
            ? Folding.keep(text)
            : Folding.keep(
                Stream.concat(own, report.rest().stream()).collect(Collectors.joining(BETWEEN)));
    return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
  }

  private static boolean fits(String text, Question question) {
    return question.type() instanceof Type.Text type
        && text.codePointCount(0, text.length()) <= type.max();
  }

  private static void answer(Event.Answered answered, Move move) {
    move.session()
        .form()
        .question(answered.question())
        .ifPresent(question -> Taking.take(question, answered.value(), move));
  }

  /** Field by field; the review shows them anyway. */
  private static void show(List<Event.Answered> answers, Move move) {
    var form = move.session().form();
    if (answers.isEmpty() || move.stage() instanceof Stage.Reviewing) {
      return;
    }
    boolean several = answers.size() > 1;
    if (several) {
      move.say(DialogueWords.UNDERSTOOD);
    }
    for (Event.Answered answered : answers) {
      form.question(answered.question())
          .filter(question -> move.session().answers().get(question.id()).isPresent())
          .ifPresent(
              question ->
                  move.say(
                      several ? Marks.FIELD : DialogueWords.TAKEN,
                      Map.of(
                          "label", question.label(),
                          "value", move.words().shown(answered.value(), question))));
    }
  }

  /** Why words about a question were not taken. */
  private static void tell(Report.Unclear unclear, String text, Move move) {
    var said = Shown.shortened(text.substring(unclear.from().from(), unclear.from().to()).strip());
    var question =
        move.session()
            .form()
            .question(unclear.question())
            .filter(any -> !(unclear.reading() instanceof Reading.Ambiguous));
    boolean gone =
        unclear.reading() instanceof Reading.Settled
            || unclear.reading() instanceof Reading.NoSuchMatter;
    if (gone) {
      question.ifPresent(one -> Misreading.tell(one, unclear.reading(), move));
    } else {
      question.ifPresent(
          one -> move.say(DialogueWords.UNCLEAR, Map.of("text", said, "label", one.label())));
    }
  }

  /** Words that no question takes are named, so that nothing is lost without a word. */
  private static void leave(Report report, Move move) {
    boolean kept =
        restQuestion(move.session().form())
            .map(Question::id)
            .flatMap(id -> move.session().answers().get(id))
            .isPresent();
    if (!kept && !report.rest().isEmpty()) {
      var left = Shown.shortened(String.join(BETWEEN, report.rest()));
      move.say(DialogueWords.LEFT_OVER, Map.of("text", left));
    }
  }

  /** The first that could be several is asked at once. */
  private static void offer(Report report, Move move) {
    for (Report.Unclear unclear : report.unclear()) {
      if (unclear.reading() instanceof Reading.Ambiguous(List<Value> candidates)) {
        move.happen(new Event.Offered(unclear.question(), candidates));
        return;
      }
    }
  }
}
