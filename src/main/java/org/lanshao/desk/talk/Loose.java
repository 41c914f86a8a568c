package org.lanshao.desk.talk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Input;
import org.lanshao.form.Media;
import org.lanshao.form.Value;
import org.lanshao.turn.NewMedia.Wanted;

/**
 * Pictures and files of a conversation that belong nowhere yet.
 *
 * @param values as in {@link Event.Loose}, each once, in the order in which they came
 * @param at when the last one came; of no meaning when there is none
 */
public record Loose(List<Value> values, Instant at) {
  static final Loose NONE = new Loose(List.of(), Instant.EPOCH);

  /** Copies the list. */
  public Loose {
    values = List.copyOf(values);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The same with one more, unless it is there already. */
  public Loose with(Event.Loose come) {
    var more = new ArrayList<>(values);
    if (!more.contains(come.value())) {
      more.add(come.value());
    }
    return new Loose(more, come.at());
  }

  /** The fewest events that make it. */
  List<Event> events() {
    return values.stream().<Event>map(value -> new Event.Loose(value, at)).toList();
  }

  /** What a form is given of it. */
  public List<Input> inputs() {
    return values.stream()
        .flatMap(SentMedia::media)
        .<Input>map(
            media ->
                media.wanted() == Wanted.PHOTO
                    ? new Input.Photo(media.sent())
                    : new Input.Paper(media.sent()))
        .toList();
  }

  /** What must not be kept when it is given up. */
  public List<Media.Sent> sent() {
    return values.stream().flatMap(SentMedia::media).map(SentMedia.Found::sent).toList();
  }
}
