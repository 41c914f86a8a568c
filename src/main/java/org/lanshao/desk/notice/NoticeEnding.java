package org.lanshao.desk.notice;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.notice.Kinds;
import org.lanshao.turn.Unavailable;

/** 解除: which notice is over, and what is said of one that cannot be ended. */
final class NoticeEnding {
  private final NoticeTalk talk;
  private final NoticeRoom room;
  private final NoticeDrafting drafting;

  NoticeEnding(NoticeTalk talk, NoticeDrafting drafting) {
    this.talk = talk;
    this.room = talk.room();
    this.drafting = drafting;
  }

  private static Optional<String> kind(String rest) {
    return rest.contains("响应") ? Kinds.response(rest) : Kinds.warning(rest);
  }

  /** Of what follows the word: a number, a kind, nothing; empty when it is about something else. */
  Optional<Decision> end(String rest, Heard heard) throws Unavailable {
    var number = NoticeNumber.only(rest);
    var kind = heard.talk().inHand().isEmpty() ? kind(rest) : Optional.<String>empty();
    if (number.isEmpty() && kind.isEmpty() && !rest.isEmpty()) {
      return Optional.empty();
    }
    if (!NoticeDrafting.mayTell(heard.speaker())) {
      return Optional.of(talk.say(heard, NoticeWords.NOT_YOURS));
    }
    var all =
        kind.isPresent() ? drafting.holding(heard, kind.get(), Set.of()) : drafting.ended(heard);
    if (number.isEmpty()) {
      var sheet = talk.sheet(heard);
      return Optional.of(NoticeTalk.decision(sheet, drafting.end(sheet, heard, all)));
    }
    var slots = Map.of("number", number.get());
    var kept = room.notices().notice(number.get());
    if (kept.isEmpty()) {
      return Optional.of(talk.say(heard, NoticeWords.UNKNOWN_NUMBER, slots));
    }
    if (kept.get().notice().isDraft() && talk.isAuthor(kept.get(), heard)) {
      var sheet = talk.sheet(heard);
      return Optional.of(NoticeTalk.decision(sheet, drafting.drop(sheet, heard, kept.get())));
    }
    var which = all.stream().filter(one -> one.notice().number().equals(number.get())).toList();
    if (which.isEmpty()) {
      var phrase = kept.get().notice().isOpen() ? NoticeWords.NOT_YOURS : NoticeWords.IS_OVER;
      return Optional.of(talk.say(heard, phrase, slots));
    }
    var sheet = talk.sheet(heard);
    return Optional.of(NoticeTalk.decision(sheet, drafting.end(sheet, heard, which)));
  }
}
