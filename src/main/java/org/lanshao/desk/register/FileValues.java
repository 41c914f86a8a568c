package org.lanshao.desk.register;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.directory.AreaCode;
import org.lanshao.register.Difference;
import org.lanshao.register.Field;
import org.lanshao.register.Masks;

/** What is on file, as it is told to the speaker. */
final class FileValues {
  private final FileTalk talk;

  FileValues(FileTalk talk) {
    this.talk = talk;
  }

  /** What stood there before. */
  String before(Difference one) {
    return of(one, one.before());
  }

  /** What stands there now. */
  String after(Difference one) {
    return of(one, one.after());
  }

  private String of(Difference one, String text) {
    var shown = one.isCategories() ? categories(text) : text;
    return one.field().map(field -> of(field, text)).orElseGet(() -> orNothing(shown));
  }

  /** The text of a field; that there is none where it is empty. */
  String of(Field field, String text) {
    return text.isEmpty() ? orNothing(text) : shown(field, text);
  }

  private String shown(Field field, String text) {
    return switch (field.kind()) {
      case PHONE -> talk.rights().seesPhones(talk.heard().speaker()) ? text : Masks.phone(text);
      case ID_NUMBER -> Masks.idNumber(text);
      case AREA -> talk.place(new AreaCode(text));
      case DAYS -> talk.say(FileWords.EVERY, Map.of("days", text));
      case TEXT, NAMES, NUMBER, DAY -> text;
    };
  }

  /** Of those that hold. */
  private String categories(String ids) {
    return Stream.of(ids.split(" "))
        .filter(id -> !id.isEmpty() && !id.contains("-"))
        .map(talk.categories()::label)
        .collect(Collectors.joining("、"));
  }

  private String orNothing(String text) {
    return text.isEmpty() ? talk.say(FileWords.NOTHING) : text;
  }
}
