package org.lanshao.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanshao.alert.By;
import org.lanshao.directory.Area;
import org.lanshao.directory.Found;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.form.LengthText;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.notice.Asks;
import org.lanshao.notice.Kinds;
import org.lanshao.notice.OfficialText;
import org.lanshao.notice.Silence;
import org.lanshao.notice.Status;
import org.lanshao.notice.Unit;
import org.lanshao.notice.Verdict;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Prefix;
import org.lanshao.turn.Facts;
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.Unavailable;

/** Answers what people say about notices. */
public final class NoticeDesk {
  private static final Pattern NUMBER = Pattern.compile("^n?0*([1-9]\\d{0,8})(?!\\d)");
  private static final Pattern LENGTH = Pattern.compile("(\\d+|[一二三四五六七八九十]+)\\s*(天|日|小时|d|h)");
  private static final Set<String> SEEN = Set.of("收到", "1", "👌", "确认", "確認", "ok", "好的收到");
  private static final Set<String> ALL = Set.of("全部", "所有", "all");
  private static final Duration LONGEST = Duration.ofDays(30);

  /** A pasted text that is shorter is no official one. */
  private static final int SHORTEST = 12;

  private final NoticeRoom room;
  private final NoticeDrafting drafting;
  private final NoticeConfirming confirming;
  private final NoticeIssuing issuing;

  NoticeDesk(Facts facts, Surroundings surroundings) {
    this.room = new NoticeRoom(facts, surroundings);
    this.drafting = new NoticeDrafting(room);
    this.confirming = new NoticeConfirming(room);
    this.issuing = new NoticeIssuing(room);
  }

  /** The words that no form may begin with. */
  public static List<String> firstWords() {
    return List.of("预警", "响应", "解除", "通知", "代收到", "进度", "暂停", "恢复");
  }

  /** Whether words are about warnings, so that what they warn of is not taken for an alarm. */
  static boolean isAbout(String words) {
    var rest = Prefix.after("演练", words).orElse(words);
    return firstWords().stream().anyMatch(word -> Prefix.after(word, rest).isPresent())
        || !OfficialText.read(words).isEmpty();
  }

  /** The lines of 帮助 for somebody. */
  static List<String> help(Person person, Wording wording) {
    var confirm = wording.say(NoticeWords.HELP_CONFIRM);
    return NoticeDrafting.mayWarn(person)
        ? List.of(wording.say(NoticeWords.HELP_ISSUE), confirm)
        : List.of(confirm);
  }

  private NoticeSheet sheet(Heard heard) {
    return new NoticeSheet(
        room, new By(Optional.of(heard.speaker().id()), heard.where().key(), room.now()));
  }

  private NoticeText text(Heard heard) {
    return new NoticeText(room, room.words(heard.speaker().id()));
  }

  private static Decision decision(NoticeSheet sheet, Reply reply) {
    return Decision.say(reply).telling(sheet.work());
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
        if (rest.isEmpty() || rest.matches("n\\d{1,9}")) {
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
                .notice("N" + number.substring(1))
                .filter(kept -> isAuthor(kept, heard));
    if (draft.isEmpty()) {
      return Optional.empty();
    }
    var sheet = sheet(heard);
    var reply =
        switch (choice) {
          case SEND -> drafting.send(sheet, heard, draft.get(), Optional.empty(), false);
          case WORKER -> drafting.send(sheet, heard, draft.get(), Optional.of(Asks.WORKER), false);
          case NONE -> drafting.send(sheet, heard, draft.get(), Optional.of(Asks.NONE), false);
          case NOW -> drafting.send(sheet, heard, draft.get(), Optional.empty(), true);
          case DROP -> drafting.drop(sheet, heard, draft.get());
        };
    return Optional.of(decision(sheet, reply));
  }

  /** A draft is confirmed by who is in charge of all that it goes to. */
  private boolean isAuthor(KeptNotice kept, Heard heard) {
    var charge = room.directory().charge(heard.speaker());
    return kept.notice().content().stations().stream()
        .allMatch(station -> room.directory().within(station, charge));
  }

  /** What people say at any time; empty when it is about something else. */
  Optional<Decision> answer(Heard heard) throws Unavailable {
    var practice = Prefix.after("演练", heard.text());
    var status = practice.isPresent() ? Status.EXERCISE : Status.ACTUAL;
    var words = practice.orElse(heard.text());
    var drafted = typed(heard, words, status);
    if (drafted.isPresent() || practice.isPresent()) {
      return drafted;
    }
    for (Word word : Word.values()) {
      var rest = word.rest(words);
      if (rest.isPresent()) {
        return said(word, rest.get(), heard);
      }
    }
    return pasted(heard, words, status);
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
      return begins.stream().flatMap(begin -> Prefix.after(begin, words).stream()).findFirst();
    }
  }

