package org.lanshao.desk.notice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.directory.Agency;
import org.lanshao.notice.Status;
import org.lanshao.reading.Prefix;
import org.lanshao.turn.Unavailable;

/** Warnings, responses and notices that somebody types or pastes: they become drafts. */
final class NoticeTyping {
  /** A pasted text that is shorter is no official one. */
  private static final int SHORTEST = 12;

  private final NoticeTalk talk;
  private final NoticeRoom room;
  private final NoticeDrafting drafting;

  NoticeTyping(NoticeTalk talk, NoticeDrafting drafting) {
    this.talk = talk;
    this.room = talk.room();
    this.drafting = drafting;
  }

  /** 预警 …, 响应 …, 通知 …, to agencies too; empty when it is none of these. */
  Optional<Decision> typed(Heard heard, String words, Status status) throws Unavailable {
    return switch (new NoticeAgencies.Reader(room.agencies()).read(words)) {
      case NoticeAgencies.These(var agencies, var rest) -> typed(heard, rest, agencies, status);
      case NoticeAgencies.Unknown(var lacking) ->
          Prefix.after(List.of("预警", "响应", "通知"), words).isEmpty()
              ? Optional.empty()
              : Optional.of(drafted(heard, lacking, status, false));
    };
  }

  private Optional<Decision> typed(Heard heard, String words, Set<Agency> agencies, Status status)
      throws Unavailable {
    var warning = Prefix.after("预警", words).filter(rest -> !rest.isEmpty());
    if (warning.isPresent() && !warning.get().startsWith("信号")) {
      return Optional.of(
          drafted(heard, reader(heard).warning(warning.get()).to(agencies), status, true));
    }
    var response = Prefix.after("响应", words).filter(rest -> !rest.isEmpty());
    if (response.isPresent()) {
      return Optional.of(
          drafted(heard, reader(heard).response(response.get()).to(agencies), status, true));
    }
    var plain = Prefix.after("通知", words).filter(rest -> !rest.isEmpty());
    return plain.isEmpty()
        ? Optional.empty()
        : Optional.of(drafted(heard, reader(heard).plain(plain.get()).to(agencies), status, false));
  }

  private NoticeDraft.Reader reader(Heard heard) {
    return new NoticeDraft.Reader(room, talk.text(heard), heard.speaker().area());
  }

  private Decision drafted(Heard heard, NoticeDraft draft, Status status, boolean warns)
      throws Unavailable {
    boolean may =
        warns ? NoticeDrafting.mayWarn(heard.speaker()) : NoticeDrafting.mayTell(heard.speaker());
    if (!may) {
      return talk.say(heard, NoticeWords.NOT_YOURS);
    }
    var sheet = talk.sheet(heard);
    return NoticeTalk.decision(sheet, drafting.draft(sheet, heard, draft, status));
  }

  /** A pasted official text; empty when it is none. */
  Optional<Decision> pasted(Heard heard, String words, Status status) throws Unavailable {
    boolean reads =
        NoticeDrafting.mayWarn(heard.speaker())
            && heard.talk().inHand().isEmpty()
            && words.length() >= SHORTEST
            && (words.contains("预警") || words.contains("响应"));
    if (!reads) {
      return Optional.empty();
    }
    var draft = reader(heard).pasted(words);
    return draft.isEmpty()
        ? Optional.empty()
        : Optional.of(drafted(heard, draft.get(), status, true));
  }
}
