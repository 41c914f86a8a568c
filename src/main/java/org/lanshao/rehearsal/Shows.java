package org.lanshao.rehearsal;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lanshao.dialogue.DialogueWords;
import org.lanshao.dialogue.Event;
import org.lanshao.form.Evaluation;
import org.lanshao.form.Follows;
import org.lanshao.form.Form;
import org.lanshao.form.Opens;
import org.lanshao.form.Phrase;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Template;
import org.lanshao.form.Wording;

/** Which points of a form an exchange shows, by its events, its reply and the answers after it. */
final class Shows {
  private final Form form;
  private final Wording wording;
  private final Exchange exchange;

  private Shows(Form form, Wording wording, Exchange exchange) {
    this.form = form;
    this.wording = wording;
    this.exchange = exchange;
  }

  /** Those of these points that the exchange shows. */
  static Set<Point> of(Exchange exchange, Form form, Wording wording, Set<Point> points) {
    var shows = new Shows(form, wording, exchange);
    return points.stream().filter(shows::shows).collect(Collectors.toSet());
  }

  private boolean shows(Point point) {
    return switch (point) {
      case Point.Asked(QuestionId question) -> answered(question);
      case Point.Branch branch -> branch.holds() ? holds(branch) : fails(branch);
      case Point.Checked(int check) -> said(form.checks().get(check).say());
      case Point.Insisted insisted ->
          exchange.step().events().contains(new Event.Insisted(insisted.check()));
      case Point.Again(QuestionId question, int sentence) ->
          misread(question)
              && form.question(question)
                  .filter(asked -> exchange.reply().contains(asked.again().get(sentence)))
                  .isPresent();
      case Point.Opened(Opens line) ->
          exchange.after().submitted()
              && form.matters().opened(exchange.after().record()).contains(line);
      case Point.Followed(Follows line) ->
          exchange.after().submitted()
              && form.matters().followed(exchange.after().record()).contains(line);
      case Point.Bounds(QuestionId question) ->
          misread(question) && said(wording(DialogueWords.OUT_OF_RANGE));
    };
  }

  private boolean answered(QuestionId question) {
    return exchange.step().events().stream()
        .anyMatch(
            event ->
                event.equals(new Event.Noted(question))
                    || (event instanceof Event.Answered answered
                        && isOf(answered.question(), question)));
  }

  /** Whether an answer is that of a question, or of one inside an item of a group. */
  private static boolean isOf(QuestionId answered, QuestionId question) {
    return answered.root().equals(question) || answered.text().endsWith("." + question);
  }

  private boolean holds(Point.Branch branch) {
    return Evaluation.holds(branch.condition(), exchange.after().record());
  }

  /** What is unknown to the end fails as well: the question was passed over. */
  private boolean fails(Point.Branch branch) {
    return Evaluation.fails(branch.condition(), exchange.after().record())
        || (exchange.after().submitted() && !holds(branch));
  }

  private boolean misread(QuestionId question) {
    return exchange.step().events().stream()
        .anyMatch(
            event -> event instanceof Event.Misread(QuestionId misread) && isOf(misread, question));
  }

  private Template wording(Phrase phrase) {
    return wording.texts().getOrDefault(phrase.key(), Template.of("\n"));
  }

  /** Whether a text was said, whatever stood in its slots. */
  private boolean said(Template text) {
    var pattern = new StringBuilder();
    for (Template.Piece piece : text.pieces()) {
      pattern.append(
          switch (piece) {
            case Template.Piece.Words(String words) -> Pattern.quote(words);
            case Template.Piece.Slot slot -> ".*";
            case Template.Piece.ByNumber(String number, String one, String other) ->
                "(?:" + Pattern.quote(one) + "|" + Pattern.quote(other) + ")";
          });
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(exchange.reply()).find();
  }
}
