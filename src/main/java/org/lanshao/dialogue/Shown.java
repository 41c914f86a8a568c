package org.lanshao.dialogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Marks;
import org.lanshao.form.Media;
import org.lanshao.form.Option;
import org.lanshao.form.Point;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;
import org.lanshao.reading.PrivateNumbers;

/** How answers are written for people. */
public final class Shown {
  private static final int LONGEST_ECHO = 30;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private Shown() {}

  /** What somebody wrote to be quoted back: masked, and cut short where it is long. */
  static String shortened(String said) {
    var text = PrivateNumbers.masked(said);
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST_ECHO
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_ECHO)) + "…";
  }

  /** An answer as a review shows it, a number with its first unit: 3人. */
  public static String value(Value value, Type type, Wording wording) {
    var plain = plain(value, type, wording);
    return type.units().stream().findFirst().map(unit -> joined(plain, unit)).orElse(plain);
  }

  /** 3人, but 3 people. */
  private static String joined(String number, String unit) {
    return number + (!unit.isEmpty() && unit.charAt(0) < 0x80 ? " " : "") + unit;
  }

  /** An answer without a unit: 3. Several options are joined. */
  public static String plain(Value value, Type type, Wording wording) {
    return switch (value) {
      case Value.Text(String text) -> PrivateNumbers.masked(text);
      case Value.Whole(long number, boolean approximate) ->
          number(Long.toString(number), approximate, wording);
      case Value.Decimal(BigDecimal number, boolean approximate) ->
          number(number.toPlainString(), approximate, wording);
      case Value.YesNo(boolean yes) ->
          wording.say(yes ? DialogueWords.SAY_YES : DialogueWords.SAY_NO);
      case Value.One(String option) -> label(option, type);
      case Value.Many many ->
          Marks.list(many.options().stream().map(id -> label(id, type)), wording);
      case Value.Date(LocalDate day) -> day(day, wording);
      case Value.Time(LocalTime time) -> time.toString();
      case Value.DateTime(LocalDateTime at) ->
          day(at.toLocalDate(), wording) + " " + at.toLocalTime();
      case Value.Place(String code, String name) -> name;
      case Value.Person(var village, String name, var number) -> in(village, name, number, wording);
      case Value.Household(var village, String name, var number) ->
          in(village, name, number, wording);
      case Value.Phone(String number) -> number.replaceAll("(?<=.{3}).(?=.{4})", "*");
      case Value.IdNumber(String number) -> PrivateNumbers.masked(number);
      case Value.Photos(List<Media> photos) ->
          wording.say(DialogueWords.SAY_PHOTOS, Map.of("count", Integer.toString(photos.size())));
      case Value.File file -> wording.say(DialogueWords.SAY_FILE);
      case Value.Location(Optional<Point> point, Optional<Value.Place> place) ->
          place.map(Value.Place::name).orElseGet(() -> wording.say(DialogueWords.SAY_POINT));
      case Value.Matter matter -> (matter.number() + " " + matter.about()).strip();
      case Value.Group(List<Answers> items) ->
          wording.say(DialogueWords.SAY_ITEMS, Map.of("count", Integer.toString(items.size())));
    };
  }

  /** The answers of one item of a group in one line: 张三，低保，2人. */
  static String item(Type type, Answers answers, Wording wording) {
    return type instanceof Type.Group group
        ? Marks.clauses(
            group.questions().stream()
                .flatMap(
                    question ->
                        answers.get(question.id()).stream()
                            .map(value -> value(value, question.type(), wording))),
            wording)
        : "";
  }

  private static String number(String digits, boolean approximate, Wording wording) {
    return approximate ? wording.say(DialogueWords.SAY_ABOUT, Map.of("value", digits)) : digits;
  }

  private static String day(LocalDate day, Wording wording) {
    return wording.say(
        DialogueWords.SAY_DAY,
        Map.of(
            "year", Integer.toString(day.getYear()),
            "month", Integer.toString(day.getMonthValue()),
            "day", Integer.toString(day.getDayOfMonth())));
  }

  /** When something happened, to the minute: 5月10日 09:30. */
  public static String moment(LocalDateTime at, Wording wording) {
    return wording.say(
        DialogueWords.SAY_MOMENT,
        Map.of(
            "month", Integer.toString(at.getMonthValue()),
            "day", Integer.toString(at.getDayOfMonth()),
            "time", CLOCK.format(at)));
  }

  /** 石巷村 张三（J12）, the number of those who are on file. */
  private static String in(
      Optional<Value.Place> village, String name, Optional<String> number, Wording wording) {
    var whole = number.map(file -> Marks.aside(name, file, wording)).orElse(name);
    return village.map(place -> place.name() + " " + whole).orElse(whole);
  }

  /** An answer as it was and as it is: 3人 → 4人. */
  public static String change(Changed changed, Wording wording) {
    return wording.say(
        DialogueWords.CHANGE,
        Map.of(
            "before", maybe(changed.before(), changed.question().type(), wording),
            "after", maybe(changed.after(), changed.question().type(), wording)));
  }

  private static String maybe(Optional<Value> value, Type type, Wording wording) {
    return value
        .map(given -> value(given, type, wording))
        .orElseGet(() -> wording.say(DialogueWords.LEFT_OUT));
  }

  /** The slots that a form's own templates may use: each answered question's id, without units. */
  public static Map<String, String> slots(Form form, Answers answers, Wording wording) {
    var slots = new HashMap<String, String>();
    for (Question question : form.questions()) {
      answers
          .get(question.id())
          .ifPresent(
              value -> slots.put(question.id().text(), plain(value, question.type(), wording)));
    }
    return slots;
  }

  /** The slots of a receipt: as {@link #slots}, and 待补 for what must be added later. */
  public static Map<String, String> receipt(Form form, Answers answers, Wording wording) {
    var slots = new HashMap<>(slots(form, answers, wording));
    form.missing(answers)
        .forEach(
            question -> slots.put(question.id().text(), wording.say(DialogueWords.LEFT_PENDING)));
    return slots;
  }

  /**
   * What is answered so far, in the form's order: 地点：石巷村 where answers may be shown, else 地点 alone.
   */
  public static List<String> answered(Session session, boolean values, Wording wording) {
    var shown = new ArrayList<String>();
    var answers = session.record();
    for (Question question : session.form().questions()) {
      answers
          .get(question.id())
          .map(value -> answered(question, value, values, wording))
          .ifPresent(shown::add);
    }
    return shown;
  }

  private static String answered(Question question, Value value, boolean values, Wording wording) {
    return values
        ? Marks.field(question.label(), value(value, question.type(), wording), wording)
        : question.label();
  }

  private static String label(String option, Type type) {
    return type.options().stream()
        .filter(o -> o.id().equals(option))
        .map(Option::label)
        .findFirst()
        .orElse(option);
  }
}
