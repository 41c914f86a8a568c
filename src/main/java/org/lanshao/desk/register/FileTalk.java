package org.lanshao.desk.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Speech;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.form.Enrolls;
import org.lanshao.form.Form;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.Answer;
import org.lanshao.reading.Hearing;
import org.lanshao.reading.Reading;
import org.lanshao.register.Categories;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.Masks;
import org.lanshao.register.Register;

/** What the answers about households have in common: whom somebody means, and how it is told. */
public final class FileTalk {
  private final Heard heard;
  private final Masks masks = new Masks();
  private final Hearing hearing;
  private final Wording wording;
  private final Categories categories;

  FileTalk(Heard heard, Speech speech, Shelf shelf) {
    this.heard = heard;
    this.hearing = speech.context(heard).hearing();
    this.wording = speech.words(heard);
    this.categories = categories(shelf.current());
  }

  /** The list of the form that puts households on file; none where a station has no such form. */
  public static Categories categories(List<Form> forms) {
    var options = Enrolls.categories(forms);
    return options.isEmpty() ? Categories.NONE : new Categories(options);
  }

  Heard heard() {
    return heard;
  }

  Register register() {
    return hearing.register();
  }

  Directory directory() {
    return hearing.directory();
  }

  Hearing hearing() {
    return hearing;
  }

  Categories categories() {
    return categories;
  }

  Wording wording() {
    return wording;
  }

  FileRights rights() {
    return new FileRights(directory());
  }

  String say(FileWords words) {
    return wording.say(words);
  }

  String say(FileWords words, Map<String, String> slots) {
    return wording.say(words, slots);
  }

  static Decision say(String text) {
    return Decision.say(Reply.of(text));
  }

  /** Whom somebody means, or what to say instead. */
  sealed interface Meant {
    record One(Household household) implements Meant {}

    record Not(String text) implements Meant {}
  }

  /** Of households beyond the speaker's area not even that they are on file is told. */
  Meant meant(String name) {
    var reading = Answer.read(name, new Type.Household(false), hearing);
    var found =
        switch (reading) {
          case Reading.Understood(Value value) -> household(value).stream().toList();
          case Reading.Ambiguous(List<Value> values) ->
              values.stream().flatMap(value -> household(value).stream()).toList();
          default -> List.<Household>of(); // it is no name
        };
    var seen = found.stream().filter(one -> rights().sees(heard.speaker(), one.area())).toList();
    return switch (seen.size()) {
      case 0 -> new Meant.Not(say(FileWords.NOBODY, Map.of("name", name.strip())));
      case 1 -> new Meant.One(seen.getFirst());
      default ->
          new Meant.Not(
              say(
                  FileWords.WHICH,
                  Map.of(
                      "lines",
                      seen.stream()
                          .map(one -> line(one, head(one)))
                          .collect(Collectors.joining("\n")))));
    };
  }

  private Optional<Household> household(Value value) {
    return value instanceof Value.Household one
        ? one.number().map(FileNumber::new).flatMap(register()::household)
        : Optional.empty();
  }

  /** A household in a list, under this name. */
  String line(Household household, String name) {
    return say(
        FileWords.LINE,
        Map.of(
            "number", household.number().text(),
            "village", place(household.area()),
            "name", name,
            "category", category(household)));
  }

  /** The name of a household as the speaker may read it. */
  String head(Household household) {
    return rights().seesNames(heard.speaker()) ? household.head() : masked(household);
  }

  /** The name of a household where nobody is named whole. */
  String masked(Household household) {
    return masks.head(household, heard.today());
  }

  String category(Household household) {
    return categories.label(categories.primary(household, heard.today()));
  }

  String place(AreaCode area) {
    return directory().area(area).map(directory()::fullName).orElse(area.text());
  }
}
