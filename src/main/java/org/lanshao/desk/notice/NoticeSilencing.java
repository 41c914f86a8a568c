package org.lanshao.desk.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.directory.Area;
import org.lanshao.directory.Found;
import org.lanshao.directory.Person;
import org.lanshao.form.LengthText;
import org.lanshao.message.Reply;
import org.lanshao.notice.Kinds;
import org.lanshao.notice.Notice;
import org.lanshao.notice.Silence;
import org.lanshao.notice.Verdict;
import org.lanshao.reading.Folding;
import org.lanshao.turn.Unavailable;

/** 暂停 and 恢复: what is not to be heard for a while, and where. */
final class NoticeSilencing {
  private static final Pattern LENGTH = Pattern.compile("(\\d+|[一二三四五六七八九十]+)\\s*(天|日|小时|d|h)");
  private static final Duration LONGEST = Duration.ofDays(30);

  private final NoticeTalk talk;
  private final NoticeRoom room;
  private final NoticeIssuing issuing;

  NoticeSilencing(NoticeTalk talk) {
    this.talk = talk;
    this.room = talk.room();
    this.issuing = new NoticeIssuing(room);
  }

  /** 暂停: of a kind, in an area, for some time. */
  Decision silence(String rest, Heard heard) throws Unavailable {
    var text = talk.text(heard);
    if (!NoticeDrafting.mayTell(heard.speaker())) {
      return Decision.say(Reply.of(text.say(NoticeWords.NOT_YOURS)));
    }
    var folded = Folding.fold(rest);
    var length = LENGTH.matcher(folded);
    var duration =
        length.find()
            ? LengthText.read(length.group(1) + length.group(2).replace("日", "天"))
            : Optional.<Duration>empty();
    if (duration.isEmpty() || duration.get().compareTo(LONGEST) > 0) {
      return Decision.say(Reply.of(text.say(NoticeWords.SILENCE_HOW)));
    }
    var words = (folded.substring(0, length.start()) + folded.substring(length.end())).strip();
    var scope = scope(words, heard);
    if (scope.isEmpty()) {
      return Decision.say(Reply.of(text.say(NoticeWords.SILENCE_HOW)));
    }
    var sheet = talk.sheet(heard);
    var until = sheet.now().plus(duration.get());
    var silence = new Silence(scope.get().kind(), scope.get().area().code(), until);
    sheet.silence(silence);
    var slots =
        Map.of(
            "kind", kind(text, silence),
            "area", scope.get().area().name(),
            "time", text.time(until));
    var said = text.say(NoticeWords.SILENCED, slots);
    boolean signal = Kinds.warning(silence.kind()).isPresent();
    return NoticeTalk.decision(
        sheet,
        Reply.of(
            signal
                ? said + text.say(NoticeWords.SILENCED_SIGNAL, Map.of("kind", silence.kind()))
                : said));
  }

  private static String kind(NoticeText text, Silence silence) {
    return silence.kind().isEmpty() ? text.say(NoticeWords.ALL_ROUTINE) : silence.kind();
  }

  /** What is silenced where: a kind, an area in the speaker's charge, or both. */
  private record Scope(String kind, Area area) {}

  private Optional<Scope> scope(String words, Heard heard) {
    Person speaker = heard.speaker();
    var charge = room.directory().charge(speaker);
    Optional<Area> area = room.directory().area(charge);
    var kind = new StringBuilder();
    for (String word : words.split("\\s+")) {
      if (!word.isEmpty()
          && room.directory().find(word, speaker.area()) instanceof Found.One(Area named)) {
        area = Optional.of(named);
      } else {
        kind.append(word);
      }
    }
    return area.filter(one -> room.directory().within(one.code(), charge))
        .filter(one -> kind.length() <= 10)
        .map(one -> new Scope(kind.toString(), one));
  }

  /** 恢复: what was silenced is heard again, and what still holds of it goes out at once. */
  Decision resume(String rest, Heard heard) throws Unavailable {
    var text = talk.text(heard);
    var scope = scope(Folding.fold(rest).strip(), heard);
    if (!NoticeDrafting.mayTell(heard.speaker()) || scope.isEmpty()) {
      return Decision.say(Reply.of(text.say(NoticeWords.NOT_YOURS)));
    }
    var sheet = talk.sheet(heard);
    var area = scope.get().area().code();
    var silences = room.notices().silences(sheet.now());
    var over =
        silences.stream()
            .filter(one -> rest.isEmpty() || one.kind().equals(scope.get().kind()))
            .filter(one -> room.directory().within(one.area(), area))
            .toList();
    if (over.isEmpty()) {
      return Decision.say(Reply.of(text.say(NoticeWords.SILENCE_NONE, Map.of("kind", rest))));
    }
    over.forEach(one -> sheet.silence(new Silence(one.kind(), one.area(), sheet.now())));
    var still = silences.stream().filter(one -> !over.contains(one)).toList();
    issuing.release(
        sheet,
        room.notices().current(sheet.now()),
        NoticeJudging.at(room, sheet.now(), still),
        (station, verdict) ->
            verdict instanceof Verdict.Hold(var until, var why)
                && why == Verdict.Why.SILENCE
                && room.directory().within(station, area));
    var slots =
        Map.of(
            "kind", kind(text, over.getFirst()),
            "area", scope.get().area().name(),
            "count", Integer.toString(sheet.sent().size()));
    var lines = new ArrayList<String>();
    lines.add(text.say(NoticeWords.SILENCE_ENDED, slots));
    sheet.held().forEach(notice -> lines.add(held(text, notice)));
    return sheet.decide(Reply.of(String.join("\n", lines)));
  }

  /** Until when something still waits, and why. */
  private static String held(NoticeText text, Notice notice) {
    var verdict = notice.waiting().values().iterator().next();
    return text.say(
        NoticeWords.SILENCE_HELD,
        Map.of(
            "number", notice.number(),
            "time", Notice.until(verdict).map(text::time).orElse(""),
            "why", text.why(verdict)));
  }
}
