package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts by the category of the household that a record names: p03 is a worker of 富林镇. */
class CategoryCountsTest {
  private static final String WORKER = "p03";
  private static final String CITY = "p41";

  private final Station station = new Station();

  @BeforeEach
  void twoHouseholds() {
    station.file(
        Station.household("J101", "445303104901", "张三"),
        Station.household("J102", "445303104901", "李四"));
    station.say(WORKER, "变更 J101 类别 加低保");
  }

  private String visit(String household, int people) {
    return station.say(WORKER, "走访石巷村 " + household + " " + people + "人 入户 防汛 没有隐患", "跳过", "提交");
  }

  @Test
  void visitsCountByTheCategoryOfTheHousehold() {
    assertThat(visit("J101", 3)).contains("已登记 V1");
    visit("J101", 2);
    visit("J102", 1);
    visit("陈伯", 4);

    assertThat(station.say(CITY, "统计 走访 低保 本月")).contains("1户 2户次 5人次");
    assertThat(station.say(CITY, "统计 走访 全市 按类别"))
        .contains("按类别", "低保：1户 2户次 5人次", "其他：1户 1户次 1人次", "未建档：1户 1户次 4人次")
        .doesNotContain("其余", "防汛");
    assertThat(station.say(CITY, "统计 走访 本月 按镇 按类别")).contains("富林镇 4：低保2、其他1、未建档1");
    assertThat(station.say(CITY, "统计 走访 户次 本月 按类别 按目的")).contains("低保 2：防汛2");
    assertThat(station.say(CITY, "统计 走访 未建档")).contains("1户 1户次 4人次");
    assertThat(station.say(CITY, "统计 走访 人次 低保 本月 环比")).contains("5人次");
    assertThat(station.say(CITY, "统计 走访 按目的")).contains("防汛：3户 4户次 10人次");
  }

