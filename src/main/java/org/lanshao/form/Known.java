package org.lanshao.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The questions of a form, as its conditions and numbers may name them.
 *
 * @param types by question id
 * @param broken ids whose question could not be read: what is said of them is not told again
 */
record Known(Map<String, Type> types, Set<String> broken) {
  /** All ids, for those who misspelt one. */
  List<String> names() {
    return Stream.of(types.keySet().stream(), broken.stream(), dotted())
        .flatMap(all -> all)
        .sorted()
        .toList();
  }

  private Stream<String> dotted() {
    return groups().flatMap(group -> inner(group).map(q -> group.getKey() + "." + q.id()));
  }

  private Stream<Map.Entry<String, Type>> groups() {
    return types.entrySet().stream().filter(entry -> entry.getValue() instanceof Type.Group);
  }

  private static Stream<Question> inner(Map.Entry<String, Type> entry) {
    return entry.getValue() instanceof Type.Group group ? group.questions().stream() : Stream.of();
  }

  /** A question inside a group, written with the group's id or without; empty if none is. */
  Optional<Expr.Across> inside(String name) {
    return groups()
        .flatMap(
            group ->
                inner(group)
                    .map(Question::id)
                    .filter(id -> Set.of(id.text(), group.getKey() + "." + id).contains(name))
                    .map(id -> new Expr.Across(new QuestionId(group.getKey()), id)))
        .findFirst();
  }

  /** Whether a question inside a group is a number. */
  boolean number(Expr.Across across) {
    return question(across).filter(one -> one.type().number().isPresent()).isPresent();
  }

  /** The question inside a group; empty if there is none. */
  Optional<Question> question(Expr.Across across) {
    return groups()
        .filter(group -> group.getKey().equals(across.group().text()))
        .flatMap(Known::inner)
        .filter(one -> one.id().equals(across.question()))
        .findFirst();
  }
}
