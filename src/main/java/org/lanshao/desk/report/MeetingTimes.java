package org.lanshao.desk.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lanshao.command.Span;
import org.lanshao.count.Median;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;
import org.lanshao.record.Submission;
import org.lanshao.turn.Facts;
import org.lanshao.turn.KeptAlert;
import org.lanshao.turn.Unavailable;

/**
 * 见面用时: how long it took from the first words of an emergency until those whom it struck were met,
 * by town. Records of emergencies tell when that was, by their question {@code met}.
 */
final class MeetingTimes {
  static final String WORD = "见面用时";
  private static final SpanTalk.Command ASKED =
      new SpanTalk.Command(List.of(WORD, "見面用時", "time to meet"), "本月");
  private static final QuestionId MET = new QuestionId("met");

  private final Facts facts;
  private final Directory directory;
  private final ZoneId zone;
  private final Optional<Form> emergencies;
  private final SpanTalk talk;
  private final Wording wording;

  MeetingTimes(Facts facts, Surroundings surroundings, Library library, SpanTalk talk) {
    this.facts = facts;
    this.directory = surroundings.directory();
    this.zone = surroundings.clock().getZone();
    this.emergencies = library.forms().stream().filter(Form::urgent).findFirst();
    this.talk = talk;
    this.wording = library.wording();
  }

  /** What is said; empty when the words ask for something else. */
  Optional<Decision> decide(Heard heard) throws Unavailable {
    return emergencies.isEmpty()
        ? Optional.empty()
        : talk.decide(ASKED, heard, (span, who) -> told(emergencies.get(), span, who));
  }

  private String told(Form form, Span.Of span, Heard heard) throws Unavailable {
    var townToMinutes = new TreeMap<AreaCode, List<Long>>(Comparator.comparing(AreaCode::text));
    var records = talk.records(form, span.scope(), span.range());
    for (Submission record : records) {
      var minutes = minutes(record);
      minutes.ifPresent(
          needed ->
              townToMinutes.computeIfAbsent(town(record), at -> new ArrayList<>()).add(needed));
    }
    var all = townToMinutes.values().stream().flatMap(List::stream).toList();
    var slots = talk.slots(span, heard);
    slots.putAll(slots(all));
    slots.put("all", Integer.toString(records.size()));
    var lines = new ArrayList<String>();
    lines.add(wording.say(all.isEmpty() ? ReportWords.MET_NONE : ReportWords.MET, slots));
    if (townToMinutes.size() > 1) {
      townToMinutes.forEach((town, minutes) -> lines.add(line(town, minutes)));
    }
    return String.join("\n", lines);
  }

  /**
   * Minutes from the alert to the meeting, 0 for who was met before; empty where it is not told.
   */
  private Optional<Long> minutes(Submission record) throws Unavailable {
    var met = record.answers().get(MET).filter(Value.DateTime.class::isInstance);
    if (met.isEmpty()) {
      return Optional.empty();
    }
    var at = ((Value.DateTime) met.get()).at().atZone(zone).toInstant();
    return Optional.of(Math.max(0, Duration.between(raised(record), at).toMinutes()));
  }

  private Instant raised(Submission record) throws Unavailable {
    return facts
        .alert(record.number())
        .map(KeptAlert::alert)
        .map(alert -> alert.core().begun().at())
        .orElse(record.at());
  }

  private AreaCode town(Submission record) {
    return directory.around(record.area(), Area.Kind.TOWN).map(Area::code).orElse(record.area());
  }

  private String line(AreaCode town, List<Long> minutes) {
    var slots = new HashMap<>(slots(minutes));
    slots.put("area", directory.area(town).map(directory::fullName).orElse(town.text()));
    return wording.say(ReportWords.MET_LINE, slots);
  }

  private static Map<String, String> slots(List<Long> minutes) {
    return Map.of(
        "count", Integer.toString(minutes.size()),
        "median", minutes.isEmpty() ? "" : Long.toString(Median.of(minutes)),
        "longest", Long.toString(minutes.stream().mapToLong(Long::longValue).max().orElse(0)));
  }
}
