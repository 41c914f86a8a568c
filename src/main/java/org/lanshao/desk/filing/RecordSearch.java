package org.lanshao.desk.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.dialogue.Context;
import org.lanshao.dialogue.Dialogue;
import org.lanshao.dialogue.RevisionWord;
import org.lanshao.directory.Person;
import org.lanshao.form.Form;
import org.lanshao.reading.Practice;
import org.lanshao.reading.RecordNumber;
import org.lanshao.record.Revision;
import org.lanshao.record.RevisionRights;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * Finds the record that somebody means: by number, by number without its letter (更正102人次4), or the
 * one they filed last. Digits without a letter may as well be an answer: 更正 4人.
 */
final class RecordSearch {
  private final Facts facts;
  private final Shelf shelf;
  private final RevisionRights rights;
  private final Function<Heard, Context> contexts;

  RecordSearch(Facts facts, Shelf shelf, RevisionRights rights, Function<Heard, Context> contexts) {
    this.facts = facts;
    this.shelf = shelf;
    this.rights = rights;
    this.contexts = contexts;
  }

  /** The record that what follows this word means. */
  Sought seek(RevisionWord word, String rest, Heard heard) throws Unavailable {
    var number = RecordNumber.first(rest);
    if (number.isEmpty()) {
      return last(rest, heard);
    }
    return number.get().letter().isEmpty()
        ? byDigits(word, number.get(), rest, heard)
        : byNumber(number.get());
  }

  /** A record stays when nobody can file by its form any more. */
  private Sought byNumber(RecordNumber number) throws Unavailable {
    var standing = facts.record(number.text());
    if (standing.isPresent()) {
      return new Sought.Found(standing.get(), number.rest());
    }
    var letters = letters();
    return letters.contains(Practice.letter(number.letter()))
        ? unknown(number)
        : new Sought.Not(
            DeskWords.WRONG_LETTER,
            Map.of("letter", number.letter(), "letters", String.join("、", letters)));
  }

  private static Sought unknown(RecordNumber number) {
    return new Sought.Not(DeskWords.UNKNOWN_NUMBER, Map.of("number", number.text()));
  }

  private Sought byDigits(RevisionWord word, RecordNumber number, String rest, Heard heard)
      throws Unavailable {
    var meant = new ArrayList<Revision>();
    for (Revision standing : numbered(number.digits(), heard)) {
      if (fits(word, standing, number.rest(), heard)) {
        meant.add(standing);
      }
    }
    if (meant.size() == 1) {
      return new Sought.Found(meant.getFirst(), number.rest());
    }
    if (meant.size() > 1) {
      var numbers = meant.stream().map(r -> r.record().number()).collect(Collectors.joining("、"));
      return new Sought.Not(DeskWords.WHICH_NUMBER, Map.of("numbers", numbers));
    }
    var last = last(rest, heard);
    boolean answers =
        last instanceof Sought.Found(Revision standing, String words)
            && fits(word, standing, words, heard);
    boolean missing = last instanceof Sought.Not && !number.rest().isEmpty();
    return answers || missing ? last : unknown(number);
  }

  /** Whether the words are what can follow a number: nothing, or for a correction its fields. */
  private boolean fits(RevisionWord word, Revision standing, String rest, Heard heard)
      throws Unavailable {
    boolean corrects = word == RevisionWord.CORRECT || word == RevisionWord.OBJECT;
    return !corrects
        || rest.isEmpty()
        || Dialogue.understands(
            shelf.form(standing.record().definition()), rest, contexts.apply(heard));
  }

  /** What the speaker may know of with these digits: their own where there is one. */
  private List<Revision> numbered(String digits, Heard heard) throws Unavailable {
    var found = new ArrayList<Revision>();
    for (String letter : letters()) {
      facts.record(letter + digits).ifPresent(found::add);
    }
    var own = found.stream().filter(r -> isAuthor(heard.speaker(), r)).toList();
    return own.isEmpty() ? found.stream().filter(r -> isKnown(r, heard)).toList() : own;
  }

  private static boolean isAuthor(Person speaker, Revision standing) {
    return standing.record().person().equals(speaker.id());
  }

  private boolean isKnown(Revision standing, Heard heard) {
    var verdict = rights.revise(standing, heard.speaker(), heard.today());
    return !(verdict instanceof RevisionRights.Verdict.Stranger);
  }

  private Sought last(String rest, Heard heard) throws Unavailable {
    Optional<Revision> last = facts.lastFiled(heard.speaker().id());
    return last.<Sought>map(standing -> new Sought.Found(standing, rest))
        .orElseGet(() -> new Sought.Not(DeskWords.NOTHING_FILED, Map.of()));
  }

  private List<String> letters() {
    return shelf.current().stream().map(Form::number).distinct().toList();
  }
}
