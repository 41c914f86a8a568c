package org.lanshao.dialogue;

import java.util.Optional;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.reading.Filed;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Hearing;
import org.lanshao.reading.Numbers;
import org.lanshao.reading.YesOrNo;

/** What is on file about a question: shown with it, and taken only when it is confirmed. */
final class OnFile {
  /** What a tap on it says. */
  static final String CONFIRM = "对";

  private OnFile() {}

  /**
   * What the file says of who was answered before; empty where it says nothing. A question that is
   * answered is opened again for something else, so its file is not told then.
   */
  static Optional<Value> of(Question question, Session session, Hearing hearing) {
    return session.answers().get(question.id()).isPresent()
        ? Optional.empty()
        : Filed.of(question, session.answers(), hearing).map(Filed::answer);
  }

  /** What these words confirm: 对, but not 1 where that counts people or options. */
  static Optional<Value> confirmed(Question question, String text, Move move) {
    return of(question, move.session(), move.context().hearing())
        .filter(value -> isYes(question, text));
  }

  private static boolean isYes(Question question, String text) {
    boolean counts = !(question.type() instanceof Type.Text);
    return YesOrNo.read(text).orElse(false)
        && (!counts || Numbers.read(Folding.tight(text)).isEmpty());
  }
}
