package org.lanshao.dialogue;

import java.util.Map;
import java.util.stream.Stream;
import org.lanshao.form.Marks;
import org.lanshao.form.Phrase;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.reading.Reading;

/** What is said to an answer that could not be taken: each time a little more. */
final class Misreading {
  private static final int MOST_TEXTS = 3;

  private Misreading() {}

  static Step say(Question question, Reading reading, Move move) {
    move.happen(new Event.Misread(question.id()));
    int times = move.session().misread();
    tell(question, reading, times, move);
    if (times > Math.clamp(question.again().size(), 1, MOST_TEXTS)) {
      move.say(DialogueWords.ALSO, Map.of("words", alternatives(question, move)));
    }
    return move.misunderstood(question);
  }

  /** Says what is wrong with a value, for the first time. */
  static void tell(Question question, Reading reading, Move move) {
    tell(question, reading, 1, move);
  }

  private static void tell(Question question, Reading reading, int times, Move move) {
    switch (reading) {
      case Reading.OutOfRange(long min, long max) ->
          move.say(
              DialogueWords.OUT_OF_RANGE,
              Map.of(
                  "label", question.label(),
                  "min", Long.toString(min),
                  "max", Long.toString(max)));
      case Reading.TooLong(int max) ->
          move.say(
              DialogueWords.TOO_LONG,
              Map.of("label", question.label(), "max", Integer.toString(max)));
      case Reading.NoVillage() ->
          move.say(DialogueWords.NO_VILLAGE, Map.of("label", question.label()));
      case Reading.TooWide() -> move.say(DialogueWords.TOO_WIDE, Map.of("label", question.label()));
      case Reading.OtherDays(Type.Days allowed) ->
          move.say(
              allowed == Type.Days.FUTURE ? DialogueWords.NOT_PAST : DialogueWords.NOT_FUTURE,
              Map.of("label", question.label()));
      case Reading.NoSuchDay() ->
          move.say(DialogueWords.NO_SUCH_DAY, Map.of("label", question.label()));
      case Reading.WrongDigit() ->
          move.say(DialogueWords.WRONG_DIGIT, Map.of("label", question.label()));
      case Reading.Vague() -> move.say(vague(question.type()), Map.of("label", question.label()));
      case Reading.Settled(String number, String state) ->
          move.say(DialogueWords.SETTLED, Map.of("number", number, "state", state));
      case Reading.NoSuchMatter(String number) ->
          move.say(DialogueWords.NO_SUCH_MATTER, Map.of("number", number));
      case Reading.NotUnderstood() -> again(question, times, move);
      case Reading.Understood understood -> {}
      case Reading.Ambiguous ambiguous -> {}
    }
  }

  private static void again(Question question, int times, Move move) {
    var texts = question.again();
    if (texts.isEmpty()) {
      move.say(phrase(question.type()), Map.of("label", question.label()));
    } else {
      move.say(texts.get(Math.min(times, texts.size()) - 1));
    }
  }

  private static Phrase phrase(Type type) {
    return switch (type) {
      case Type.Text text -> DialogueWords.AGAIN_TEXT;
      case Type.Whole whole -> DialogueWords.AGAIN_WHOLE;
      case Type.YesNo yesNo -> DialogueWords.AGAIN_YES_NO;
      case Type.Choice choice -> DialogueWords.AGAIN_CHOICE;
      case Type.Choices choices -> DialogueWords.AGAIN_CHOICES;
      case Type.Place place -> DialogueWords.AGAIN_PLACE;
      case Type.Decimal decimal -> DialogueWords.AGAIN_DECIMAL;
      case Type.Date date -> DialogueWords.AGAIN_DATE;
      case Type.Time time -> DialogueWords.AGAIN_TIME;
      case Type.DateTime dateTime -> DialogueWords.AGAIN_DATE_TIME;
      case Type.Person person -> DialogueWords.AGAIN_PERSON;
      case Type.Household household -> DialogueWords.AGAIN_HOUSEHOLD;
      case Type.Phone phone -> DialogueWords.AGAIN_PHONE;
      case Type.IdNumber idNumber -> DialogueWords.AGAIN_ID_NUMBER;
      case Type.Photos photos -> DialogueWords.AGAIN_PHOTOS;
      case Type.File file -> DialogueWords.AGAIN_FILE;
      case Type.Location location -> DialogueWords.AGAIN_LOCATION;
      case Type.Matter matter -> DialogueWords.AGAIN_MATTER;
      case Type.Group group -> DialogueWords.AGAIN_TEXT;
      case Type.Computed computed -> DialogueWords.AGAIN_TEXT;
      case Type.Note note -> DialogueWords.AGAIN_TEXT;
    };
  }

  private static Phrase vague(Type type) {
    return switch (type) {
      case Type.Date date -> DialogueWords.VAGUE_DAY;
      case Type.Time time -> DialogueWords.VAGUE_TIME;
      case Type.DateTime dateTime -> DialogueWords.VAGUE_DAY_AND_TIME;
      default -> DialogueWords.VAGUE;
    };
  }

  private static String alternatives(Question question, Move move) {
    var wording = move.context().wording();
    boolean skips = question.optional() || question.preset().isPresent();
    var phrases =
        Stream.of(
            DialogueWords.SAY_SKIP,
            DialogueWords.SAY_BACK,
            DialogueWords.SAY_CANCEL,
            DialogueWords.SAY_HELP);
    return Marks.list(phrases.skip(skips ? 0 : 1).map(wording::say), wording);
  }
}
