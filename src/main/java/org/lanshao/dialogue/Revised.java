package org.lanshao.dialogue;

import java.util.Map;
import java.util.stream.Collectors;
import org.lanshao.form.Wording;

/** What is said of a record once it is revised. */
public final class Revised {
  private Revised() {}

  /**
   * The receipt of a correction or a withdrawal.
   *
   * @param session what was handed in
   * @param revision the number of the revision that it made
   */
  public static String receipt(Session session, Basis basis, int revision, Wording wording) {
    if (basis.purpose() == Basis.Purpose.WITHDRAW) {
      return wording.say(DialogueWords.WITHDREW, Map.of("number", basis.number()));
    }
    var slots =
        Map.of(
            "number", basis.number(),
            "revision", Integer.toString(revision),
            "changes", changes(session, wording));
    return wording.say(
        session.changed() ? DialogueWords.CORRECTED : DialogueWords.LEFT_AS_IT_IS, slots);
  }

  /** Each field that changed, with before and after. */
  public static String changes(Session session, Wording wording) {
    return Changed.of(session).stream()
        .map(
            change ->
                wording.say(
                    DialogueWords.CHANGED_FIELD,
                    Map.of(
                        "label", change.question().label(),
                        "value", Shown.change(change, wording))))
        .collect(Collectors.joining("，"));
  }
}
