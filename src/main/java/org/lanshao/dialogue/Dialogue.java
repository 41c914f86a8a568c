package org.lanshao.dialogue;

import java.util.Optional;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.message.Reply;

/**
 * The turn function of a form in hand: a session and a message in, events and a reply out. It never
 * throws on what people write, and knows neither time nor store.
 */
public final class Dialogue {
  private Dialogue() {}

  /**
   * Begins a form.
   *
   * @param rest the words after the start word, empty if none: they are taken as the first answers
   *     as far as they can be read so; what is left over is named in the reply
   */
  public static Step start(Form form, String rest, Context context) {
    return Starting.start(form, rest, Answers.NONE, context);
  }

  /**
   * As {@link #start(Form, String, Context)}, with answers that are known besides: each is taken
   * and shown where the words themselves do not answer its question.
   */
  public static Step start(Form form, String rest, Answers known, Context context) {
    return Starting.start(form, rest, known, context);
  }

  /**
   * Opens a form again on a record that is to be revised. 提交, or 确认, then revises it.
   *
   * @param form the form by the definition that the record was made with
   * @param rest the words that say what is to be changed, or why it is withdrawn or returned; empty
   *     if none. A record that is returned with a reason is revised at once: the events then hold
   *     {@link Event.Submitted}
   */
  public static Step revise(Form form, Basis basis, String rest, Context context) {
    return Revising.start(form, basis, rest, context);
  }

  /** Whether words are values of this form's fields and nothing else: 人数 4 目的 防汛. */
  public static boolean understands(Form form, String text, Context context) {
    return Amending.understands(text, new Move(Session.of(form), context));
  }

  /** Changes answers of a form in hand by words that {@link #understands} takes. */
  public static Step amend(Session session, String text, Context context) {
    var move = new Move(session, context);
    Amending.take(text, move);
    return move.ask();
  }

  /**
   * Opens a record's form once more, because somebody else revised the record in the meantime, with
   * the changes that were about to be handed in.
   */
  public static Step reviseAgain(Session outdated, Basis fresher, Context context) {
    return Revising.again(outdated, fresher, context);
  }

  /**
   * Begins a form as it was filed last time; what can be copied is marked in the review, the rest
   * is asked.
   */
  public static Step startSame(Form form, Last last, Context context) {
    return Copying.start(form, last, context);
  }

  /** Answers the open question as last time (同上次); asks again where there is nothing to copy. */
  public static Step same(Session session, Optional<Last> last, Context context) {
    return Copying.one(session, last, context);
  }

  /**
   * What a control word does (帮助 返回 跳过 改N 进度 预览 重来 取消 提交 and their synonyms).
   *
   * @return empty when the whole message is no control word, or the session is over; after 提交 that
   *     went through, the events hold {@link Event.Submitted} and the reply is {@link Reply#NONE}
   */
  public static Optional<Step> control(Session session, String text, Context context) {
    return session.ended()
        ? Optional.empty()
        : ControlWord.read(text).map(said -> Controls.apply(said, new Move(session, context)));
  }

  /**
   * Reads a message as an answer to what is open: a question, candidates, a doubt or the review.
   *
   * @return with {@code understood} false when it could not be read so; committing the step then
   *     counts the misreading and says how to answer
   */
  public static Step answer(Session session, String text, Context context) {
    return Answering.answer(new Move(session, context), text);
  }

  /**
   * Whether a message is a report of its own that begins as the form in hand does: 走访石巷村14号户2人防汛
   * answers no question of another visit.
   */
  public static boolean isAnother(Session session, String text, Context context) {
    return !session.form().urgent()
        && session.basis().isEmpty()
        && Reporting.isReport(session.form(), text, context);
  }

  /**
   * Takes what a start word was followed by in a form in hand; empty when something was answered
   * there already, and another form would have to begin.
   */
  public static Optional<Step> begun(Session session, String rest, Context context) {
    return session.untouched() && !rest.isBlank()
        ? Optional.of(Starting.goOn(session, rest, context))
        : Optional.empty();
  }

  /**
   * Takes a picture, a file or a point as an answer.
   *
   * @return with {@code understood} false when nothing in the form takes it, or the session is
   *     over; the reply says so
   */
  public static Step receive(Session session, Input input, Context context) {
    var move = new Move(session, context);
    return session.ended() ? move.misunderstood() : Receiving.receive(input, move);
  }

  /** What is open, asked again: after a digression. Says nothing for a session that is over. */
  public static Reply prompt(Session session, Context context) {
    return new Move(session, context).prompt();
  }
}
