package org.lanshao.desk.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.count.Report;
import org.lanshao.desk.register.FileRights;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.dialogue.Shown;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.form.FormId;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.Prefix;
import org.lanshao.record.Revision;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Records.Changed;
import org.lanshao.turn.Reports.Known;
import org.lanshao.turn.Unavailable;

/** Answers R12 and 对比 R12: numbers as they were given, and what became of them. */
public final class KeptReports {
  /** What 对比 begins with. */
  public static final String COMPARE = "对比";

  private static final String COMPARE_ENGLISH = "compare";

  /** More changes are counted, not listed. */
  private static final int MOST_TOLD = 30;

  private final Facts facts;
  private final Directory directory;
  private final FileRights rights;
  private final ReportBook book;
  private final FiledSince filed;
  private final Wording wording;
  private final ZoneId zone;

  KeptReports(Facts facts, Surroundings surroundings, FiledSince filed, Wording wording) {
    this.facts = facts;
    this.directory = surroundings.directory();
    this.rights = new FileRights(directory);
    this.book = new ReportBook(facts, surroundings);
    this.filed = filed;
    this.wording = wording;
    this.zone = surroundings.clock().getZone();
  }

  /** What is said; empty when the words name no report that was kept. */
  Optional<Decision> decide(Heard heard) throws Unavailable {
    var compared =
        Prefix.after(COMPARE, heard.text()).or(() -> Prefix.after(COMPARE_ENGLISH, heard.text()));
    var report = book.report(compared.orElse(heard.text()));
    if (report.isEmpty()) {
      return Optional.empty();
    }
    if (!book.mayRead(report.get(), heard)) {
      return Optional.of(say(ReportWords.NOT_THIS, Map.of("number", report.get().number())));
    }
    if (heard.chat() instanceof Chat.Group) {
      return Optional.of(say(ReportWords.IN_PRIVATE, Map.of()));
    }
    return Optional.of(
        compared.isPresent() ? compared(report.get(), heard.speaker()) : again(report.get()));
  }

  private Decision again(Report report) {
    var at = Shown.moment(LocalDateTime.ofInstant(report.at(), zone), wording);
    var slots = Map.of("number", report.number(), "time", at, "text", report.text());
    return say(ReportWords.AGAIN, slots);
  }

  private Decision compared(Report report, Person asker) throws Unavailable {
    var numbers = new ArrayList<Long>();
    for (Report.Input input : report.inputs()) {
      numbers.add(ReportNumbers.now(facts, input.source()));
    }
    var given = new Known(report, report.inputs().stream().map(Report.Input::number).toList());
    boolean same = numbers.equals(given.numbers());
    var changes = changes(report, !same);
    var homes = filed.of(report);
    var slots =
        Map.of(
            "moved", ReportLines.moved(given, numbers, homes.numbers()),
            "number", report.number(),
            "count", Integer.toString(changes.size()));
    var lines = new ArrayList<String>();
    boolean noneMoved = same && homes.numbers().isEmpty();
    lines.add(wording.say(words(noneMoved, same, changes, homes.homes()), slots));
    changes.stream().limit(MOST_TOLD).map(this::line).forEach(lines::add);
    if (changes.size() > MOST_TOLD) {
      lines.add(more(changes.size() - MOST_TOLD));
    }
    lines.addAll(homes(homes.homes(), asker));
    return Decision.say(Reply.of(String.join("\n", lines)));
  }

  private String more(int count) {
    return wording.say(ReportWords.MORE_CHANGES, Map.of("count", Integer.toString(count)));
  }

  private static ReportWords words(
      boolean noneMoved, boolean same, List<Changed> changes, List<FiledMove> homes) {
    if (!changes.isEmpty()) {
      return noneMoved ? ReportWords.SAME_AFTER : ReportWords.COMPARED;
    }
    if (noneMoved) {
      return homes.isEmpty() ? ReportWords.SAME : ReportWords.SAME_BUT_FILED;
    }
    return same ? ReportWords.COMPARED_FILED : ReportWords.COMPARED_ALONE;
  }

  /** The households that moved numbers of those on file; of those of others only how many. */
  private List<String> homes(List<FiledMove> homes, Person asker) {
    if (homes.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add(wording.say(ReportWords.FILED, Map.of("count", Integer.toString(homes.size()))));
    var seen =
        homes.stream()
            .filter(home -> home.areas().anyMatch(area -> rights.sees(asker, area)))
            .toList();
    seen.stream().limit(MOST_TOLD).map(home -> home.line(wording, zone)).forEach(lines::add);
    if (homes.size() > Math.min(seen.size(), MOST_TOLD)) {
      lines.add(more(homes.size() - Math.min(seen.size(), MOST_TOLD)));
    }
    return lines;
  }

  /**
   * What became of the records that it tells of since it was given, the newest first. Where a
   * number moved, what was revised at the very moment of the report may be why.
   */
  private List<Changed> changes(Report report, boolean moved) throws Unavailable {
    var changes = new ArrayList<Changed>();
    var days = days(report);
    for (FormId form : report.forms()) {
      facts.records().changed(form, days, report.at().minusMillis(moved ? 1 : 0)).stream()
          .filter(changed -> changed.isIn(report.scope(), directory))
          .filter(changed -> isLater(changed, report.at()))
          .forEach(changes::add);
    }
    changes.sort(Comparator.comparing(Changed::at));
    return List.copyOf(changes.reversed());
  }

  private static boolean isLater(Changed changed, Instant at) {
    return changed.at().isAfter(at) || changed.state() != Revision.State.FILED;
  }

  /** A number may have days of its own. */
  private static DayRange days(Report report) {
    var first = report.range().first();
    var last = report.range().last();
    for (Report.Input input : report.inputs()) {
      var days = input.source().days();
      first = days.first().isBefore(first) ? days.first() : first;
      last = days.last().isAfter(last) ? days.last() : last;
    }
    return new DayRange(first, last);
  }

  private String line(Changed changed) {
    var words =
        switch (changed.state()) {
          case FILED -> ReportWords.CHANGE_FILED;
          case CORRECTED -> ReportWords.CHANGE_CORRECTED;
          case RETURNED -> ReportWords.CHANGE_RETURNED;
          case WITHDRAWN -> ReportWords.CHANGE_WITHDRAWN;
        };
    var at = Shown.moment(LocalDateTime.ofInstant(changed.at(), zone), wording);
    return wording.say(words, Map.of("number", changed.number(), "time", at));
  }

  private Decision say(ReportWords words, Map<String, String> slots) {
    return Decision.say(Reply.of(wording.say(words, slots)));
  }
}
