package org.lanshao.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.form.Answers;
import org.lanshao.form.Media;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;

/**
 * What is left of a record that is kept for its numbers alone: whole and fractional numbers, yes
 * and no, choices, days, times and areas. Names, words, numbers of people, points on the map,
 * pictures and files are not.
 */
public final class Nameless {
  private Nameless() {}

  /** These answers without all that tells of somebody. */
  public static Answers of(Answers answers) {
    var left = new LinkedHashMap<QuestionId, Value>();
    answers
        .byQuestion()
        .forEach((question, value) -> left(value).ifPresent(one -> left.put(question, one)));
    return new Answers(left);
  }

  private static Optional<Value> left(Value value) {
    return switch (value) {
      case Value.Whole number -> Optional.of(number);
      case Value.Decimal number -> Optional.of(number);
      case Value.YesNo yesNo -> Optional.of(yesNo);
      case Value.One one -> Optional.of(one);
      case Value.Many many -> Optional.of(many);
      case Value.Place place -> Optional.of(place);
      case Value.Date day -> Optional.of(day);
      case Value.Time time -> Optional.of(time);
      case Value.DateTime at -> Optional.of(at);
      case Value.Location location ->
          location.place().map(place -> new Value.Location(Optional.empty(), Optional.of(place)));
      case Value.Matter matter ->
          Optional.of(new Value.Matter(matter.number(), matter.place(), "", ""));
      case Value.Group(List<Answers> items) ->
          Optional.of(new Value.Group(items.stream().map(Nameless::of).toList()));
      case Value.Text ignored -> Optional.empty();
      case Value.Person ignored -> Optional.empty();
      case Value.Household ignored -> Optional.empty();
      case Value.Phone ignored -> Optional.empty();
      case Value.IdNumber ignored -> Optional.empty();
      case Value.Photos ignored -> Optional.empty();
      case Value.File ignored -> Optional.empty();
    };
  }

  /** The pictures and files that answers refer to and a platform keeps, each once. */
  public static List<Media.Sent> media(Answers answers) {
    return all(answers)
        .flatMap(value -> value instanceof Value.Photos(var photos) ? photos.stream() : file(value))
        .filter(Media.Sent.class::isInstance)
        .map(Media.Sent.class::cast)
        .distinct()
        .toList();
  }

  private static Stream<Media> file(Value value) {
    return value instanceof Value.File(Media media) ? Stream.of(media) : Stream.empty();
  }

  /** All values of answers, those of the items of groups too. */
  public static Stream<Value> all(Answers answers) {
    return answers.byQuestion().values().stream()
        .flatMap(
            value ->
                value instanceof Value.Group(var items)
                    ? items.stream().flatMap(Nameless::all)
                    : Stream.of(value));
  }
}
