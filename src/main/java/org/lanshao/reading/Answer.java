package org.lanshao.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.directory.Area;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Found;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/** Reads a message as the answer to a question. */
public final class Answer {
  /** What is said around the name of a place: 去咗连滩, 在连滩那边. */
  private static final Pattern ABOUT_PLACE =
      Pattern.compile("^(?:去[咗了过]?|喺|在|到[咗了]?)|(?:[那这嗰呢]边|[那这]里|的)$");

  private Answer() {}

  /**
   * What a message means as an answer of this type.
   *
   * @param text the message as it came
   */
  public static Reading read(String text, Type type, Hearing hearing) {
    return switch (type) {
      case Type.Text(int max, Type.Rest rest) -> text(text, max);
      case Type.Whole whole -> Amount.read(text, whole);
      case Type.YesNo() -> yesNo(text);
      case Type.Choice(var options) -> new Options(options).one(text);
      case Type.Choices(var options) -> new Options(options).several(text);
      case Type.Place() -> place(Folding.tight(text), hearing);
      case Type.Decimal decimal -> Decimals.read(text, decimal);
      case Type.Date(var days) -> Days.read(text, days, hearing.now().toLocalDate());
      case Type.Time() -> ClockTimes.read(text, hearing.now());
      case Type.DateTime(var days) -> DateTimes.read(text, days, hearing.now());
      case Type.Person() -> Named.person(text, hearing);
      case Type.Household(boolean village) -> Named.household(text, village, hearing);
      case Type.Phone() -> Phones.read(text);
      case Type.IdNumber() -> IdNumbers.read(text, hearing.now().toLocalDate());
      case Type.Photos ignored -> new Reading.NotUnderstood();
      case Type.File() -> new Reading.NotUnderstood();
      case Type.Location() -> location(place(Folding.tight(text), hearing));
      case Type.Matter(String letter) -> MatterText.read(text, letter, hearing.matters());
      case Type.Group ignored -> new Reading.NotUnderstood();
      case Type.Computed ignored -> new Reading.NotUnderstood();
      case Type.Note() -> new Reading.NotUnderstood();
    };
  }

  private static Reading text(String text, int max) {
    var kept = Folding.keep(text);
    if (kept.isEmpty()) {
      return new Reading.NotUnderstood();
    }
    return kept.codePointCount(0, kept.length()) > max
        ? new Reading.TooLong(max)
        : new Reading.Understood(new Value.Text(kept));
  }

  private static Reading yesNo(String text) {
    return YesOrNo.read(text)
        .<Reading>map(yes -> new Reading.Understood(new Value.YesNo(yes)))
        .orElseGet(Reading.NotUnderstood::new);
  }

  private static Reading place(String said, Hearing hearing) {
    var reading = named(said, hearing);
    var bare = ABOUT_PLACE.matcher(said.replace('嘅', '的')).replaceAll("");
    return reading instanceof Reading.NotUnderstood && !bare.equals(said)
        ? named(bare, hearing)
        : reading;
  }

  private static Reading named(String name, Hearing hearing) {
    if (name.isEmpty()) {
      return new Reading.NotUnderstood();
    }
    var directory = hearing.directory();
    return switch (directory.find(name, hearing.near())) {
      case Found.One(Area area) ->
          isNarrow(area) ? new Reading.Understood(value(area, directory)) : new Reading.TooWide();
      case Found.Several several -> several(several, directory);
      case Found.Nothing() -> new Reading.NotUnderstood();
    };
  }

  /** The same places as where something is. */
  private static Reading location(Reading place) {
    return switch (place) {
      case Reading.Understood(Value value) -> new Reading.Understood(location(value));
      case Reading.Ambiguous(List<Value> candidates) ->
          new Reading.Ambiguous(candidates.stream().map(Answer::location).toList());
      default -> place; // nothing was found
    };
  }

  private static Value location(Value place) {
    return place instanceof Value.Place at
        ? new Value.Location(Optional.empty(), Optional.of(at))
        : place;
  }

  /** 云城 is a county and a street: only the street can be an answer. */
  private static Reading several(Found.Several several, Directory directory) {
    var narrow = several.areas().stream().filter(Answer::isNarrow).toList();
    return switch (narrow.size()) {
      case 0 -> new Reading.TooWide();
      case 1 -> new Reading.Understood(value(narrow.getFirst(), directory));
      default ->
          new Reading.Ambiguous(narrow.stream().map(area -> value(area, directory)).toList());
    };
  }

  private static boolean isNarrow(Area area) {
    return area.kind().compareTo(Area.Kind.TOWN) >= 0;
  }

  private static Value value(Area area, Directory directory) {
    return new Value.Place(area.code().text(), directory.fullName(area));
  }
}
