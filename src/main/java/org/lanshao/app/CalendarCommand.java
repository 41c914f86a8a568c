package org.lanshao.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.lanshao.season.Agenda;
import org.lanshao.season.Declaration;
import org.lanshao.season.Timetable;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lanshao calendar}: which routine reminders go out when, and why. */
@Command(name = "calendar", description = "接下来什么时候发什么例行提醒，为什么。", mixinStandardHelpOptions = true)
final class CalendarCommand implements Callable<Integer> {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH:mm", Locale.CHINA);
  private static final int MOST_DAYS = 400;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--days", paramLabel = "N", description = "看多少天，不写是 7。")
  private int days = 7;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var err = spec.commandLine().getErr();
    if (days < 1 || days > MOST_DAYS) {
      err.println("--days 后面写 1 到 %d。".formatted(MOST_DAYS));
      return 2;
    }
    return config
        .readAll(err)
        .map(read -> Attempt.at(() -> show(read), err).isEmpty() ? 0 : 1)
        .orElse(1);
  }

  private void show(AllRead read) throws Unavailable {
    show(read.written(), declared(read), read.settings().time().zone());
  }

  /** What was declared by chat, if there is a database already. */
  private static List<Declaration> declared(AllRead read) throws Unavailable {
    if (!StoredDrafts.exist(read.settings())) {
      return List.of();
    }
    try (var store = read.open()) {
      return store.reminders().declared();
    }
  }

  private void show(Written written, List<Declaration> declared, ZoneId zone) {
    var out = spec.commandLine().getOut();
    var reminders = written.reminders();
    var seasons = reminders.seasons().with(declared);
    var timetable = new Timetable(seasons, reminders.workdays(), zone);
    var agenda = new Agenda(reminders, timetable, written.library().wording());
    Instant now = Clock.system(zone).instant();
    Instant until = now.plus(days, ChronoUnit.DAYS);
    var entries = agenda.between(now, until);
    for (Agenda.Entry entry : entries) {
      out.printf(
          "%s %s%s%s%n",
          AT.format(entry.at()),
          entry.schedule().title(),
          entry.why().isEmpty() ? "" : "：" + entry.why(),
          entry.isCrowded() ? "；当天已有更早的提醒，收过的不再发" : "");
    }
    if (entries.isEmpty()) {
      out.printf("接下来 %d 天没有例行提醒。%n", days);
    }
    for (int year : agenda.unknownYears(now, until)) {
      out.printf("calendar.yaml 里还没有 %d 年的放假和补班，只看周末。%n", year);
    }
  }
}
