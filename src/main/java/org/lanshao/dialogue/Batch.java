package org.lanshao.dialogue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lanshao.form.Form;
import org.lanshao.form.Marks;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.Prefix;
import org.lanshao.reading.Report;

/**
 * Several reports in one message, each on its line. They are reviewed and filed together; one that
 * cannot be filed is named with what is wrong, and the others stay.
 */
final class Batch {
  private static final int MOST = 30;

  private final Form form;
  private final Context context;
  private final List<String> lines;
  private final List<Report> reports;
  private final List<Completed> completed;

  private Batch(Form form, List<String> lines, Context context) {
    this.form = form;
    this.context = context;
    this.lines = lines;
    this.reports = lines.stream().map(line -> Report.read(form, line, context.hearing())).toList();
    this.completed = IntStream.range(0, lines.size()).mapToObj(this::completed).toList();
  }

  /** The step that begins them; empty when the message is one report, on one line or on several. */
  static Optional<Step> start(Form form, String rest, Context context) {
    var lines = rest.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.size() < 2) {
      return Optional.empty();
    }
    boolean started = lines.stream().skip(1).anyMatch(line -> bare(form, line).isPresent());
    var bare = lines.stream().map(line -> bare(form, line).orElse(line)).toList();
    if (bare.size() > MOST) {
      return started ? Optional.of(tooMany(context)) : Optional.empty();
    }
    var batch = new Batch(form, bare, context);
    return started || batch.repeats() ? Optional.of(batch.step()) : Optional.empty();
  }

  /**
   * A line without the start word before it, empty when there is none; 走访户：张三 begins with the name
   * of a question.
   */
  static Optional<String> bare(Form form, String line) {
    return form.start().stream()
        .filter(word -> Prefix.after(word, line).isPresent())
        .max(Comparator.comparingInt(String::length))
        .filter(word -> !isLabelled(form, line))
        .flatMap(word -> Prefix.after(word, line).map(rest -> form.meant(word, rest)));
  }

  private static boolean isLabelled(Form form, String line) {
    for (Question question : form.questions()) {
      if (!question.label().isEmpty() && Prefix.after(question.label(), line).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Step tooMany(Context context) {
    var slots = Map.of("max", Integer.toString(MOST));
    return said(context.wording().say(DialogueWords.BATCH_TOO_MANY, slots));
  }

  private static Step said(String text) {
    return new Step(List.of(), Reply.of(text), true);
  }

  /** Whether two lines answer the same question, which takes one answer only. */
  private boolean repeats() {
    var seen = new HashSet<QuestionId>();
    return reports.stream()
        .flatMap(
            report ->
                Stream.concat(
                        report.understood().stream().map(Report.Understood::question),
                        report.unclear().stream().map(Report.Unclear::question))
                    .filter(this::isSingle)
                    .distinct())
        .anyMatch(id -> !seen.add(id));
  }

  private boolean isSingle(QuestionId id) {
    return form.question(id)
        .filter(question -> !(question.type() instanceof Type.Choices))
        .filter(question -> !(question.type() instanceof Type.Text))
        .isPresent();
  }

  private Step step() {
    var problems = IntStream.range(0, lines.size()).mapToObj(this::problem).toList();
    var good =
        IntStream.range(0, lines.size())
            .filter(i -> problems.get(i).isEmpty())
            .mapToObj(completed::get)
            .toList();
    var failed = failed(problems);
    if (good.isEmpty()) {
      return said(failed + context.wording().say(DialogueWords.BATCH_NONE));
    }
    var move = new Move(Session.of(form), context);
    move.happen(new Event.Started(form.id(), form.definition().hash()));
    move.showNotes();
    move.say(DialogueWords.BATCH, Map.of("count", Integer.toString(good.size())));
    move.say(failed.strip());
    tellFiled(good, move);
    move.happen(new Event.Gathered(good.stream().map(Completed::answers).toList()));
    leaveOut(move);
    return move.ask();
  }

  private static void tellFiled(List<Completed> good, Move move) {
    var lines = filed(good, move.context().wording());
    if (!lines.isEmpty()) {
      move.say(DialogueWords.BATCH_FILED, Map.of("lines", String.join("\n", lines)));
    }
  }

  /** What was said, with what the line leaves over for the question that takes the rest. */
  private Completed completed(int line) {
    var said = Reporting.answers(form, reports.get(line), lines.get(line));
    return Completed.of(form, said, context.hearing());
  }

  /** What the file told of those that are filed together; they are counted from 1. */
  private static List<String> filed(List<Completed> good, Wording wording) {
    return IntStream.range(0, good.size())
        .filter(i -> !good.get(i).filed().isEmpty())
        .mapToObj(i -> filed(i + 1, good.get(i), wording))
        .toList();
  }

  private static String filed(int number, Completed report, Wording wording) {
    var fields =
        report.filed().stream()
            .flatMap(
                question ->
                    report.answers().get(question.id()).stream()
                        .map(value -> Shown.value(value, question.type(), wording))
                        .map(value -> Marks.field(question.label(), value, wording)));
    var slots =
        Map.of("number", Integer.toString(number), "values", Marks.clauses(fields, wording));
    return wording.say(DialogueWords.BATCH_FILED_LINE, slots);
  }

  private String failed(List<String> problems) {
    var text = new StringBuilder();
    for (int i = 0; i < problems.size(); i++) {
      if (!problems.get(i).isEmpty()) {
        var slots =
            Map.of(
                "number", Integer.toString(i + 1),
                "text", Shown.shortened(lines.get(i)),
                "why", problems.get(i));
        text.append(context.wording().say(DialogueWords.BATCH_FAILED, slots)).append('\n');
      }
    }
    return text.toString();
  }

  /** Why a line cannot be filed with the others; empty when it can. */
  private String problem(int line) {
    var unclear = reports.get(line).unclear();
    if (!unclear.isEmpty()) {
      return unclear(unclear.getFirst(), lines.get(line));
    }
    var session = Session.of(form).after(Session.answered(completed.get(line).answers()));
    var path = Path.of(session);
    var missing =
        Marks.list(
            path.missing(session).stream().filter(Batch::isOwn).map(Question::label),
            context.wording());
    if (!missing.isEmpty()) {
      return context.wording().say(DialogueWords.BATCH_MISSING, Map.of("labels", missing));
    }
    boolean refused =
        Checking.refusal(session, path).isPresent() || Checking.doubt(session, path).isPresent();
    return refused ? context.wording().say(DialogueWords.BATCH_REFUSED) : "";
  }

  private String unclear(Report.Unclear unclear, String line) {
    var label = form.question(unclear.question()).map(Question::label).orElse("");
    var text = line.substring(unclear.from().from(), unclear.from().to()).strip();
    return context
        .wording()
        .say(DialogueWords.BATCH_UNCLEAR, Map.of("text", Shown.shortened(text), "label", label));
  }

  /** Whether each report must say it itself: how many people, but not how they were reached. */
  private static boolean isOwn(Question question) {
    boolean shared =
        question.type() instanceof Type.Choice
            || question.type() instanceof Type.Choices
            || question.type() instanceof Type.YesNo
            || question.type() instanceof Type.Date
            || question.type() instanceof Type.Place;
    return !shared && !question.optional() && question.preset().isEmpty();
  }

  /** What has a usual answer gets it, what is optional is left out; only the rest is asked. */
  private void leaveOut(Move move) {
    for (Question question : form.questions()) {
      question
          .preset()
          .<Event>map(preset -> new Event.Answered(question.id(), preset))
          .or(() -> skipped(question))
          .ifPresent(move::happen);
    }
  }

  private static Optional<Event> skipped(Question question) {
    return question.optional() && !question.isExtra()
        ? Optional.of(new Event.Skipped(question.id()))
        : Optional.empty();
  }
}
