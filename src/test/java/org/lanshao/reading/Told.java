package org.lanshao.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.directory.Directory;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/**
 * A reading in the words of the tables.
 *
 * @param understood whether a value was taken, rightly or not
 */
record Told(String words, boolean understood) {
  private static final Directory DIRECTORY = BundledDirectory.read();
  private static final AreaCode CITY = new AreaCode("445300");
  private static final LocalDateTime NOON = LocalDateTime.of(2022, 5, 14, 12, 0);

  static Told as(Type type, String message) {
    return at(NOON, type, message);
  }

  static Told at(LocalDateTime now, Type type, String message) {
    return of(Answer.read(message, type, new Hearing(DIRECTORY, CITY, now)));
  }

  static Told place(String near, String message) {
    return of(
        Answer.read(message, new Type.Place(), new Hearing(DIRECTORY, new AreaCode(near), NOON)));
  }

  static Told range(String today, String message) {
    var read = DayRanges.read(message, LocalDate.parse(today));
    return new Told(words(read), read instanceof DayRanges.Read.Days);
  }

  static Told of(Reading reading) {
    return new Told(words(reading), reading instanceof Reading.Understood);
  }

  private static String words(Reading reading) {
    return switch (reading) {
      case Reading.Understood(Value value) -> words(value);
      case Reading.Ambiguous(List<Value> candidates) ->
          candidates.stream().map(Told::words).collect(Collectors.joining(" "));
      case Reading.OutOfRange outOfRange -> "out";
      case Reading.TooLong tooLong -> "long";
      case Reading.TooWide tooWide -> "wide";
      case Reading.NoVillage noVillage -> "no village";
      case Reading.OtherDays otherDays -> "other";
      case Reading.NoSuchDay noSuchDay -> "none";
      case Reading.WrongDigit wrongDigit -> "check";
      case Reading.Vague vague -> "vague";
      case Reading.Settled settled -> "settled";
      case Reading.NoSuchMatter noSuchMatter -> "gone";
      case Reading.NotUnderstood notUnderstood -> "?";
    };
  }

  private static String words(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Whole(long number, boolean about) -> (about ? "~" : "") + number;
      case Value.Decimal(BigDecimal number, boolean about) ->
          (about ? "~" : "") + number.toPlainString();
      case Value.Date(LocalDate day) -> day.toString();
      case Value.Time(LocalTime time) -> time.toString();
      case Value.DateTime(LocalDateTime at) -> at.toString();
      case Value.Phone(String number) -> number;
      case Value.IdNumber(String number) -> number;
      case Value.YesNo(boolean yes) -> yes ? "yes" : "no";
      case Value.One(String option) -> option;
      case Value.Many many -> String.join(" ", many.options());
      case Value.Place(String code, String name) -> code;
      case Value.Person person -> person.name();
      case Value.Household household -> household.name();
      case Value.Photos photos -> "photos";
      case Value.File file -> "file";
      case Value.Location location -> "location";
      case Value.Matter matter -> matter.number();
      case Value.Group group -> "group";
    };
  }

  private static String words(DayRanges.Read read) {
    return switch (read) {
      case DayRanges.Read.Days(DayRange range, boolean fromYearStart) ->
          (fromYearStart ? "^" : "") + range.first() + ".." + range.last();
      case DayRanges.Read.Impossible(String date) -> "!" + date;
      case DayRanges.Read.Unclear(String said, DayRange days) ->
          "?" + days.first() + ".." + days.last();
      case DayRanges.Read.Apart(String said, DayRange whole) ->
          "/" + whole.first() + ".." + whole.last();
      case DayRanges.Read.Backwards() -> "<";
      case DayRanges.Read.Nothing() -> "-";
    };
  }
}
