package org.lanshao.desk.notice;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.desk.talk.PracticeWords;
import org.lanshao.dialogue.Shown;
import org.lanshao.directory.Agency;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Group;
import org.lanshao.form.Marks;
import org.lanshao.form.Wording;
import org.lanshao.notice.Act;
import org.lanshao.notice.Asks;
import org.lanshao.notice.Content;
import org.lanshao.notice.Grade;
import org.lanshao.notice.Item;
import org.lanshao.notice.Level;
import org.lanshao.notice.Notice;
import org.lanshao.notice.OfficialText;
import org.lanshao.notice.Unit;
import org.lanshao.notice.Unit.Who;
import org.lanshao.notice.Verdict;

/** How notices are put into words. */
public final class NoticeText {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final NoticeRoom room;
  private final Wording words;

  NoticeText(NoticeRoom room, Wording words) {
    this.room = room;
    this.words = words;
  }

  String say(NoticeWords phrase, Map<String, String> slots) {
    return words.say(phrase, slots);
  }

  String say(NoticeWords phrase) {
    return words.say(phrase, Map.of());
  }

  /** The headline of something typed. */
  String headline(String kind, Level level) {
    return switch (level) {
      case Level.Signal(var colour) ->
          say(NoticeWords.HEADLINE_SIGNAL, Map.of("kind", kind, "colour", colour.word()));
      case Level.Response(Grade grade) when grade == Grade.WATCH ->
          say(NoticeWords.HEADLINE_WATCH, Map.of("kind", kind));
      case Level.Response(Grade grade) ->
          say(NoticeWords.HEADLINE_RESPONSE, Map.of("kind", kind, "grade", grade.word()));
      case Level.Plain() -> say(NoticeWords.HEADLINE_PLAIN);
    };
  }

  /** The headline of its all-clear, by what holds at last where its own tells of a change. */
  String ended(Item item) {
    var title =
        OfficialText.isChange(item.headline())
            ? headline(item.kind(), item.level())
            : item.headline();
    return say(NoticeWords.HEADLINE_END, Map.of("title", title));
  }

  /** What a notice is called. */
  public static String title(Notice notice) {
    return notice.content().first().headline();
  }

  /** What it is called at a station, or in a county or the city. */
  String title(Notice notice, AreaCode area) {
    return highest(items(notice, area)).headline();
  }

  /** What is said of a station to its group. */
  String group(Notice notice, AreaCode station, Group group) {
    var asked = notice.content().agencies().stream().filter(group.agencies()::contains);
    return text(NoticeWords.GROUP, notice, station, ending(notice, group, asked));
  }

  /** What is said to one who confirms for this. */
  String person(Notice notice, Unit unit) {
    return text(NoticeWords.PERSON, notice, unit.station(), ending(notice, unit));
  }

  /** How somebody confirms for this; empty where nobody is asked. */
  String ending(Notice notice, Unit unit) {
    if (notice.content().asks() == Asks.NONE) {
      return "";
    }
    return switch (unit.who()) {
      case Who.Team() -> say(NoticeWords.ENDING_PERSON, digits(notice));
      case Who.One one -> say(NoticeWords.ENDING_WORKER, digits(notice));
      case Who.Office(Agency agency) ->
          say(NoticeWords.ENDING_OFFICE, asking(notice, Stream.of(agency)));
    };
  }

  /** All that it says, as its author reads it. */
  String whole(Notice notice) {
    var items = notice.content().items();
    return text(NoticeWords.PERSON, notice, items, texts(items), "");
  }

  /** What is said of a station among other notices. */
  String line(Notice notice, AreaCode station) {
    var slots = new HashMap<>(naming(notice, station));
    slots.put("text", texts(notice, station));
    return say(NoticeWords.DIGEST_LINE, slots).strip();
  }

  private static Item highest(List<Item> items) {
    return items.stream()
        .reduce((one, other) -> other.level().isAbove(one.level()) ? other : one)
        .orElseThrow();
  }

