package org.lanshao.dialogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.lanshao.form.Answers;
import org.lanshao.form.Evaluation;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/**
 * The way through a form that the answers so far make.
 *
 * @param questions those that matter, in the form's order, without notes and what the register
 *     alone answers; their places, from 1, are the numbers of 改N
 * @param asked those that are asked: without computed ones and extra ones that are not answered,
 *     and in the place of a group what is asked inside it
 * @param notes those to be shown before the next question
 * @param answers the answers of those that matter, in the form's order, computed ones too
 * @param next the first that is neither answered nor skipped; empty when all are
 */
record Path(
    List<Question> questions,
    List<Question> asked,
    List<Question> notes,
    Answers answers,
    Optional<Question> next) {

  static Path of(Session session) {
    var way = new Way(session);
    session.form().questions().forEach(way::walk);
    return new Path(way.questions, way.asked, way.notes, new Answers(way.given), way.open());
  }

  /** The questions that matter and are neither answered nor skipped. */
  List<Question> missing(Session session) {
    return asked.stream().filter(question -> isOpen(question, session)).toList();
  }

  /** The extra questions that matter and are not answered. */
  List<Question> extras() {
    return questions.stream()
        .filter(question -> question.isExtra() && answers.get(question.id()).isEmpty())
        .toList();
  }

  private static boolean isOpen(Question question, Session session) {
    return session.answers().get(question.id()).isEmpty()
        && !session.skipped().contains(question.id());
  }

  /** The items of a group that matters. */
  static Items items(Question group, Session session) {
    var before = new Way(session);
    session.form().questions().stream()
        .takeWhile(question -> !question.id().equals(group.id()))
        .forEach(before::walk);
    return Items.of(group, (Type.Group) group.type(), session, before.given);
  }

  /** One walk through a form. */
  private static final class Way {
    final Session session;
    final List<Question> questions = new ArrayList<>();
    final List<Question> asked = new ArrayList<>();
    final List<Question> notes = new ArrayList<>();
    final LinkedHashMap<QuestionId, Value> given = new LinkedHashMap<>();

    Way(Session session) {
      this.session = session;
    }

    /** The first that is open so far; empty when all are answered or skipped. */
    Optional<Question> open() {
      for (Question question : asked) {
        if (isOpen(question, session)) {
          return Optional.of(question);
        }
      }
      return Optional.empty();
    }

    void walk(Question question) {
      if (!relevant(question)) {
        return;
      }
      if (question.isFiled()) {
        session.answers().get(question.id()).ifPresent(on -> given.put(question.id(), on));
        return;
      }
      switch (question.type()) {
        case Type.Note note -> note(question);
        case Type.Computed computed ->
            take(question, Evaluation.value(computed.value(), new Answers(given)));
        case Type.Group group -> {
          var items = Items.of(question, group, session, given);
          asked.addAll(items.asked());
          take(question, items.value());
        }
        default -> {
          var answer = session.answers().get(question.id());
          if (!question.isExtra() || answer.isPresent()) {
            asked.add(question);
          }
          take(question, answer);
        }
      }
    }

    private void note(Question note) {
      if (!session.noted().contains(note.id()) && open().isEmpty()) {
        notes.add(note);
      }
    }

    private void take(Question question, Optional<Value> answer) {
      questions.add(question);
      answer.ifPresent(value -> given.put(question.id(), value));
    }

    private boolean relevant(Question question) {
      return Evaluation.holds(question.when(), given);
    }
  }
}
