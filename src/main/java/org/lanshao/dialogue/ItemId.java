package org.lanshao.dialogue;

import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.form.QuestionId;

/**
 * What an answer inside a group is kept under: {@code persons.2.name} for a question of the second
 * item, {@code persons.2.more} for whether another one follows it, {@code persons.2} for an item
 * that was taken out. No question of a form has a point in its id.
 *
 * @param group the group's own id
 * @param number from 1 in the order of asking; an item that was taken out keeps its number. 0
 *     stands before the first
 * @param part the question inside; empty text for the item as a whole
 */
record ItemId(QuestionId group, int number, String part) {
  private static final String MORE = "more";
  private static final Pattern PARTS = Pattern.compile("([^.]+)\\.(\\d{1,9})(?:\\.([^.]+))?");

  /** The parts of an id; empty for a question that stands in no group. */
  static Optional<ItemId> of(QuestionId id) {
    if (id.text().indexOf('.') < 0) {
      return Optional.empty();
    }
    var parts = PARTS.matcher(id.text());
    return parts.matches()
        ? Optional.of(
            new ItemId(
                new QuestionId(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Optional.ofNullable(parts.group(3)).orElse("")))
        : Optional.empty();
  }

  static ItemId item(QuestionId group, int number) {
    return new ItemId(group, number, "");
  }

  static ItemId more(QuestionId group, int number) {
    return new ItemId(group, number, MORE);
  }

  ItemId part(QuestionId question) {
    return new ItemId(group, number, question.text());
  }

  boolean isMore() {
    return part.equals(MORE);
  }

  QuestionId id() {
    var item = group + "." + number;
    return new QuestionId(part.isEmpty() ? item : item + "." + part);
  }
}
