package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lanshao.turn.NewOutgoing;

/** 避难点: who was moved and is not home, asked for and told once the danger is over. */
class SheltersTest {
  /** A worker of 富林镇, its head, the coordinators of its county and of another one. */
  private static final String WORKER = "p03";

  private static final String HEAD = "p12";
  private static final String COUNTY = "p32";
  private static final String ELSEWHERE = "p31";

  private final Station station = new Station();

  @BeforeEach
  void moveTwoHouseholds() {
    move("石巷村张三", "3");
    move("大坪村李四", "2");
  }

  private void move(String household, String people) {
    assertThat(
            station.say(
                WORKER, "转移", household, people, "0", "0", "0", people, "跳过", "亲友家", "今天上午九点", "跳过",
                "提交"))
        .contains("已登记 T");
  }

  @Test
  void householdsAndPeopleAreCountedAndListedWithNamesMasked() {
    assertThat(station.say(HEAD, "避难点"))
        .contains("富林镇仍在避难点：2户5人")
        .contains("T1 ")
        .contains("张*")
        .doesNotContain("张三");
    assertThat(station.say(COUNTY, "仍在避难点 富林镇")).contains("2户5人");
    assertThat(station.say(COUNTY, "富林镇未返家名单")).contains("2户5人");
    assertThat(station.say(ELSEWHERE, "避难点")).contains("都返家了");
    assertThat(station.say(ELSEWHERE, "避难点 富林镇")).contains("您只能看罗定市");

    station.say(WORKER, "返家 T1", "2", "今天上午九点", "提交");
    assertThat(station.say(HEAD, "避难点")).contains("2户3人");
    station.say(WORKER, "返家 T1", "1", "今天上午九点", "提交");
    assertThat(station.say(HEAD, "避难点")).contains("1户2人");
  }

  @Test
  void onceTheDangerIsOverTheStationIsToldEachDayUntilAllAreHome() {
    station.say(COUNTY, "预警 暴雨 红 富林镇", "确认");
    assertThat(told()).isEmpty();

    station.say(COUNTY, "解除 N1", "确认");
    station.wait(Duration.ofMinutes(1));

    assertThat(told()).isNotEmpty().allSatisfy(text -> assertThat(text).contains("富林镇仍在避难点：2户5人"));
    int once = told().size();
    station.wait(Duration.ofHours(12));
    assertThat(told()).as("not twice on one day").hasSize(once);
    station.wait(Duration.ofHours(12));
    assertThat(told()).as("again the next morning").hasSize(2 * once);

    station.say(WORKER, "返家 T1", "3", "昨天上午十点", "提交");
    station.say(WORKER, "返家 T2", "2", "昨天上午十点", "提交");
    station.wait(Duration.ofDays(2));
    assertThat(told()).as("no more once all are home").hasSize(2 * once);
  }

  @Test
  void amidAFormTheSameWordsAreAnAnswer() {
    var asked = station.say(WORKER, "转移", "石巷村王五", "1", "0", "0", "0", "1", "跳过");

    assertThat(asked).contains("转移到哪里？");
    assertThat(station.say(WORKER, "避难点")).contains("哪个避难点？");
    assertThat(station.say(WORKER, "富林镇避难点")).contains("什么时候转移的？");
  }

  @Test
  void helpTellsOfIt() {
    assertThat(station.say(HEAD, "帮助")).contains("避难点 ");
  }

  private List<String> told() {
    return station.store.outgoing().stream()
        .filter(row -> row.once().startsWith("shelter:"))
        .map(NewOutgoing::part)
        .map(part -> part.text())
        .toList();
  }
}
