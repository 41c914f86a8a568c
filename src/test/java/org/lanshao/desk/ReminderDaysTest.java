package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.GroupId;
import org.lanshao.message.Outbound.Target;
import org.lanshao.season.BundledReminders;
import org.lanshao.season.Reminders;
import org.lanshao.season.Slot;
import org.lanshao.season.Timetable;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/**
 * A whole year of the bundled reminders as groups get them: one a day at most, the first of the
 * day, and none on a day on which something graver went out before.
 */
class ReminderDaysTest {
  private static final Reminders BUNDLED = BundledReminders.read();
  private static final Instant BEGIN = at(LocalDate.of(2026, 1, 1), 0);
  private static final Instant END = at(LocalDate.of(2027, 1, 1), 0);

  /** In the middle of both seasons: a Monday, a Saturday, and a day of the summer break. */
  private static final List<LocalDate> WARNED =
      List.of(LocalDate.of(2026, 5, 11), LocalDate.of(2026, 6, 6), LocalDate.of(2026, 8, 5));

  private static final String WARNED_GROUP = "g05";

  private final AlertScene scene = new AlertScene();

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(Scene.ZONE).toInstant();
  }

  @Test
  void everyGroupGetsTheFirstOfEachDayAndNoneAfterAWarning() throws Unavailable {
    live();

    var groups = scene.directory.groups();
    assertThat(groups).hasSizeGreaterThan(5);
    for (var group : groups) {
      var expected = expected(group.id());
      if (group.id().text().equals(WARNED_GROUP)) {
        assertThat(expected).as("they are days of reminders").containsKeys(days());
        WARNED.forEach(expected::remove);
      }
      assertThat(got(group.id())).as(group.id().text()).isEqualTo(expected);
    }
    assertThat(got(new GroupId(WARNED_GROUP))).hasSizeGreaterThan(150);
  }

  @Test
  void inACountyWhoseSeasonBeganEarlierItsGroupsAreRemindedEarlier() throws Unavailable {
    scene.clock.pass(Duration.between(scene.clock.instant(), at(LocalDate.of(2023, 4, 7), 12)));
    var reminder = scene.reminder();
    reminder.begin(1);
    scene.say(AlertScene.COUNTY, "汛期 开始 4月4日", "确认");

    var monday = at(LocalDate.of(2023, 4, 10), 8).plus(Duration.ofMinutes(30));
    scene.clock.pass(Duration.between(scene.clock.instant(), monday));
    reminder.begin(1);

    var reminded =
        scene.store.reminders().sent.stream()
            .filter(row -> row.terms().cause().orElseThrow().text().equals("reminder:flood-weekly"))
            .map(row -> row.target())
            .distinct()
            .toList();
    var own =
        BUNDLED.schedule("flood-weekly").orElseThrow().to().groups(scene.directory).stream()
            .filter(group -> scene.directory.within(group.area(), new AreaCode("445322")))
            .map(group -> (Target) new Target.ToGroup(group.send()))
            .toList();
    assertThat(own).isNotEmpty();
    assertThat(reminded).containsExactlyInAnyOrderElementsOf(own);
  }

  @Test
  void whatWasSummedByHandIsInTheNumbersOfAReminder() throws Unavailable {
    var reminder = scene.reminder();
    reminder.begin(1);
    scene.say(AlertScene.HEAD, "日报", "有", "30", "80", "0", "0", "提交");

    var monday = at(LocalDate.of(2022, 5, 16), 8).plus(Duration.ofMinutes(30));
    scene.clock.pass(Duration.between(scene.clock.instant(), monday));
    reminder.begin(1);

    assertThat(scene.store.reminders().sent)
        .extracting(row -> row.part().text())
        .anyMatch(text -> text.contains("连滩镇") && text.contains("走访30户、30户次"));
  }

  private static LocalDate[] days() {
    return WARNED.toArray(LocalDate[]::new);
  }

  /** Time goes from one thing that is due to the next, as a node wakes. */
  private void live() throws Unavailable {
    scene.clock.pass(Duration.between(scene.clock.instant(), BEGIN));
    var reminder = scene.reminder();
    reminder.begin(1);
    var warnings = new TreeSet<Instant>();
    WARNED.forEach(day -> warnings.add(at(day, 7)));
    for (var next = reminder.next(); next.isPresent(); next = reminder.next()) {
      Instant now = warnings.isEmpty() ? next.get() : earlier(warnings.first(), next.get());
      if (!now.isBefore(END)) {
        return;
      }
      scene.clock.pass(Duration.between(scene.clock.instant(), now));
      if (warnings.remove(now)) {
        scene.say(AlertScene.COUNTY, "预警 暴雨 红 连滩镇", "确认");
      } else {
        reminder.begin(1);
      }
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** The first schedule of each day on which one has a slot for the group. */
  private Map<LocalDate, List<String>> expected(GroupId group) {
    var timetable = new Timetable(BUNDLED.seasons(), BUNDLED.workdays(), Scene.ZONE);
    var mine =
        BUNDLED.schedules().stream()
            .filter(one -> one.holds().signal().isEmpty())
            .filter(
                one ->
                    one.to().groups(scene.directory).stream().anyMatch(g -> g.id().equals(group)))
            .toList();
    var first = new TreeMap<LocalDate, List<String>>();
    timetable.between(mine, BEGIN, END.minusMillis(1)).stream()
        .sorted(
            Comparator.comparing(Slot::at)
                .thenComparing(slot -> BUNDLED.schedules().indexOf(slot.schedule())))
        .forEach(
            slot ->
                first.putIfAbsent(
                    slot.at().atZone(Scene.ZONE).toLocalDate(), List.of(slot.schedule().id())));
    return first;
  }

  /** Which schedules a group got on each day. */
  private Map<LocalDate, List<String>> got(GroupId group) {
    var got = new TreeMap<LocalDate, List<String>>();
    for (NewOutgoing row : scene.store.reminders().sent) {
      var once = row.once();
      if (once.endsWith(":g:" + group + ":0")) {
        var day = row.at().atZone(Scene.ZONE).toLocalDate();
        got.computeIfAbsent(day, d -> new ArrayList<>()).add(once.split(":")[1]);
      }
    }
    return got;
  }
}
