package org.lanshao.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.form.Value;

/**
 * Reads which matter is meant: by its number, with or without its letter, or by what it is about.
 */
final class MatterText {
  /** Shorter words are kinds of things, and stand in many sentences: 用电. */
  private static final int SHORTEST = 3;

  private MatterText() {}

  static Reading read(String text, String letter, OpenMatters matters) {
    var number = RecordNumber.first(text).filter(found -> found.rest().isEmpty());
    return number.isPresent()
        ? numbered(number.get(), letter, matters)
        : about(Folding.tight(text), matters.of(letter));
  }

  private static Reading numbered(RecordNumber said, String letter, OpenMatters matters) {
    if (said.letter().isEmpty()) {
      var begin = matters.practice() ? Practice.of(letter) : letter;
      return numbered(begin + said.digits(), matters);
    }
    boolean own = Practice.letter(said.letter()).equals(letter);
    return own ? numbered(said.text(), matters) : new Reading.NoSuchMatter(said.text());
  }

  /** The matter of this number. */
  static Reading numbered(String number, OpenMatters matters) {
    Optional<Value> open =
        matters.open().stream()
            .filter(matter -> matter.number().equals(number))
            .<Value>map(matter -> matter)
            .findFirst();
    return open.<Reading>map(Reading.Understood::new)
        .or(
            () ->
                Optional.ofNullable(matters.settled().get(number))
                    .map(state -> new Reading.Settled(number, state)))
        .orElseGet(() -> new Reading.NoSuchMatter(number));
  }

  private static Reading about(String said, List<Value.Matter> open) {
    var meant =
        said.length() < 2
            ? List.<Value.Matter>of()
            : open.stream().filter(matter -> plain(matter).contains(said)).toList();
    return one(meant);
  }

  /** One of these, or none. */
  static Reading one(List<Value.Matter> meant) {
    return switch (meant.size()) {
      case 0 -> new Reading.NotUnderstood();
      case 1 -> new Reading.Understood(meant.getFirst());
      default -> new Reading.Ambiguous(List.copyOf(meant));
    };
  }

  /**
   * Its place and what it is about, without what stands in brackets, and whom it concerns, whom the
   * words before may not name whole: 石巷村张三3人.
   */
  private static String plain(Value.Matter matter) {
    var village = village(matter);
    return village + " " + bare(matter.about()) + " " + village + bare(matter.name());
  }

  /** The name of its place alone. */
  static String village(Value.Matter matter) {
    return bare(matter.place().name());
  }

  /** The words of what it is about that may call it, without its place: 村口水塘. */
  static List<String> words(Value.Matter matter) {
    var about = matter.about().replaceAll("[（(][^）)]*[）)]", " ");
    return Stream.of(about.split("[\\s：:，,、]+"))
        .map(Folding::tight)
        .filter(word -> word.length() >= SHORTEST && !word.equals(village(matter)))
        .toList();
  }

  private static String bare(String text) {
    return Folding.tight(text.replaceAll("[（(][^）)]*[）)]", ""));
  }
}
