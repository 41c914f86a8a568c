package org.lanshao.alert;

import java.util.List;
import java.util.Map;
import org.lanshao.form.Section;

/** Reads how those are reminded who do not confirm a notice: {@code notices} of the file. */
final class ChaseReader {
  /** The station itself is written to at each wave without being named. */
  private static final Map<String, Slot> ABOVE =
      Map.of("town", Slot.TOWN, "county", Slot.COUNTY, "city", Slot.CITY);

  private final StepReader steps;

  ChaseReader(StepReader steps) {
    this.steps = steps;
  }

  /** What the section says; for what it leaves out, what is usual. */
  Chase read(Section section) {
    var chase =
        new Chase(
            plan(section, "urgent", Chase.USUAL.urgent()),
            plan(section, "usual", Chase.USUAL.usual()));
    section.refuseOthers();
    return chase;
  }

  private Plan plan(Section chase, String name, Plan usual) {
    var section = chase.section(name);
    if (section.keys().isEmpty()) {
      return usual;
    }
    var reminders = steps.waves(section, this::wave);
    var repeat = steps.length(section, "repeat", usual.repeat());
    section.refuseOthers();
    if (reminders.isEmpty() || reminders.getFirst().after().isZero()) {
      section.wrong(
          AlertCode.NO_REMINDER,
          "waves",
          "%s 没有写过多久第一次提醒。".formatted(name),
          "第一波写 {after: 10m}；通知本身马上发，不用写。");
      return usual;
    }
    return Chase.plan(name, repeat, reminders);
  }

  private Wave wave(Section section) {
    return new Wave(steps.after(section), steps.slots(section, "people", ABOVE), List.of());
  }
}