  /** All that they say; the headline of the highest stands above it. */
  private static String texts(List<Item> items) {
    var first = highest(items);
    return items.stream()
        .map(item -> item.equals(first) ? item.text() : item.headline() + "\n" + item.text())
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n"));
  }

  /** All that is said of a station; of one that an update leaves out, first that it does. */
  private String texts(Notice notice, AreaCode station) {
    var text = texts(items(notice, station));
    var content = notice.content();
    if (content.act() != Act.UPDATE || !room.items(notice, station).isEmpty()) {
      return text;
    }
    var slots = Map.of("station", room.name(station), "number", content.original().orElse(""));
    return say(NoticeWords.LEFT_OUT, slots) + "\n" + text;
  }

  private List<Item> items(Notice notice, AreaCode station) {
    var items = room.items(notice, station);
    return items.isEmpty() ? notice.content().items() : items;
  }

  private String text(NoticeWords phrase, Notice notice, AreaCode station, String ending) {
    return text(phrase, notice, items(notice, station), texts(notice, station), ending);
  }

  private String text(
      NoticeWords phrase, Notice notice, List<Item> items, String texts, String ending) {
    var slots = new HashMap<>(naming(notice, items));
    slots.put("text", texts);
    slots.put(
        "areas",
        items.stream()
            .flatMap(item -> item.areas().stream())
            .distinct()
            .map(room::name)
            .collect(Collectors.joining("、")));
    slots.put("time", day(notice.content().at()));
    slots.put("ending", ending);
    return lines(words.say(phrase, slots));
  }

  /** Without the lines that a slot left empty. */
  private static String lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
  }

  /** How a group confirms, in one of agencies which of them are to; empty where nobody is asked. */
  String ending(Notice notice, Group group, Stream<Agency> asked) {
    if (notice.content().asks() == Asks.NONE) {
      return "";
    }
    var slots = asking(notice, asked);
    if (!group.isHeard()) {
      return say(
          group.isOwn() ? NoticeWords.ENDING_UNHEARD : NoticeWords.ENDING_JOINT_UNHEARD, slots);
    }
    return say(group.isOwn() ? NoticeWords.ENDING_HEARD : NoticeWords.ENDING_JOINT, slots);
  }

  private Map<String, String> asking(Notice notice, Stream<Agency> agencies) {
    var slots = new HashMap<>(digits(notice));
    slots.put("agencies", Marks.list(agencies.map(Agency::name), words));
    return slots;
  }

  Map<String, String> digits(Notice notice) {
    return Map.of("digits", notice.number().substring(1));
  }

  /** The mark, number and title as they are for a station, or for a county or the city. */
  Map<String, String> naming(Notice notice, AreaCode area) {
    return naming(notice, items(notice, area));
  }

  private Map<String, String> naming(Notice notice, List<Item> items) {
    var mark = notice.content().status().isPractice() ? words.say(PracticeWords.MARK) : "";
    var title = highest(items).headline();
    return Map.of("mark", mark, "number", notice.number(), "title", title);
  }

  String why(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Hold(var until, Verdict.Why why) when why == Verdict.Why.QUIET ->
          say(NoticeWords.WHY_QUIET);
      case Verdict.Hold hold -> say(NoticeWords.WHY_SILENCE);
      default -> say(NoticeWords.WHY_GROUP);
    };
  }

  /** 03:07, or with the day if it is another one than today. */
  String time(Instant at) {
    var local = room.local(at);
    return local.toLocalDate().equals(room.local(room.now()).toLocalDate())
        ? CLOCK.format(local)
        : Shown.moment(local.toLocalDateTime(), words);
  }

  private String day(Instant at) {
    return Shown.moment(room.local(at).toLocalDateTime(), words);
  }

  /** Whether it only says that something is over. */
  static boolean isEnd(Content content) {
    return content.act() == Act.CANCEL;
  }
}
