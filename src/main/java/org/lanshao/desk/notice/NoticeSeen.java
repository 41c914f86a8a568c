package org.lanshao.desk.notice;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.directory.Agency;
import org.lanshao.directory.Area;
import org.lanshao.directory.Found;
import org.lanshao.directory.Role;
import org.lanshao.message.Reply;
import org.lanshao.notice.Unit;
import org.lanshao.reading.Folding;
import org.lanshao.turn.Unavailable;

/** 收到 and 代收到: which notice is meant, and who may say it. */
final class NoticeSeen {
  private static final Set<String> SEEN = Set.of("收到", "1", "👌", "确认", "確認", "ok", "好的收到");

  /** What is answered although nothing is asked any more: nobody means anything else by it. */
  private static final Set<String> PLAIN = Set.of("收到", "👌", "好的收到");

  private static final Set<String> ALL = Set.of("全部", "所有", "all");
  private static final Set<Role> PROXIES =
      EnumSet.complementOf(EnumSet.of(Role.WORKER, Role.SUPERVISOR, Role.AUDITOR));

  private final NoticeTalk talk;
  private final NoticeRoom room;
  private final NoticeConfirming confirming;

  NoticeSeen(NoticeTalk talk) {
    this.talk = talk;
    this.room = talk.room();
    this.confirming = new NoticeConfirming(room);
  }

  /** 收到15, 收到全部; empty when neither follows the word. */
  Optional<Decision> numbered(String rest, Heard heard) throws Unavailable {
    var sheet = talk.sheet(heard);
    if (ALL.contains(Folding.tight(rest))) {
      var all = confirming.all(sheet, heard);
      if (all.isEmpty()) {
        all = confirming.already(heard);
      }
      return Optional.of(
          all.isPresent()
              ? NoticeTalk.decision(sheet, all.get())
              : talk.say(heard, NoticeWords.NOTHING_OPEN));
    }
    var numbers = NoticeNumber.all(rest);
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(NoticeTalk.decision(sheet, confirming.numbered(sheet, heard, numbers)));
  }

  /**
   * 收到 alone, and what else means it where nothing is asked; who confirmed when nothing is open any
   * more; empty when nothing ever was.
   */
  Optional<Decision> receipt(Heard heard) throws Unavailable {
    var said = Folding.tight(heard.text());
    if (!SEEN.contains(said)) {
      return Optional.empty();
    }
    var sheet = talk.sheet(heard);
    var reply = confirming.bare(sheet, heard);
    if (reply.isEmpty() && PLAIN.contains(said)) {
      reply = confirming.already(heard);
    }
    return reply.map(one -> NoticeTalk.decision(sheet, one));
  }

  /** Somebody gives the confirmation of a station for it: 代收到 N15 连滩镇 电话 …. */
  Decision proxy(String rest, Heard heard) throws Unavailable {
    var read = NoticeNumber.read(rest).filter(one -> !one.rest().isEmpty());
    if (!PROXIES.contains(heard.speaker().role())) {
      return talk.say(heard, NoticeWords.NOT_YOURS);
    }
    if (read.isEmpty()) {
      return talk.say(heard, NoticeWords.PROXY_HOW);
    }
    var parts = read.get().rest().split("\\s+", 2);
    var note = parts.length < 2 ? "" : parts[1];
    var whole = mine(parts[0], heard).map(area -> behind(area, note));
    var meant = whole.or(() -> together(parts[0], note, heard));
    return meant.isEmpty()
        ? talk.say(heard, NoticeWords.PROXY_PLACE, Map.of("name", parts[0]))
        : proxy(read.get().number(), meant.get(), heard);
  }

  /**
   * For whom somebody confirms who told it.
   *
   * @param note how it is known
   */
  private record Meant(Unit unit, String note) {}

  /** A station; with the name of an agency behind it, that: 太平镇 三防办 电话. */
  private Meant behind(Area area, String note) {
    var parts = note.split("\\s+", 2);
    return agency(parts[0])
        .map(agency -> new Meant(Unit.of(area.code(), agency), parts.length < 2 ? "" : parts[1]))
        .orElseGet(() -> new Meant(Unit.of(area.code()), note));
  }

  private Optional<Agency> agency(String name) {
    return room.agencies().called(name);
  }

  /** An agency, its name written together with that of the town: 太平镇三防办. */
  private Optional<Meant> together(String name, String note, Heard heard) {
    return room.agencies().all().stream()
        .filter(agency -> name.endsWith(agency.name()))
        .flatMap(
            agency ->
                mine(name.substring(0, name.length() - agency.name().length()), heard).stream()
                    .map(area -> new Meant(Unit.of(area.code(), agency), note)))
        .findFirst();
  }

  /** The area of this name in the speaker's charge. */
  private Optional<Area> mine(String name, Heard heard) {
    var charge = room.directory().charge(heard.speaker());
    return room.directory().find(name, heard.speaker().area()) instanceof Found.One(Area area)
            && room.directory().within(area.code(), charge)
        ? Optional.of(area)
        : Optional.empty();
  }

  private Decision proxy(String number, Meant meant, Heard heard) throws Unavailable {
    var asked = room.notices().asked(number, List.of(meant.unit()));
    if (asked.isEmpty()) {
      return talk.say(heard, NoticeWords.NOT_ASKED, Map.of("number", number));
    }
    var before = room.notices().receipt(number, asked.get().unit());
    if (before.isPresent()) {
      return Decision.say(Reply.of(confirming.before(heard, before.get())));
    }
    var sheet = talk.sheet(heard);
    confirming.proxy(sheet, heard, asked.get(), meant.note());
    var slots = Map.of("number", number, "station", room.name(meant.unit()));
    return NoticeTalk.decision(
        sheet, Reply.of(talk.text(heard).say(NoticeWords.PROXY_DONE, slots)));
  }
}
