package org.lanshao.desk.talk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.lanshao.dialogue.Context;
import org.lanshao.dialogue.Dialogue;
import org.lanshao.directory.Directory;
import org.lanshao.form.Wording;
import org.lanshao.message.Extras;
import org.lanshao.message.Extras.Attachment;
import org.lanshao.message.Reply;
import org.lanshao.reading.Hearing;
import org.lanshao.register.Register;

/** What is said to a person: in their language, and after a digression with the open question. */
public final class Speech {
  private final Directory directory;
  private final Wording wording;
  private final Clock clock;
  private final Register register;

  /** In the wording of these surroundings. */
  public Speech(Surroundings surroundings) {
    this.directory = surroundings.directory();
    this.wording = surroundings.wording();
    this.clock = surroundings.clock();
    this.register = surroundings.register();
  }

  /** A reply to something beside the form, and then the open question once more. */
  public Reply askAgain(Reply said, Heard heard) {
    return heard
        .talk()
        .inHand()
        .map(session -> join(said, Dialogue.prompt(session, context(heard))))
        .orElse(said);
  }

  /** Two replies as one: the last message of the first and the first of the second become one. */
  public static Reply join(Reply first, Reply second) {
    if (first.parts().isEmpty() || second.parts().isEmpty()) {
      return first.parts().isEmpty() ? second : first;
    }
    var parts = new ArrayList<>(first.parts());
    Reply.Part last = parts.removeLast();
    parts.addAll(second.after(last.text() + "\n").parts());
    return new Reply(parts, first.pressed());
  }

  /** Words, and then a file: a file says nothing by itself. */
  public static Reply handing(String text, Attachment file) {
    return new Reply(
        List.of(
            new Reply.Part(text, List.of()),
            new Reply.Part(file.name(), List.of(), Extras.file(file))));
  }

  /** The wording in the language of who speaks. */
  public Wording words(Heard heard) {
    return wording.in(heard.speaker().language());
  }

  /** What the words of who speaks are understood by. */
  public Context context(Heard heard) {
    var hearing =
        new Hearing(
            directory, heard.speaker().area(), LocalDateTime.now(clock), heard.matters(), register);
    return new Context(hearing, words(heard));
  }
}
