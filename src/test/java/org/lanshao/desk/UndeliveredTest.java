package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound.Target;
import org.lanshao.turn.Lane;
import org.lanshao.turn.Resting;

/** 未送达, 重发 and 待发. */
class UndeliveredTest {
  private static final Instant SINCE = Instant.parse("2022-05-13T02:30:00Z");

  private static final List<Resting> RESTING =
      List.of(
          resting(1, new Target.ToPerson("ChenXiaoyu"), "unknown_recipient", List.of()),
          resting(2, new Target.ToPerson("liangxiaoxi"), "timeout", List.of()),
          resting(3, new Target.ToGroup("g01"), "unknown_group", List.of()),
          resting(4, new Target.ToPerson("Nobody"), "settings", List.of()),
          resting(5, new Target.ToGroup("g01"), "", List.of("CHENXIAOYU")));

  private final Station station = new Station();

  @BeforeEach
  void messagesRest() {
    station.store.rest(RESTING);
  }

  private static Resting resting(long number, Target target, String code, List<String> missed) {
    var channel = new ChannelName("sandbox");
    return new Resting(number, channel, target, Lane.NOTICE, SINCE, SINCE, code, "", missed);
  }

  @Test
  void theHeadSeesWhoOfTheStationWasNotReachedAndWhy() {
    assertThat(station.say(Station.HEAD, "未送达"))
        .isEqualTo(
            """
            没送到的有3条：
            1 陈小雨：企业微信里没有这个账号，或者不在应用的可见范围（5/13 10:30）
            3 罗定太平社工站：群不在了，或者群的地址不对（5/13 10:30）
            5 陈小雨：企业微信里没有这个账号，或者不在应用的可见范围（5/13 10:30）
            处理好以后回复“重发 编号”或“重发 全部”。\
            """);
  }

  @Test
  void onlyWhatIsInTheAreaAndWasNotReadByAnybodyIsSentAgain() {
    assertThat(station.say(Station.HEAD, "重发 2")).contains("没有可以重发的");
    assertThat(station.say(Station.HEAD, "重发 5")).contains("没有可以重发的");
    assertThat(station.store.again()).isEmpty();
    assertThat(station.say(Station.HEAD, "重发1")).isEqualTo("重新发1条，马上动身。");
    assertThat(station.store.again()).containsExactly(1L);
    assertThat(station.say(Station.COORDINATOR, "重发 全部")).isEqualTo("重新发2条，马上动身。");
    assertThat(station.store.again()).containsExactly(1L, 1L, 3L);
  }

  @Test
  void aWorkerIsNotToldOfOthers() {
    for (String words : List.of("未送达", "重发 1", "待发")) {
      assertThat(station.say(Station.WORKER, words)).as(words).doesNotContain("陈小雨", "重新发", "等着");
    }
    assertThat(station.store.again()).isEmpty();
  }

  /** Each role sees its area, and sends again what it sees and nobody has read. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "worker, p01, '', ''",
    "head, p11, 1 3 5, 1 3",
    "another head, p12, 6, 6",
    "town, p21, '', ''",
    "county, p31, 1 3 5, 1 3",
    "another county, p32, 6, 6",
    "city, p41, 1 2 3 5 6, 1 2 3 6",
    "supervisor, p51, '', ''",
    "admin, p61, 1 2 3 4 5 6, 1 2 3 4 6",
    "auditor, p71, '', ''"
  })
  void eachRoleSeesItsArea(String role, String person, String seen, String again) {
    var rows = new ArrayList<>(RESTING);
    rows.add(resting(6, new Target.ToPerson("p03"), "settings", List.of()));
    station.store.rest(rows);
    boolean may = !seen.isEmpty();
    String told = station.say(person, "未送达");
    assertThat(
            told.lines()
                .filter(line -> line.matches("\\d+ .*"))
                .map(line -> line.split(" ")[0])
                .collect(Collectors.joining(" ")))
        .as(role)
        .isEqualTo(seen);
    assertThat(station.say(person, "待发").contains("没有等着发的消息")).as(role).isEqualTo(may);

    station.say(person, "重发 全部");
    assertThat(station.store.again().stream().map(String::valueOf).collect(Collectors.joining(" ")))
        .as(role)
        .isEqualTo(again);
  }

  @Test
  void howMuchWaitsIsTold() {
    assertThat(station.say(Station.HEAD, "待发")).isEqualTo("没有等着发的消息。");
  }
}
