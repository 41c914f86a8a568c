package org.lanshao.desk.matter;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.command.MatterDetail;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Listening;
import org.lanshao.desk.talk.Opening;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Speech;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.form.Form;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.reading.Practice;
import org.lanshao.reading.RecordNumber;
import org.lanshao.reading.Report;
import org.lanshao.record.Matter;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Tells of matters, and finds the form that words about one belong to. */
public final class MatterDesk {
  private final Facts facts;
  private final Shelf shelf;
  private final Speech speech;
  private final Surroundings surroundings;

  /** By the matters that are kept and the forms of this shelf. */
  public MatterDesk(Facts facts, Shelf shelf, Speech speech, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.speech = speech;
    this.surroundings = surroundings;
  }

  /**
   * The number of a matter that words begin with, H23 已整改; of the form's own letter where there is
   * nothing but digits. A number that the form itself asks for is its answer: 个案 E7.
   */
  public Optional<RecordNumber> named(Opening opening) {
    var own = opening.form().number();
    return opening.form().matters().kind().isEmpty()
        ? Optional.empty()
        : RecordNumber.first(opening.rest())
            .filter(number -> question(opening.form(), number.letter()).isEmpty())
            .map(n -> n.letter().isEmpty() && n.rest().isEmpty() ? n.of(own) : n)
            .filter(number -> Listening.kind(shelf.current(), number.letter()).isPresent());
  }

  /**
   * The opening of the form that takes what is said of a matter, 整改 for 隐患 H23 已整改; empty when
   * nothing is said, or when no form takes it.
   */
  public Optional<Opening> follower(RecordNumber number, Heard heard) {
    var text = number.text() + " " + number.rest();
    return number.rest().isEmpty()
        ? Optional.empty()
        : followers(number.letter(), heard).stream()
            .filter(form -> taken(form, text, heard) > 1)
            .max(Comparator.comparingInt(form -> taken(form, text, heard)))
            .map(form -> new Opening(form, text));
  }

  private int taken(Form form, String text, Heard heard) {
    return Report.read(form, text, speech.context(heard).hearing()).understood().size();
  }

  private List<Form> followers(String letter, Heard heard) {
    return shelf.current(heard.speaker().language()).stream()
        .filter(form -> form.who().contains(heard.speaker().role().word()))
        .filter(form -> question(form, Practice.letter(letter)).isPresent())
        .toList();
  }

  private static Optional<QuestionId> question(Form form, String letter) {
    return form.questions().stream()
        .filter(question -> question.type().equals(new Type.Matter(letter)))
        .map(question -> question.id())
        .findFirst();
  }

  /** What is told of a matter of this number; empty when there is none. */
  public Optional<Reply> tell(String number, Heard heard) throws Unavailable {
    var story = facts.matters().story(number);
    if (story.isEmpty()) {
      return Optional.empty();
    }
    var matter = story.getLast();
    var words = speech.words(heard);
    var slots = Map.of("number", number);
    if (heard.chat() instanceof Chat.Group) {
      return Optional.of(Reply.of(words.say(DeskWords.NUMBER_IN_PRIVATE, slots)));
    }
    var detail = detail(surroundings, words);
    if (!detail.mayAsk(heard.speaker(), matter)) {
      return Optional.of(Reply.of(words.say(DeskWords.NOT_YOUR_RECORD, slots)));
    }
    var text = detail.text(story, shelf.current(heard.speaker().language()), heard.speaker());
    return Optional.of(Reply.of(text, matter.isOpen() ? next(matter, heard) : List.of()));
  }

  /** What tells matters in these words. */
  public static MatterDetail detail(Surroundings around, Wording words) {
    return new MatterDetail(around.directory(), around.register(), words, around.clock().getZone());
  }

  private List<Reply.Choice> next(Matter matter, Heard heard) {
    return followers(matter.letter(), heard).stream()
        .map(form -> form.start().getFirst() + " " + matter.number())
        .map(words -> new Reply.Choice(words, words))
        .toList();
  }
}
