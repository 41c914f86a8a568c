package org.lanshao.desk.talk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lanshao.command.MatterAbout;
import org.lanshao.command.Permission;
import org.lanshao.dialogue.RevisionWord;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.form.Form;
import org.lanshao.form.MatterKind;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.reading.OpenMatters;
import org.lanshao.reading.Practice;
import org.lanshao.reading.RecordNumber;
import org.lanshao.record.Matter;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * Hears words with what they are understood by. The store is asked for matters only when a form
 * that follows some is in hand, or may be opened by the words.
 */
public final class Listening {
  /** So many matters of a letter can be named by what they are about; any by its number. */
  private static final int MOST = 60;

  /** So many numbers in one message are looked up. */
  private static final int MOST_NUMBERS = 30;

  private final Facts facts;
  private final Shelf shelf;
  private final Directory directory;
  private final Surroundings surroundings;
  private final Permission permission;

  /** By the forms of this shelf and the matters that the store knows. */
  public Listening(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.directory = surroundings.directory();
    this.surroundings = surroundings;
    this.permission = new Permission(directory);
  }

  /** These words of a known person. */
  public Heard heard(String text, Coming coming, Person speaker) throws Unavailable {
    return new Heard(
        text,
        speaker,
        coming.inbound().conversation(),
        coming.talk(),
        coming.today(),
        matters(text, coming.talk(), speaker));
  }

  private OpenMatters matters(String text, Talk talk, Person speaker) throws Unavailable {
    boolean practice = talk.isPractice(text);
    var letters = letters(Practice.rest(text).orElse(text), talk, speaker);
    if (letters.isEmpty()) {
      return new OpenMatters(List.of(), Map.of(), practice);
    }
    if (practice) {
      letters =
          letters.stream().map(Practice::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }
    AreaCode area = permission.station(speaker);
    var abouts =
        new MatterAbout(
            directory, surroundings.register(), shelf.current(), surroundings.wording());
    var open = new ArrayList<Value.Matter>();
    for (String letter : letters) {
      facts.matters().open(letter, area, MOST).stream()
          .flatMap(matter -> abouts.value(matter, speaker).stream())
          .forEach(open::add);
    }
    var settled = new HashMap<String, String>();
    for (String number : numbers(text, letters)) {
      boolean listed = open.stream().anyMatch(matter -> matter.number().equals(number));
      var matter = listed ? Optional.<Matter>empty() : facts.matters().matter(number);
      var value =
          matter
              .filter(one -> directory.within(one.area(), area))
              .flatMap(one -> abouts.value(one, speaker));
      value.filter(one -> matter.get().isOpen()).ifPresent(open::add);
      matter
          .filter(one -> value.isPresent() && !one.isOpen() && one.standing().isPresent())
          .ifPresent(one -> settled.put(number, label(shelf.current(speaker.language()), one)));
    }
    return new OpenMatters(open, settled, practice);
  }

  /** What people read of the state that a matter is in. */
  public static String label(List<Form> forms, Matter matter) {
    return kind(forms, matter.letter())
        .flatMap(kind -> kind.state(matter.state()))
        .map(MatterKind.State::label)
        .orElse(matter.state());
  }

  /** What these forms say of the matters of a letter; empty when they say nothing. */
  public static Optional<MatterKind> kind(List<Form> forms, String letter) {
    return forms.stream()
        .filter(form -> form.number().equals(Practice.letter(letter)))
        .flatMap(form -> form.matters().kind().stream())
        .findFirst();
  }

  /** The letters of matters that the words may be about. */
  private Set<String> letters(String text, Talk talk, Person speaker) {
    var forms = new ArrayList<Form>();
    talk.open().forEach(session -> forms.add(session.form()));
    talk.drafts().kept().forEach(draft -> forms.add(draft.session().form()));
    var letters = new LinkedHashSet<String>();
    if (!text.isEmpty()) {
      var opening = shelf.opening(text, speaker.language()).map(Opening::form);
      opening.ifPresent(forms::add);
      opening
          .filter(form -> form.matters().kind().isPresent())
          .ifPresent(form -> letters.add(form.number()));
      if (RevisionWord.read(text).isPresent()) {
        forms.addAll(shelf.current(speaker.language()));
      }
    }
    forms.forEach(form -> letters.addAll(letters(form)));
    return letters;
  }

  private static List<String> letters(Form form) {
    var letters = new ArrayList<String>();
    for (Question question : form.questions()) {
      if (question.type() instanceof Type.Matter(String letter)) {
        letters.add(letter);
      }
    }
    return letters;
  }

  /** The numbers that stand in a text; of these letters where none is written. */
  private static Set<String> numbers(String text, Set<String> letters) {
    var numbers = new LinkedHashSet<String>();
    RecordNumber.in(text)
        .limit(MOST_NUMBERS)
        .forEach(
            said ->
                letters.stream()
                    .filter(one -> said.letter().isEmpty() || one.equals(said.letter()))
                    .forEach(one -> numbers.add(said.of(one).text())));
    return numbers;
  }
}
