package org.lanshao.desk.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Person;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.notice.OfficialText;
import org.lanshao.notice.Status;
import org.lanshao.reading.Prefix;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Answers what people say about notices. */
public final class NoticeDesk {
  private final NoticeTalk talk;
  private final NoticeTyping typing;
  private final NoticeChoosing choosing;
  private final NoticeEnding ending;
  private final NoticeSeen seen;
  private final NoticeSilencing silencing;

  /** By the notices that are kept and the stations of the directory. */
  public NoticeDesk(Facts facts, Surroundings surroundings) {
    this.talk = new NoticeTalk(new NoticeRoom(facts, surroundings));
    var drafting = new NoticeDrafting(talk.room());
    this.typing = new NoticeTyping(talk, drafting);
    this.choosing = new NoticeChoosing(talk, drafting);
    this.ending = new NoticeEnding(talk, drafting);
    this.seen = new NoticeSeen(talk);
    this.silencing = new NoticeSilencing(talk);
  }

  /** What confirms when nothing follows. */
  public static Set<String> messages() {
    return Set.of("收到");
  }

  /** The words that no form may begin with. */
  public static List<String> firstWords() {
    return List.of("预警", "响应", "解除", "通知", "代收到", "进度", "暂停", "恢复");
  }

  /** Whether words are about warnings, so that what they warn of is not taken for an alarm. */
  public static boolean isAbout(String words) {
    var rest = Prefix.after("演练", words).orElse(words);
    return Prefix.after(firstWords(), rest).isPresent() || !OfficialText.read(words).isEmpty();
  }

  /** The lines of 帮助 for somebody. */
  public static List<String> help(Person person, Wording wording) {
    var confirm = wording.say(NoticeWords.HELP_CONFIRM);
    return NoticeDrafting.mayWarn(person)
        ? List.of(wording.say(NoticeWords.HELP_ISSUE), confirm)
        : List.of(confirm);
  }

  /** What becomes of a draft; empty when these words choose nothing. */
  public Optional<Decision> decide(Heard heard) throws Unavailable {
    return choosing.decide(heard);
  }

  /** 收到 alone, and what else means it where nothing is asked; empty when nothing is open. */
  public Optional<Decision> receipt(Heard heard) throws Unavailable {
    return seen.receipt(heard);
  }

  /** What people say at any time; empty when it is about something else. */
  public Optional<Decision> answer(Heard heard) throws Unavailable {
    var practice = Prefix.after("演练", heard.text());
    var status = practice.isPresent() ? Status.EXERCISE : Status.ACTUAL;
    var words = practice.orElse(heard.text());
    var drafted = typing.typed(heard, words, status);
    if (drafted.isPresent() || practice.isPresent()) {
      return drafted;
    }
    for (Word word : Word.values()) {
      var rest = word.rest(words);
      if (rest.isPresent()) {
        return said(word, rest.get(), heard);
      }
    }
    return typing.pasted(heard, words, status);
  }

  private enum Word {
    END("解除"),
    PROXY("代收到"),
    PROGRESS("进度", "progress"),
    SILENCE("暂停"),
    RESUME("恢复"),
    SEEN("收到", "confirm");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> begins;

    Word(String... begins) {
      this.begins = List.of(begins);
    }

    /** What follows it; empty when a message does not begin so. */
    Optional<String> rest(String words) {
      return Prefix.after(begins, words);
    }
  }

  private Optional<Decision> said(Word word, String rest, Heard heard) throws Unavailable {
    return switch (word) {
      case END -> ending.end(rest, heard);
      case PROXY -> Optional.of(seen.proxy(rest, heard));
      case PROGRESS -> progress(rest, heard);
      case SILENCE -> Optional.of(silencing.silence(rest, heard));
      case RESUME -> Optional.of(silencing.resume(rest, heard));
      case SEEN -> seen.numbered(rest, heard);
    };
  }

  private Optional<Decision> progress(String rest, Heard heard) throws Unavailable {
    var text = talk.text(heard);
    var progress = new NoticeProgress(talk.room(), text);
    var room = talk.room();
    var within = room.directory().charge(heard.speaker());
    if (rest.isEmpty()) {
      return Optional.of(Decision.say(Reply.of(progress.list(within))));
    }
    var number = NoticeNumber.only(rest);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    var kept = room.notices().notice(number.get());
    boolean mine =
        kept.isPresent()
            && kept.get().notice().content().stations().stream()
                .anyMatch(station -> room.directory().within(station, within));
    if (!mine) {
      var slots = Map.of("number", number.get());
      return Optional.of(talk.say(heard, NoticeWords.UNKNOWN_NUMBER, slots));
    }
    boolean names = heard.chat() instanceof Chat.Private;
    return Optional.of(Decision.say(Reply.of(progress.of(kept.get().notice(), within, names))));
  }
}
