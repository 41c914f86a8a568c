package org.lanshao.desk.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.notice.Asks;
import org.lanshao.reading.Folding;
import org.lanshao.turn.Unavailable;

/** What becomes of a draft, by the choice of who looks at its preview. */
final class NoticeChoosing {
  private final NoticeTalk talk;
  private final NoticeRoom room;
  private final NoticeDrafting drafting;

  NoticeChoosing(NoticeTalk talk, NoticeDrafting drafting) {
    this.talk = talk;
    this.room = talk.room();
    this.drafting = drafting;
  }

  /** 确认, 每人, 免回, 马上, 不发: what becomes of a draft; empty when there is none. */
  Optional<Decision> decide(Heard heard) throws Unavailable {
    if (!NoticeDrafting.mayTell(heard.speaker())) {
      return Optional.empty();
    }
    var tight = Folding.tight(heard.text());
    for (Choice choice : Choice.values()) {
      for (String word : choice.words) {
        var rest = tight.startsWith(word) ? tight.substring(word.length()) : "?";
        if (rest.isEmpty() || rest.matches("nx?\\d{1,9}")) {
          return decide(heard, choice, rest);
        }
      }
    }
    return Optional.empty();
  }

  /** The digits are those of the preview, which lists the choices always in this order. */
  private enum Choice {
    SEND("确认", "確認", "发出", "1", "👌", "ok"),
    WORKER("每人", "3"),
    NONE("免回", "4"),
    NOW("马上", "立即", "5"),
    DROP("不发", "取消", "2");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> words;

    Choice(String... words) {
      this.words = List.of(words);
    }
  }

  private Optional<Decision> decide(Heard heard, Choice choice, String number) throws Unavailable {
    boolean asked = heard.talk().inHand().isPresent();
    if (number.isEmpty() && asked) {
      return Optional.empty();
    }
    var me = heard.speaker().id();
    var draft =
        number.isEmpty()
            ? room.notices().draft(me)
            : room.notices()
                .notice(number.toUpperCase(Locale.ROOT))
                .filter(kept -> talk.isAuthor(kept, heard));
    if (draft.isEmpty()) {
      return Optional.empty();
    }
    var sheet = talk.sheet(heard);
    var reply =
        switch (choice) {
          case SEND -> drafting.send(sheet, heard, draft.get(), Optional.empty(), false);
          case WORKER -> drafting.send(sheet, heard, draft.get(), Optional.of(Asks.WORKER), false);
          case NONE -> drafting.send(sheet, heard, draft.get(), Optional.of(Asks.NONE), false);
          case NOW -> drafting.send(sheet, heard, draft.get(), Optional.empty(), true);
          case DROP -> drafting.drop(sheet, heard, draft.get());
        };
    return Optional.of(NoticeTalk.decision(sheet, reply));
  }
}
