package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lanshao.turn.Reminding.Letter;
import org.lanshao.turn.Reminding.Round;

/** 转发, 日历: what people say about routine reminders. */
class PassedOnTest {
  /** 10 May 2022, a Tuesday in the drowning season. */
  private static final LocalDate DAY = LocalDate.of(2022, 5, 10);

  private final Station station = new Station();

  @Test
  void whatWasPassedOnIsPublicityAboutWhatTheStationWasRemindedOfToday() {
    station.store.reminders().remind(round("drowning-school"));

    var preview = station.say(Station.WORKER, "转发 3群 120人");

    assertThat(preview)
        .contains("防溺水")
        .contains("120")
        .contains("微信")
        .contains("太平镇")
        .contains("3个家长群");
    assertThat(station.say(Station.WORKER, "提交")).contains("已登记 P").contains("120人次");
  }

  @Test
  void withoutAReminderTheTopicIsAsked() {
    assertThat(station.say(Station.WORKER, "转发3个群，120人次")).contains("宣传什么？");
  }

  @Test
  void theCalendarTellsWhatGoesOutWhenAndWhyAndWhoseHolidaysAreNotKnown() {
    var week = station.say(Station.WORKER, "日历 本周");

    assertThat(week.lines())
        .contains(
            "5月10日 周二 16:00 放学防溺水提醒：防溺水4月1日到10月31日（建议值，每年可以改），上学日",
            "5月10日 周二 13:00 高温天防溺水提醒：防溺水4月1日到10月31日（建议值，每年可以改），有高温 黄以上时")
        .anySatisfy(
            line -> assertThat(line).startsWith("5月14日 周六 14:00").endsWith("（当天已有更早的提醒，收过的不再发）"))
        .noneSatisfy(line -> assertThat(line).contains("5月16日"));
    assertThat(station.say(Station.WORKER, "日历 今天"))
        .isEqualTo(station.say(Station.WORKER, "日历今日"))
        .contains("5月10日")
        .doesNotContain("5月11日");
    assertThat(station.say(Station.WORKER, "日历 明天"))
        .contains("5月11日")
        .doesNotContain("5月10日", "5月12日");
    assertThat(station.say(Station.WORKER, "日历 下周")).contains("5月16日 周一 08:30 汛期每周提醒");
  }

  private static Round round(String schedule) {
    return new Round(
        schedule,
        Instant.parse("2022-05-10T08:00:00Z"),
        DAY,
        1,
        List.of(new Letter("g:g01", List.of())));
  }
}
