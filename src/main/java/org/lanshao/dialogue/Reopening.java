package org.lanshao.dialogue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lanshao.form.Check;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;

/** A form opened again on a record's answers, as if all of it had just been filled so. */
final class Reopening {
  private Reopening() {}

  /** What was left out stays so, notes were shown, and what was insisted on still is. */
  static Session of(Session fresh, Basis basis, List<Event> trail) {
    var answered = session(fresh, basis, Set.of(), Set.of(), trail);
    var missing = Path.of(answered).missing(answered);
    var skipped = missing.stream().filter(Question::optional).map(Question::id);
    return session(fresh, basis, skipped.collect(Collectors.toSet()), insisted(fresh), trail);
  }

  private static Set<Integer> insisted(Session session) {
    var insisted = new HashSet<Integer>();
    var checks = session.form().checks();
    for (int i = 0; i < checks.size(); i++) {
      if (checks.get(i).level() == Check.Level.CONFIRM) {
        insisted.add(i);
      }
    }
    return insisted;
  }

  private static Session session(
      Session fresh,
      Basis basis,
      Set<QuestionId> skipped,
      Set<Integer> insisted,
      List<Event> trail) {
    var form = fresh.form();
    var notes =
        form.questions().stream()
            .filter(question -> question.type() instanceof Type.Note)
            .map(Question::id)
            .collect(Collectors.toSet());
    return new Session(
        form,
        Items.rolledOut(basis.answers()),
        skipped,
        notes,
        insisted,
        new Detour.None(),
        0,
        Session.End.OPEN,
        trail,
        Optional.of(basis));
  }
}