  private Optional<Decision> said(Word word, String rest, Heard heard) throws Unavailable {
    return switch (word) {
      case END -> end(rest, heard);
      case PROXY -> Optional.of(proxy(rest, heard));
      case PROGRESS -> progress(rest, heard);
      case SILENCE -> Optional.of(silence(rest, heard));
      case RESUME -> Optional.of(resume(rest, heard));
      case SEEN -> seen(rest, heard);
    };
  }

  private Optional<Decision> typed(Heard heard, String words, Status status) throws Unavailable {
    var reader = new NoticeDraft.Reader(room, text(heard), heard.speaker().area());
    var warning = Prefix.after("预警", words).filter(rest -> !rest.isEmpty());
    if (warning.isPresent() && !warning.get().startsWith("信号")) {
      return Optional.of(drafted(heard, reader.warning(warning.get()), status, true));
    }
    var response = Prefix.after("响应", words).filter(rest -> !rest.isEmpty());
    if (response.isPresent()) {
      return Optional.of(drafted(heard, reader.response(response.get()), status, true));
    }
    var plain = Prefix.after("通知", words).filter(rest -> !rest.isEmpty());
    return plain.isEmpty()
        ? Optional.empty()
        : Optional.of(drafted(heard, reader.plain(plain.get()), status, false));
  }

  private Decision drafted(Heard heard, NoticeDraft draft, Status status, boolean warns)
      throws Unavailable {
    boolean may =
        warns ? NoticeDrafting.mayWarn(heard.speaker()) : NoticeDrafting.mayTell(heard.speaker());
    if (!may) {
      return Decision.say(Reply.of(text(heard).say(NoticeWords.NOT_YOURS)));
    }
    var sheet = sheet(heard);
    return decision(sheet, drafting.draft(sheet, heard, draft, status));
  }

  private Optional<Decision> pasted(Heard heard, String words, Status status) throws Unavailable {
    boolean reads =
        NoticeDrafting.mayWarn(heard.speaker())
            && heard.talk().inHand().isEmpty()
            && words.length() >= SHORTEST
            && (words.contains("预警") || words.contains("响应"));
    if (!reads) {
      return Optional.empty();
    }
    var reader = new NoticeDraft.Reader(room, text(heard), heard.speaker().area());
    var draft = reader.pasted(words);
    return draft.isEmpty()
        ? Optional.empty()
        : Optional.of(drafted(heard, draft.get(), status, true));
  }

  /** The number that words begin with: 15, N15; with what follows. */
  private record Numbered(String number, String rest) {
    static Optional<Numbered> read(String text) {
      var folded = Folding.fold(text).strip();
      var found = NUMBER.matcher(folded);
      return found.find()
          ? Optional.of(new Numbered("N" + found.group(1), folded.substring(found.end()).strip()))
          : Optional.empty();
    }
  }

  private Optional<Decision> end(String rest, Heard heard) throws Unavailable {
    var number = Numbered.read(rest).filter(read -> read.rest().isEmpty());
    if (number.isEmpty() && !rest.isEmpty()) {
      return Optional.empty();
    }
    if (!NoticeDrafting.mayTell(heard.speaker())) {
      return Optional.of(Decision.say(Reply.of(text(heard).say(NoticeWords.NOT_YOURS))));
    }
    var all = drafting.ended(heard);
    if (number.isEmpty()) {
      var sheet = sheet(heard);
      return Optional.of(decision(sheet, drafting.end(sheet, heard, all)));
    }
    var slots = Map.of("number", number.get().number());
    var kept = room.notices().notice(number.get().number());
    if (kept.isEmpty()) {
      return Optional.of(
          Decision.say(Reply.of(text(heard).say(NoticeWords.UNKNOWN_NUMBER, slots))));
    }
    if (kept.get().notice().isDraft() && isAuthor(kept.get(), heard)) {
      var sheet = sheet(heard);
      return Optional.of(decision(sheet, drafting.drop(sheet, heard, kept.get())));
    }
    var which =
        all.stream().filter(one -> one.notice().number().equals(number.get().number())).toList();
    if (which.isEmpty()) {
      var phrase = kept.get().notice().isOpen() ? NoticeWords.NOT_YOURS : NoticeWords.IS_OVER;
      return Optional.of(Decision.say(Reply.of(text(heard).say(phrase, slots))));
    }
    var sheet = sheet(heard);
    return Optional.of(decision(sheet, drafting.end(sheet, heard, which)));
  }

