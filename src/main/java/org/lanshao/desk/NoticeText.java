package org.lanshao.desk;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lanshao.dialogue.Shown;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.Wording;
import org.lanshao.notice.Act;
import org.lanshao.notice.Asks;
import org.lanshao.notice.Content;
import org.lanshao.notice.Grade;
import org.lanshao.notice.Item;
import org.lanshao.notice.Level;
import org.lanshao.notice.Notice;
import org.lanshao.notice.Verdict;

/** How notices are put into words. */
final class NoticeText {
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

  /** What a notice is called. */
  static String title(Notice notice) {
    return notice.content().first().headline();
  }

  /** What is said of a station to its group. */
  String group(Notice notice, AreaCode station, boolean isHeard) {
    return text(NoticeWords.GROUP, notice, items(notice, station), ending(notice, isHeard));
  }

  /** What is said of a station to one who works there. */
  String person(Notice notice, AreaCode station) {
    var phrase =
        switch (notice.content().asks()) {
          case NONE -> "";
          case STATION -> say(NoticeWords.ENDING_PERSON, digits(notice));
          case WORKER -> say(NoticeWords.ENDING_WORKER, digits(notice));
        };
    return text(NoticeWords.PERSON, notice, items(notice, station), phrase);
  }

  /** All that it says, as its author reads it. */
  String whole(Notice notice) {
    return text(NoticeWords.PERSON, notice, notice.content().items(), "");
  }

  /** What is said of a station among other notices. */
  String line(Notice notice, AreaCode station) {
    var items = items(notice, station);
    var slots = new HashMap<>(naming(notice));
    slots.put("title", highest(items).headline());
    slots.put("text", texts(items));
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

  private List<Item> items(Notice notice, AreaCode station) {
    var items = room.items(notice, station);
    return items.isEmpty() ? notice.content().items() : items;
  }

  private String text(NoticeWords phrase, Notice notice, List<Item> items, String ending) {
    var slots = new HashMap<>(naming(notice));
    slots.put("title", highest(items).headline());
    slots.put("text", texts(items));
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

  private String ending(Notice notice, boolean isHeard) {
    if (notice.content().asks() == Asks.NONE) {
      return "";
    }
    return isHeard
        ? say(NoticeWords.ENDING_HEARD, digits(notice))
        : say(NoticeWords.ENDING_UNHEARD);
  }

  Map<String, String> digits(Notice notice) {
    return Map.of("digits", notice.number().substring(1));
  }

  /** The mark, number and title. */
  Map<String, String> naming(Notice notice) {
    var mark = notice.content().status().isPractice() ? words.say(PracticeWords.MARK) : "";
    return Map.of("mark", mark, "number", notice.number(), "title", title(notice));
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
