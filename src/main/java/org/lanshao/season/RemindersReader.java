package org.lanshao.season;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Section;
import org.lanshao.form.YamlFile;

/** Reads {@code config/notices.yaml}; {@code config/README.md} explains it. */
public final class RemindersReader {
  /** Slots are looked for from here on, in the years that the project knows about. */
  private static final Instant BEGIN = Instant.parse("2022-01-01T00:00:00Z");

  private final Around around;
  private final Section top;
  private final Mistakes mistakes;

  private RemindersReader(Around around, Section top, Mistakes mistakes) {
    this.around = around;
    this.top = top;
    this.mistakes = mistakes;
  }

  /**
   * What a file is read beside.
   *
   * @param workdays of {@code config/calendar.yaml}
   * @param texts of {@code conversations/notices}
   */
  public record Around(Workdays workdays, Map<String, ReminderText> texts, Directory directory) {
    /** Copies the texts. */
    public Around {
      texts = Map.copyOf(texts);
    }
  }

  /**
   * The reminders of a file's text.
   *
   * @param mistakes all that is wrong; the reminders may be used only if nothing was added
   */
  public static Reminders read(String file, String text, Around around, Mistakes mistakes) {
    var top = YamlFile.readKeys(file, text, mistakes);
    return new RemindersReader(around, top, mistakes).read();
  }

  private Reminders read() {
    var seasons = new SeasonsReader(mistakes).read(top);
    var places = new PlacesReader(around.directory(), mistakes);
    var tags = places.tags(top.section("tags"));
    int most = top.whole("most", 1, 10).map(Long::intValue).orElse(1);
    var schedules = schedules(seasons, places, tags);
    var campaigns = ThresholdReader.read(top.section("campaigns"));
    top.refuseOthers();
    return new Reminders(seasons, around.workdays(), most, schedules, around.texts(), campaigns);
  }

  private List<Schedule> schedules(
      Seasons seasons, PlacesReader places, Map<String, Set<AreaCode>> tags) {
    var schedules = new ArrayList<Schedule>();
    var ids = new HashSet<String>();
    var timetable = new Timetable(seasons, around.workdays(), ZoneOffset.UTC);
    for (Section section : top.sections("schedules")) {
      var reader = new ScheduleReader(section, seasons, around.texts().keySet(), mistakes);
      reader
          .read(audience -> places.audience(audience, tags))
          .ifPresent(
              schedule -> {
                checkId(schedule, ids, section);
                checkDue(schedule, timetable, section);
                schedules.add(schedule);
              });
    }
    return schedules;
  }

  private static void checkId(Schedule schedule, Set<String> ids, Section section) {
    if (!ids.add(schedule.id())) {
      section.wrong(
          SeasonCode.USED_TWICE, "id", "已经有一个 %s。".formatted(schedule.id()), "每个提醒的 id 都不同。");
    }
  }

  private static void checkDue(Schedule schedule, Timetable timetable, Section section) {
    if (timetable.next(schedule, BEGIN).isEmpty()) {
      section.wrong(
          SeasonCode.NEVER_DUE,
          "cron",
          "提醒 %s 哪一年都不会发。".formatted(schedule.id()),
          "看 cron、days 和 while 合不合，季节有没有写日期。");
    }
  }
}
