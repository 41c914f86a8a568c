package org.lanshao.desk.season;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lanshao.command.CommandWords;
import org.lanshao.count.RangeText;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.LocalSeasons;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Area;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;
import org.lanshao.season.Agenda;
import org.lanshao.season.Seasons;
import org.lanshao.season.Timetable;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Answers 日历, 日历 本周, 日历 下周 and 日历 本月: which reminders go out when, and why. */
public final class Calendars {
  private static final String WORD = "日历";

  /** More lines than these are too many for a message. */
  private static final int MOST = 40;

  private final Facts facts;
  private final Wording wording;
  private final Surroundings around;

  /** By the seasons and reminders that are set and declared. */
  public Calendars(Facts facts, Wording wording, Surroundings around) {
    this.facts = facts;
    this.wording = wording;
    this.around = around;
  }

  /** The answer; empty when the words mean something else. */
  public Optional<Decision> answer(Heard heard) throws Unavailable {
    var said = Folding.tight(heard.text());
    var now = around.clock().instant();
    var today = heard.today();
    var sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    return switch (said) {
      case WORD, "calendar" -> Optional.of(say(heard, now, today.plusDays(6)));
      case WORD + "今天", WORD + "今日" -> Optional.of(say(heard, now, today));
      case WORD + "明天", WORD + "听日" -> Optional.of(say(heard, end(today), today.plusDays(1)));
      case WORD + "本周", WORD + "这周", WORD + "这个星期" -> Optional.of(say(heard, now, sunday));
      case WORD + "下周", WORD + "下个星期" -> Optional.of(say(heard, end(sunday), sunday.plusDays(7)));
      case WORD + "本月", WORD + "这个月" ->
          Optional.of(say(heard, now, today.with(TemporalAdjusters.lastDayOfMonth())));
      default -> Optional.empty();
    };
  }

  /** The last moment of a day. */
  private Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(around.clock().getZone()).minusNanos(1).toInstant();
  }

  /** The seasons as they are where somebody works; all counties' for those above them. */
  private Seasons seasons(Heard heard) throws Unavailable {
    var seasons = new LocalSeasons(facts, around);
    var area = heard.speaker().area();
    boolean wide = around.directory().around(area, Area.Kind.COUNTY).isEmpty();
    return wide ? seasons.all() : seasons.in(area);
  }

  private Decision say(Heard heard, Instant after, LocalDate last) throws Unavailable {
    var reminders = around.reminders();
    var timetable = new Timetable(seasons(heard), reminders.workdays(), around.clock().getZone());
    var agenda = new Agenda(reminders, timetable, wording);
    var entries = agenda.between(after, end(last));
    var lines = new ArrayList<String>();
    entries.stream()
        .limit(MOST)
        .map(entry -> line(entry, heard.speaker().language()))
        .forEach(lines::add);
    if (entries.size() > MOST) {
      var more = Integer.toString(entries.size() - MOST);
      lines.add(wording.say(CommandWords.CALENDAR_MORE, Map.of("count", more)));
    }
    if (lines.isEmpty()) {
      lines.add(wording.say(CommandWords.CALENDAR_NONE));
    }
    for (int year : agenda.unknownYears(after, end(last))) {
      lines.add(wording.say(CommandWords.CALENDAR_UNKNOWN, Map.of("year", Integer.toString(year))));
    }
    return Decision.say(Reply.of(String.join("\n", lines)));
  }

  /** 12月9日 周三 07:00. */
  private String time(ZonedDateTime at, String language) {
    var clock = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.of(language));
    return RangeText.day(at.toLocalDate(), wording) + " " + clock.format(at);
  }

  private String line(Agenda.Entry entry, String language) {
    var slots =
        Map.of(
            "time", time(entry.at(), language),
            "title", entry.schedule().title(),
            "why", entry.why());
    var line = wording.say(CommandWords.CALENDAR_LINE, slots);
    return entry.isCrowded() ? line + wording.say(CommandWords.CALENDAR_CROWDED) : line;
  }
}
