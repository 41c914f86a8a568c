package org.lanshao.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lanshao.count.Scope;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Found;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.DayRanges;
import org.lanshao.reading.Folding;

/**
 * Reads what a list is asked of: an area, days and words that only the list knows, in any order,
 * with or without blanks: 富林镇低保本月.
 */
public final class ListReader {
  /** Longer texts are about something else. */
  private static final int LONGEST = 60;

  private final Directory directory;
  private final Wording wording;
  private final Parts parts;
  private final CountProblems problems;
  private final OccasionReader occasions;

  /**
   * Knows the areas of this directory.
   *
   * @param known which words the list itself understands
   */
  public ListReader(Directory directory, Wording wording, Predicate<String> known) {
    this.directory = directory;
    this.wording = wording;
    this.parts = new Parts(directory, new CountWords(List.of()), known);
    this.problems = new CountProblems(directory, new Permission(directory), List.of(), wording);
    this.occasions = new OccasionReader(directory, problems, wording);
  }

  /** What was said. */
  public sealed interface Read {
    /**
     * These.
     *
     * @param scope what was named, else the widest that the asker may see
     * @param placed whether an area was named
     * @param own whether the asker's own were asked for: 我的
     * @param range the days that were named, else those that are usual
     * @param dated whether days were named
     * @param words those that only the list knows, as they were written
     */
    record Right(
        Scope scope, boolean placed, boolean own, DayRange range, boolean dated, List<String> words)
        implements Read {
      /** Copies the list. */
      public Right {
        words = List.copyOf(words);
      }
    }

    /** It cannot be read, or is beyond what the asker may see: what to say instead. */
    record Wrong(Reply reply) implements Read {}
  }

  /**
   * Reads the whole text.
   *
   * @param command the word that it follows: 未访
   * @param usual the days when none are named
   * @param widest the area that the asker may see
   */
  public Read read(String rest, String command, DayRange usual, AreaCode widest, Asking asking) {
    var folded = Folding.fold(rest);
    var found = folded.length() > LONGEST ? List.<Part>of() : parts.of(folded, asking.setting());
    var unknown = folded.length() > LONGEST ? Optional.of(folded) : Unknown.word(found);
    var wrong =
        unknown
            .map(word -> say(CommandWords.LIST_UNKNOWN, "word", word, example(command, widest)))
            .or(() -> problems.twice(found))
            .or(() -> problems.wrongDays(found));
    return wrong
        .<Read>map(Read.Wrong::new)
        .orElseGet(() -> placed(found, command, usual, widest, asking));
  }

  private Read placed(
      List<Part> found, String command, DayRange usual, AreaCode widest, Asking asking) {
    var area = Part.all(found, Part.OfArea.class).stream().findFirst();
    if (area.isEmpty()) {
      return right(found, new Scope.InArea(widest), usual, asking);
    }
    var inside =
        meant(area.get().found()).stream()
            .filter(one -> directory.within(one.code(), widest))
            .toList();
    return switch (inside.size()) {
      case 0 ->
          new Read.Wrong(
              say(
                  CommandWords.BEYOND_SCOPE,
                  "area",
                  problems.name(widest),
                  example(command, widest)));
      case 1 -> right(found, new Scope.InArea(inside.getFirst().code()), usual, asking);
      default -> new Read.Wrong(problems.whichArea(found, area.get(), inside, command));
    };
  }

  private static List<Area> meant(Found found) {
    return switch (found) {
      case Found.One(Area one) -> List.of(one);
      case Found.Several(List<Area> several) -> several;
      case Found.Nothing nothing -> List.of();
    };
  }

  private Read right(List<Part> found, Scope scope, DayRange usual, Asking asking) {
    var said =
        Part.all(found, Part.OfDays.class).stream()
            .map(Part.OfDays::read)
            .filter(DayRanges.Read.Days.class::isInstance)
            .map(DayRanges.Read.Days.class::cast)
            .findFirst();
    var days = said.orElseGet(() -> new DayRanges.Read.Days(usual, false));
    return switch (occasions.read(found, scope, days, asking)) {
      case OccasionReader.Read.Wrong(Reply reply) -> new Read.Wrong(reply);
      case OccasionReader.Read.Right(Scope narrow, DayRange range, var name) ->
          new Read.Right(
              narrow,
              !Part.all(found, Part.OfArea.class).isEmpty(),
              !Part.all(found, Part.Own.class).isEmpty(),
              range,
              said.isPresent() || name.isPresent(),
              Part.all(found, Part.Named.class).stream().map(Part.Named::text).toList());
    };
  }

  private String example(String command, AreaCode widest) {
    return command + " " + problems.name(widest) + " 本月";
  }

  private Reply say(CommandWords words, String slot, String text, String example) {
    return Reply.of(wording.say(words, Map.of(slot, text, "example", example)));
  }
}