  private Optional<Decision> seen(String rest, Heard heard) throws Unavailable {
    var sheet = sheet(heard);
    if (ALL.contains(Folding.tight(rest))) {
      return confirming.all(sheet, heard).map(reply -> decision(sheet, reply));
    }
    var number = Numbered.read(rest).filter(read -> read.rest().isEmpty());
    return number.isEmpty()
        ? Optional.empty()
        : Optional.of(decision(sheet, confirming.numbered(sheet, heard, number.get().number())));
  }

  /** 收到 alone, and what else means it where nothing is asked; empty when nothing is open. */
  Optional<Decision> receipt(Heard heard) throws Unavailable {
    if (!SEEN.contains(Folding.tight(heard.text()))) {
      return Optional.empty();
    }
    var sheet = sheet(heard);
    return confirming.bare(sheet, heard).map(reply -> decision(sheet, reply));
  }

  private Decision proxy(String rest, Heard heard) throws Unavailable {
    var text = text(heard);
    var read = Numbered.read(rest);
    var role = heard.speaker().role();
    if (role == Role.WORKER || role == Role.SUPERVISOR || role == Role.AUDITOR) {
      return Decision.say(Reply.of(text.say(NoticeWords.NOT_YOURS)));
    }
    if (read.isEmpty() || read.get().rest().isEmpty()) {
      return Decision.say(Reply.of(text.say(NoticeWords.PROXY_HOW)));
    }
    var parts = read.get().rest().split("\\s+", 2);
    var note = parts.length < 2 ? "" : parts[1];
    var charge = room.directory().charge(heard.speaker());
    if (!(room.directory().find(parts[0], heard.speaker().area()) instanceof Found.One(Area area))
        || !room.directory().within(area.code(), charge)) {
      return Decision.say(Reply.of(text.say(NoticeWords.PROXY_PLACE, Map.of("name", parts[0]))));
    }
    var number = read.get().number();
    var slots = Map.of("number", number, "station", area.name());
    var asked = room.notices().asked(number, List.of(Unit.of(area.code())));
    if (asked.isEmpty()) {
      return Decision.say(Reply.of(text.say(NoticeWords.NOT_ASKED, Map.of("number", number))));
    }
    if (room.notices().receipt(number, asked.get().unit()).isPresent()) {
      return Decision.say(
          Reply.of(
              confirming.before(
                  text, number, room.notices().receipt(number, asked.get().unit()).get())));
    }
    var sheet = sheet(heard);
    confirming.proxy(sheet, heard, asked.get(), note);
    return decision(sheet, Reply.of(text.say(NoticeWords.PROXY_DONE, slots)));
  }

  private Optional<Decision> progress(String rest, Heard heard) throws Unavailable {
    var text = text(heard);
    var progress = new NoticeProgress(room, text);
    var within = room.directory().charge(heard.speaker());
    if (rest.isEmpty()) {
      return Optional.of(Decision.say(Reply.of(progress.list(within))));
    }
    var number = Numbered.read(rest).filter(read -> read.rest().isEmpty());
    if (number.isEmpty()) {
      return Optional.empty();
    }
    var kept = room.notices().notice(number.get().number());
    boolean mine =
        kept.isPresent()
            && kept.get().notice().content().stations().stream()
                .anyMatch(station -> room.directory().within(station, within));
    if (!mine) {
      var slots = Map.of("number", number.get().number());
      return Optional.of(Decision.say(Reply.of(text.say(NoticeWords.UNKNOWN_NUMBER, slots))));
    }
    boolean names = heard.chat() instanceof Chat.Private;
    return Optional.of(Decision.say(Reply.of(progress.of(kept.get().notice(), within, names))));
  }

  private Decision silence(String rest, Heard heard) throws Unavailable {
    var text = text(heard);
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
    var sheet = sheet(heard);
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
    return decision(
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
  private Decision resume(String rest, Heard heard) throws Unavailable {
    var text = text(heard);
    var scope = scope(Folding.fold(rest).strip(), heard);
    if (!NoticeDrafting.mayTell(heard.speaker()) || scope.isEmpty()) {
      return Decision.say(Reply.of(text.say(NoticeWords.NOT_YOURS)));
    }
    var sheet = sheet(heard);
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
    var work = sheet.work();
    var slots =
        Map.of(
            "kind", kind(text, over.getFirst()),
            "area", scope.get().area().name(),
            "count", Integer.toString(work.changes().steps().size()));
    return Decision.say(Reply.of(text.say(NoticeWords.SILENCE_ENDED, slots))).telling(work);
  }
}
