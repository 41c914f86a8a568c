package org.lanshao.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lanshao.form.Marks;
import org.lanshao.form.Phrase;
import org.lanshao.form.Wording;
import org.lanshao.turn.MediaRows.State;

/** How the pictures and files of a record stand, for people: 2个已存，1个取不到：平台上已经没有了. */
final class MediaStates {
  private MediaStates() {}

  /** In one line; empty when there are none. */
  static Optional<String> text(List<State> media, Wording wording) {
    var parts = new ArrayList<String>();
    part(CommandWords.MEDIA_KEPT, count(media, State.Kept.class), wording).ifPresent(parts::add);
    part(CommandWords.MEDIA_WAITS, count(media, State.Waits.class), wording).ifPresent(parts::add);
    var reasons =
        media.stream()
            .flatMap(state -> why(state).stream())
            .collect(Collectors.groupingBy(why -> why, TreeMap::new, Collectors.counting()));
    reasons.forEach(
        (why, count) ->
            parts.add(
                wording.say(
                    CommandWords.MEDIA_REFUSED,
                    Map.of("count", Long.toString(count), "why", wording.say(why)))));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            wording.say(
                CommandWords.DETAIL_MEDIA,
                Map.of("parts", Marks.clauses(parts.stream(), wording))));
  }

  private static long count(List<State> media, Class<? extends State> kind) {
    return media.stream().filter(kind::isInstance).count();
  }

  private static Optional<String> part(Phrase phrase, long count, Wording wording) {
    return count == 0
        ? Optional.empty()
        : Optional.of(wording.say(phrase, Map.of("count", Long.toString(count))));
  }

  private static Optional<CommandWords> why(State state) {
    return switch (state) {
      case State.Kept kept -> Optional.empty();
      case State.Waits() -> Optional.empty();
      case State.Dropped() -> Optional.of(CommandWords.MEDIA_WHY_DROPPED);
      case State.Refused(String code) ->
          Optional.of(
              switch (code) {
                case "not_a_photo" -> CommandWords.MEDIA_WHY_NO_PHOTO;
                case "wrong_type" -> CommandWords.MEDIA_WHY_TYPE;
                case "too_large" -> CommandWords.MEDIA_WHY_SIZE;
                default -> CommandWords.MEDIA_WHY_GONE;
              });
    };
  }
}
