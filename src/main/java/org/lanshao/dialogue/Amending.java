package org.lanshao.dialogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lanshao.form.Expr;
import org.lanshao.form.Marks;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.reading.Fields;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Reading;

/** Takes words that change several answers at once: 人数 4 目的 防汛. */
final class Amending {
  static final int LONGEST_REASON = 200;

  /** The reason stands last, for it may hold any words. */
  private static final Pattern REASON =
      Pattern.compile(
          "(?:^|[\\s，,;；。])(?:原因|理由|因为|因為|reason|because)[是:：\\s]*(.+)$", Pattern.DOTALL);

  private Amending() {}

  /** Whether at least one field was named or given, so that the words were meant so. */
  static boolean isMeant(String text, Move move) {
    boolean revised = isRevised(move);
    return (revised && REASON.matcher(text).find())
        || parts(text, move).stream().anyMatch(part -> tells(part, revised));
  }

  /** A name alone tells what to ask: an extra question, or any where a record is revised. */
  private static boolean tells(Fields.Part part, boolean revised) {
    return switch (part) {
      case Fields.Part.Given given -> true;
      case Fields.Part.Several several -> true;
      case Fields.Part.Unclear unclear ->
          revised || unclear.question().isExtra() || !unclear.text().isEmpty();
      case Fields.Part.Unknown unknown -> false;
    };
  }

  /** Whether all words are values of fields, or a reason. */
  static boolean understands(String text, Move move) {
    var reason = REASON.matcher(text);
    var fields = reason.find() ? text.substring(0, reason.start()) : text;
    return Fields.isComplete(parts(fields, move)) || (reason.hasMatch() && fields.isBlank());
  }

  /**
   * Takes what is understood, says what is not, and opens the first field whose value is unclear.
   */
  static void take(String text, Move move) {
    var reason = isRevised(move) ? REASON.matcher(text) : REASON.matcher("");
    var fields = reason.find() ? text.substring(0, reason.start()) : text;
    var parts = parts(fields, move);
    parts.stream()
        .filter(Fields.Part.Given.class::isInstance)
        .map(Fields.Part.Given.class::cast)
        .sorted(Comparator.comparing(given -> place(given.question(), move)))
        .forEach(given -> take(given.question(), given.value(), move));
    parts.forEach(part -> tell(part, move));
    if (reason.hasMatch()) {
      reason(reason, move);
    }
    parts.stream()
        .filter(Fields.Part.Unclear.class::isInstance)
        .findFirst()
        .ifPresent(part -> open((Fields.Part.Unclear) part, move));
  }

  private static boolean isRevised(Move move) {
    return move.session().basis().isPresent();
  }

  private static List<Fields.Part> parts(String text, Move move) {
    return Fields.read(
        text, move.session().form(), (question, words) -> Answering.read(question, words, move));
  }

  private static int place(Question question, Move move) {
    return move.session().form().questions().indexOf(question);
  }

  private static void reason(Matcher found, Move move) {
    reason(found.group(1), move);
  }

  /** Takes a reason; false, and says so, when it is too long or empty. */
  static boolean reason(String text, Move move) {
    var why = Folding.keep(text);
    if (why.codePointCount(0, why.length()) > LONGEST_REASON) {
      move.say(DialogueWords.REASON_TOO_LONG, Map.of("max", Integer.toString(LONGEST_REASON)));
      return false;
    }
    if (!why.isEmpty()) {
      move.happen(new Event.Reasoned(why));
    }
    return !why.isEmpty();
  }

  /** An answer that depends on a yes implies it. */
  private static void take(Question question, Value value, Move move) {
    if (!isAsked(question.id(), move) && question.when() instanceof Expr.Answer(QuestionId on)) {
      move.session()
          .form()
          .question(on)
          .ifPresent(condition -> take(condition, new Value.YesNo(true), move));
    }
    Taking.take(question, value, move);
    if (!isAsked(question.id(), move)) {
      move.say(DialogueWords.AMEND_NOT_ASKED, Map.of("label", question.label()));
    }
  }

  private static boolean isAsked(QuestionId question, Move move) {
    return move.path().questions().stream().anyMatch(q -> q.id().equals(question));
  }

  private static void tell(Fields.Part part, Move move) {
    switch (part) {
      case Fields.Part.Given given -> {}
      case Fields.Part.Unclear unclear ->
          Misreading.tell(unclear.question(), unclear.reading(), move);
      case Fields.Part.Several(var questions, var text) ->
          move.say(
              DialogueWords.AMEND_WHICH,
              Map.of(
                  "text",
                  text,
                  "labels",
                  Marks.list(questions.stream().map(Question::label), move.context().wording()),
                  "label",
                  questions.getFirst().label()));
      case Fields.Part.Unknown(var text) ->
          move.say(
              DialogueWords.AMEND_UNKNOWN,
              Map.of("text", Shown.shortened(text), "example", example(move)));
    }
  }

  private static String example(Move move) {
    var session = move.session();
    return Revised.example(session.form(), session.record(), move.context().wording());
  }

  private static void open(Fields.Part.Unclear unclear, Move move) {
    var id = unclear.question().id();
    if (isAsked(id, move)) {
      move.happen(
          unclear.reading() instanceof Reading.Ambiguous(var candidates)
              ? new Event.Offered(id, candidates)
              : new Event.Opened(id));
    }
  }
}
