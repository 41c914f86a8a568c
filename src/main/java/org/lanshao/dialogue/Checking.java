package org.lanshao.dialogue;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lanshao.form.Check;
import org.lanshao.form.Evaluation;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;

/** Which checks of a form fail on the answers so far. */
final class Checking {
  private Checking() {}

  /** The first check that refuses, by its place in the form from 0; empty when none does. */
  static Optional<Integer> refusal(Session session, Path path) {
    return first(session, path, Check.Level.REFUSE);
  }

  /** The first check that doubts and was not insisted on; empty when none does. */
  static Optional<Integer> doubt(Session session, Path path) {
    return first(session, path, Check.Level.CONFIRM);
  }

  private static Optional<Integer> first(Session session, Path path, Check.Level level) {
    var checks = session.form().checks();
    for (int i = 0; i < checks.size(); i++) {
      var check = checks.get(i);
      if (check.level() == level
          && !session.insisted().contains(i)
          && fails(check, session, path)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** A check about which nothing is answered, or something is still to be asked, cannot fail. */
  private static boolean fails(Check check, Session session, Path path) {
    var mentioned = Mentions.of(check.that(), session.form());
    return mentioned.stream().anyMatch(q -> path.answers().get(q).isPresent())
        && path.missing(session).stream().noneMatch(q -> mentioned.contains(q.id().root()))
        && Evaluation.fails(check.that(), path.answers());
  }

  /** The question that a failing check is about: of those it mentions, the one answered last. */
  static Optional<QuestionId> culprit(Check check, Session session, Path path) {
    Set<QuestionId> mentioned = Mentions.of(check.that(), session.form());
    var asked = path.asked().stream().map(Question::id).collect(Collectors.toSet());
    var given = new ArrayList<>(session.answers().byQuestion().keySet());
    return given.reversed().stream()
        .filter(q -> mentioned.contains(q.root()) && asked.contains(q))
        .findFirst();
  }
}
