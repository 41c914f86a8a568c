package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lanshao.register.Client;
import org.lanshao.register.ClientField;
import org.lanshao.register.FileNumber;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.Tag;

/** 对比 tells which households moved the numbers of those on file: p03 is a worker of 富林镇. */
class FiledSinceTest {
  private static final String WORKER = "p03";
  private static final String HEAD = "p12";
  private static final String CITY = "p41";
  private static final String AUDITOR = "p71";
  private static final String COUNT = "建档{建档户: 在册户}户";
  private static final String LOW = COUNT + "（低保{低保户: 在册户 低保}户{低保人: 在册人 低保}人）";

  private final Station station = new Station();

  @BeforeEach
  void threeHouseholds() {
    station.file(
        Station.household("J101", "445303104901", "张三").with(HouseholdField.SIZE, "3"),
        Station.household("J102", "445303104901", "李四").with(HouseholdField.SIZE, "2"),
        Station.household("J103", "445303104901", "王五").with(HouseholdField.SIZE, "1"));
    station.publish("reports/half-year.md", COUNT, LOW);
    station.say(WORKER, "变更 J101 类别 加低保");
    station.pass(Duration.ofMinutes(1));
  }

  private String report(String where) {
    var said = station.say(CITY, "汇总 半年 " + where);
    station.pass(Duration.ofHours(1));
    return said;
  }

  @Test
  void householdsThatCameAndChangedAreToldByNumber() {
    assertThat(report("全市")).contains("建档3户（低保1户3人）6人");
    assertThat(station.say(CITY, "对比 R1")).isEqualTo("R1 的数没有变，登记也没有变动。");

    station.say(WORKER, "建档 石巷村 赵六 2口 独居", "跳过", "提交");
    station.pass(Duration.ofHours(1));
    station.say(WORKER, "变更 J102 类别 加低保", "变更 J102 人口 5");
    station.say(WORKER, "变更 J103 电话 13800138000");

    assertThat(station.say(CITY, "对比 R1"))
        .isEqualTo(
            """
            R1 建档户3→4、低保户1→2、低保人3→8、建档人6→11。
            在册的变了2户，最近的在前：
            J102 其他→低保、2→5人 5月10日 11:31
            J1 新在册 5月10日 10:31\
            """);
    assertThat(station.told(CITY)).isEmpty();
  }

  @Test
  void householdsThatWereMergedOrMovedAreTold() {
    report("富林镇");
    station.say(HEAD, "合并 J103 J102 确认");
    station.pass(Duration.ofHours(1));
    station.say(CITY, "变更 J101 村居 罗定市太平镇");

    assertThat(station.say(CITY, "对比 R1"))
        .contains("建档户3→1、低保户1→0、低保人3→0、建档人6→2")
        .contains("J101 迁出 5月10日 11:31\nJ103 并入 J102 5月10日 10:31");
  }

  @Test
  void whereNumbersStandTheHouseholdsAreToldAll() {
    report("全市");
    station.say(WORKER, "建档 石巷村 赵六 1口 其他", "跳过", "提交");
    station.say(HEAD, "合并 J103 J102 确认");

    assertThat(station.say(CITY, "对比 R1"))
        .startsWith("R1 的数没有变。\n在册的变了2户，最近的在前：\n")
        .contains("J1 新在册", "J103 并入 J102");
  }

  @Test
  void whoMayNotLookAtHouseholdsIsToldHowMany() {
    assertThat(station.say(AUDITOR, "汇总 半年 全市")).contains("建档3户");
    station.pass(Duration.ofHours(1));
    station.say(HEAD, "合并 J103 J102 确认");

    assertThat(station.say(AUDITOR, "对比 R1"))
        .isEqualTo("R1 建档户3→2、建档人6→5。\n在册的变了1户，最近的在前：\n还有1处没有列出。");
  }

  @Test
  void aCategoryThatEndsByItsDayIsToldWithoutAMoment() {
    var tag = new Tag("dibao", Optional.empty(), Optional.of(LocalDate.of(2022, 5, 11)), "", "");
    var head = new Client(new FileNumber("J104-1"), Map.of(ClientField.NAME, "钱七"), List.of(tag));
    station.file(Station.household("J104", "445303104901", "钱七").with(List.of(head)));
    station.publish("reports/half-year.md", COUNT, LOW);
    assertThat(report("全市")).contains("低保2户4人");
    station.day("2022-05-12");

    assertThat(station.say(CITY, "对比 R1"))
        .isEqualTo("R1 低保户2→1、低保人4→3。\n在册的变了1户，最近的在前：\nJ104 低保→其他");
  }
}
