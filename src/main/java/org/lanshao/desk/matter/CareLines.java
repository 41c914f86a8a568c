package org.lanshao.desk.matter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lanshao.command.MatterAbout;
import org.lanshao.count.RangeText;
import org.lanshao.desk.talk.Listening;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Person;
import org.lanshao.form.Form;
import org.lanshao.form.Wording;
import org.lanshao.record.Matter;

/** Matters that are due or overdue as people read them, a line each. */
public final class CareLines {
  /** So many are told; the rest is counted. */
  static final int TOLD = 20;

  private final List<Form> forms;
  private final Wording wording;
  private final LocalDate today;
  private final MatterAbout abouts;
  private final Person reader;

  /** In the language of these, as this person may read them. */
  CareLines(List<Form> forms, Wording wording, Surroundings around, Person reader) {
    this.abouts = new MatterAbout(around.directory(), around.register(), forms, wording);
    this.reader = reader;
    this.forms = forms;
    this.wording = wording;
    this.today = LocalDate.now(around.clock());
  }

  /** What is due of a matter that has a day. */
  String line(Matter matter) {
    long days = matter.overdue(today);
    boolean last = matter.care().deadline();
    var slots =
        Map.of(
            "number", matter.number(),
            "about", abouts.text(matter, reader),
            "state", Listening.label(forms, matter),
            "day", RangeText.day(matter.care().due().orElse(today), wording),
            "days", Long.toString(days));
    return days > 0
        ? wording.say(last ? CareWords.OVERDUE_DEADLINE : CareWords.OVERDUE, slots)
        : wording.say(last ? CareWords.DUE_DEADLINE : CareWords.DUE_TODAY, slots);
  }

  /** How a matter stands, and for how many days it has been open. */
  String open(Matter matter) {
    return wording.say(
        CareWords.OPEN_LINE,
        Map.of(
            "number", matter.number(),
            "about", abouts.text(matter, reader),
            "state", Listening.label(forms, matter),
            "days", Long.toString(ChronoUnit.DAYS.between(matter.day(), today))));
  }

  /** The first of these lines, and how many there are more. */
  public static List<String> first(List<String> lines, Wording wording) {
    if (lines.size() <= TOLD) {
      return lines;
    }
    var told = new ArrayList<>(lines.subList(0, TOLD));
    var more = Map.of("count", Integer.toString(lines.size() - TOLD));
    told.add(wording.say(CareWords.MORE, more));
    return told;
  }
}