  @Test
  void aWorkbookHasTheCategoryOfEachRecord() throws IOException {
    visit("J101", 3);
    visit("陈伯", 4);
    station.say(WORKER, "变更 J101 类别 加特困");

    assertThat(station.say(CITY, "导出 走访 本月")).contains("2条");
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(station.files.getLast()))) {
      var rows = book.getFirstSheet().read();
      int column =
          IntStream.range(0, rows.getFirst().getCellCount())
              .filter(nth -> rows.getFirst().getCellText(nth).equals("类别"))
              .findFirst()
              .orElseThrow();
      assertThat(rows)
          .extracting(row -> row.getCellText(column))
          .containsExactly("类别", "低保", "未建档");
    }
  }

  @Test
  void aVisitKeepsTheCategoryOfThen() {
    visit("J101", 3);
    station.say(WORKER, "变更 J101 类别 加特困");
    visit("J101", 2);
    station.say(WORKER, "更正 V1 人数 4", "确认");

    assertThat(station.say(CITY, "统计 走访 按类别")).contains("分散特困：1户 1户次 2人次", "低保：1户 1户次 4人次");
    assertThat(station.say(CITY, "统计 走访")).contains("1户 2户次 6人次");

    station.say(WORKER, "撤回 V2", "确认");
    assertThat(station.say(CITY, "统计 走访 特困")).contains("0户次");
  }

  @Test
  void anotherHouseholdBringsItsOwnCategory() {
    visit("J102", 3);
    assertThat(station.say(WORKER, "更正 V1 走访户 J101", "确认")).doesNotContain("类别");

    assertThat(station.say(CITY, "统计 走访 按类别")).contains("低保：1户 1户次 3人次").doesNotContain("其他：");
  }

  @Test
  void whoIsPutOnFileLaterWasNotThen() {
    visit("陈伯", 4);
    station.say(WORKER, "建档 石巷村 陈伯 低保", "2", "跳过", "提交");
    station.say(WORKER, "更正 V1 人数 5", "确认");

    assertThat(station.say(CITY, "统计 走访 按类别")).contains("未建档：1户 1户次 5人次");
  }

  @Test
  void nobodyIsAskedForItOrCanSayIt() {
    assertThat(station.say(WORKER, "走访石巷村 J102 3人 入户 防汛 没有隐患 类别低保"))
        .contains("备注：类别低保", "12 下次来看。");
    station.say(WORKER, "提交");
    assertThat(station.say(WORKER, "更正 V1 类别 低保")).contains("没看懂是哪一项");
    station.say(WORKER, "取消");

    assertThat(station.say(WORKER, "明细 V1")).doesNotContain("类别：");
    assertThat(station.say(CITY, "统计 走访 按类别")).contains("其他：1户 1户次 3人次");
  }

  @Test
  void groupsAreNotToldOfOneOrTwo() {
    visit("J101", 3);
    visit("J102", 1);

    assertThat(station.sayInGroup(CITY, "统计 走访 按类别"))
        .contains("低保：<3户 <3户次 3人次", "其他：<3户 <3户次 <3人次");
    assertThat(station.sayInGroup(CITY, "统计 走访 低保")).contains("<3户");
  }

  @Test
  void whatAFormAsksForGoesBeforeWhatTheRegisterTells() {
    station.say(WORKER, "转移 J101 4人", "1", "0", "0", "3", "跳过", "亲友家", "今天上午九点", "跳过", "提交");

    assertThat(station.say(CITY, "统计 转移 低保")).contains("1人（低保）").doesNotContain("户 ");
    assertThat(station.say(CITY, "统计 转移 按类别")).contains("低保：1户 4人");
  }

  @Test
  void recordsOfANumberAreThoseOfTheCategory() {
    visit("J101", 3);
    visit("J102", 1);

    assertThat(station.say(CITY, "明细 统计 走访 低保 户次")).contains("V1").doesNotContain("V2");
  }

  @Test
  void householdsOfACategoryAreThoseOnFileNow() {
    station.say(WORKER, "变更 J102 类别 加低保", "变更 J102 类别 加特困");
    visit("J101", 3);

    assertThat(station.say(CITY, "统计 低保户"))
        .isEqualTo("云浮市 低保 现在在册：1户 1人\n（另有1户也是低保，算在排在前面的类别里；全部列出来发 名单 低保）");
    assertThat(station.say(CITY, "统计低保户按镇")).contains("\n富林镇：1户 1人");
    assertThat(station.say(CITY, "统计 在册户 富林镇 按类别"))
        .contains("现在在册：2户 2人", "分散特困：1户 1人", "\n低保：1户 1人");
    assertThat(station.say(CITY, "统计 低保户 罗定市")).isEqualTo("罗定市 低保 现在在册：0户 0人");
    assertThat(station.say(CITY, "统计 低保户 本月")).contains("不按日子分", "统计 走访 低保 加时间");
    assertThat(station.say(CITY, "统计 走访 低保户")).contains("1户 1户次 3人次");
    assertThat(station.say(CITY, "统计 低保户 人次 本月")).contains("3人次");
    assertThat(station.sayInGroup(CITY, "统计 低保户 按镇")).contains("<3户 <3人").doesNotContain("1户");
    assertThat(station.say("p31", "统计 低保户 富林镇")).doesNotContain("1户");
  }

  @Test
  void randomVisitsWhileCategoriesChangeCountAsAPlainRecount() {
    var random = new Random(20220509);
    var categories = List.of("低保", "分散特困", "残疾");
    List<Set<String>> held = List.of(new HashSet<>(Set.of("低保")), new HashSet<>());
    var then = new ArrayList<String>();
    var people = new ArrayList<Integer>();
    for (int n = 1; n <= 60; n++) {
      int house = random.nextInt(2);
      var name = List.of("J101", "J102").get(house);
      var own = held.get(house);
      if (random.nextInt(3) == 0) {
        var one = categories.get(random.nextInt(3));
        boolean has = !own.add(one) && own.remove(one);
        station.say(WORKER, "变更 " + name + " 类别 " + (has ? "去" : "加") + one, "确认");
      } else if (then.isEmpty() || random.nextInt(2) == 0) {
        then.add(primary(own));
        people.add(3);
        assertThat(visit(name, 3)).contains("已登记 V" + then.size());
      } else {
        int which = random.nextInt(then.size());
        int now = people.get(which) % 4 + 1;
        people.set(which, now);
        station.say(WORKER, "更正 V" + (which + 1) + " 人数 " + now, "确认");
      }
    }
    for (String category : List.of("低保", "分散特困", "残疾", "其他")) {
      int sum =
          IntStream.range(0, then.size())
              .filter(n -> category.equals(then.get(n)))
              .map(people::get)
              .sum();
      assertThat(station.say(CITY, "统计 走访 人次 类别" + category)).endsWith("：" + sum + "人次");
    }
  }

  private static String primary(Set<String> held) {
    return List.of("分散特困", "低保", "残疾").stream().filter(held::contains).findFirst().orElse("其他");
  }
}
