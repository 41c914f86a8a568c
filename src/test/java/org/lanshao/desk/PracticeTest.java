package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.reading.DayRange;
import org.lanshao.turn.AuditLog;
import org.lanshao.turn.Changes.Filing;
import org.lanshao.turn.Unavailable;

/** 演练 before anything, with the bundled forms. */
class PracticeTest {
  private static final String W = Station.WORKER;
  private static final LocalDate DAY = LocalDate.of(2022, 5, 10);
  private static final Scope CITY = new Scope.InArea(new AreaCode("445300"));
  private final Station station = new Station();

  /** Those of whole forms that go on with nothing that was there before. */
  static Stream<Path> transcripts() throws IOException {
    try (var paths = Files.list(Path.of("conversations/transcripts"))) {
      return paths
          .filter(path -> path.toString().endsWith("-straight.txt"))
          .sorted()
          .toList()
          .stream()
          .filter(
              path ->
                  lines(path).noneMatch(line -> line.startsWith("+ ") || line.startsWith("> [")));
    }
  }

  private static Stream<String> lines(Path path) {
    try {
      return Files.readAllLines(path).stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void everyFormIsFilledAsEverButMarkedAndCountsNothing(Path transcript) {
    var head = lines(transcript).filter(line -> !line.startsWith("#")).findFirst().orElseThrow();
    var person = head.split(" ")[2];
    var words =
        lines(transcript).filter(line -> line.startsWith("> ")).map(l -> l.substring(2)).toList();

    assertThat(station.say(person, "演练 " + words.getFirst())).startsWith("【演练】");
    for (String said : words.subList(1, words.size())) {
      assertThat(station.say(person, said)).startsWith("【演练】");
    }

    assertThat(station.store.filings())
        .isNotEmpty()
        .allSatisfy(filing -> assertThat(filing.submission().number()).matches("[A-Z]{1,2}X\\d+"))
        .allSatisfy(filing -> assertThat(filing.entries()).isEmpty())
        .flatExtracting(Filing::matters)
        .allSatisfy(matter -> assertThat(matter.number()).matches("[A-Z]{1,2}X\\d+"))
        .allSatisfy(matter -> assertThat(matter.care().due()).isEmpty());
    assertThat(station.store.outgoing()).isEmpty();
    assertThat(station.directory().version()).isEqualTo(station.directory.version());
  }

  @Test
  void practiceHasNumbersOfItsOwnAndCountsNothing() throws Unavailable {
    station.visit(W, "3");
    assertThat(visit("5")).contains("已登记 VX1", "演练不计入统计").doesNotContain("今日");
    station.visit(W, "2");

    assertThat(station.store.filings())
        .extracting(filing -> filing.submission().number())
        .containsExactly("V1", "VX1", "V2");
    assertThat(station.store.sum("visit.person_times", CITY, new DayRange(DAY, DAY))).isEqualTo(5);
    assertThat(station.say(W, "我的")).contains("V1", "V2").doesNotContain("VX1");
  }

  @Test
  void whatPracticeLeavesIsCorrectedLookedAtAndWithdrawnAsPractice() throws Unavailable {
    visit("5");

    assertThat(station.say(W, "明细 VX1")).startsWith("【演练】VX1");
    assertThat(station.say(W, "更正 vx1 人次 4")).startsWith("【演练】");
    assertThat(station.say(W, "确认")).startsWith("【演练】").contains("VX1");
    assertThat(station.say(W, "撤回 VX1", "确认")).startsWith("【演练】").contains("VX1");
    assertThat(station.store.filings()).hasSize(3).flatExtracting(Filing::entries).isEmpty();
  }

  @Test
  void practisedHazardsAreFollowedByPracticeAndByNothingElse() throws Unavailable {
    station.say(W, "隐患", "太平镇", "用电", "电线老化", "一般", "跳过", "跳过", "提交");
    assertThat(hazard("5月12日")).contains("已登记 HX1");

    assertThat(station.say(W, "整改 H1 已整改 换了电线 自己")).doesNotContain("演练").contains("H1");
    station.say(W, "取消");
    assertThat(station.say(W, "演练 整改 H1 已整改")).contains("没有H1");
    station.say(W, "取消");
    assertThat(station.say(W, "演练 整改")).doesNotContain("H1 ");
    station.say(W, "取消");
    assertThat(station.say(W, "整改 HX1 已整改 换了电线 自己")).startsWith("【演练】");
    assertThat(station.say(W, "跳过", "跳过", "提交")).contains("HX1：已整改", "ZX");

    assertThat(station.say(W, "明细 HX1")).startsWith("【演练】").contains("现在：已整改");
    assertThat(station.say(W, "明细 H1")).doesNotContain("演练").contains("现在：待反馈");
  }

  @Test
  void practiceIsNeverOverdueAndNobodyIsReminded() throws Unavailable {
    hazard("5月12日");
    station.day("2022-05-20");
    station.look();

    assertThat(station.say(Station.HEAD, "逾期")).contains("没有逾期的");
    assertThat(station.store.outgoing()).isEmpty();
  }

  @Test
  void practiceThatWasPutAsideIsPracticeWhenItIsTakenUp() {
    station.say(W, "演练 走访", "太平镇");
    assertThat(station.say(W, "保存")).startsWith("【演练】");
    assertThat(station.say(W, "走访")).doesNotContain("演练");
    station.say(W, "取消");

    assertThat(station.say(W, "继续")).startsWith("【演练】").contains("VX1 走访登记");
    station.restart();
    assertThat(station.say(W, "陈伯", "入户", "3", "防汛", "没有", "跳过", "提交"))
        .startsWith("【演练】")
        .contains("已登记 VX1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"演练 离职 陈小雨", "演练 调站 陈小雨 到 罗镜镇", "演练 跟进 G1 每14天"})
  void aCommandSaysWhatItWouldSayAndDoesNothing(String words) {
    station.say(W, "开案", "太平镇李四", "邻里纠纷", "跳过", "提交");
    var before = station.directory().version();

    var said = station.say(Station.HEAD, words);

    assertThat(said).startsWith("【演练】");
    assertThat(station.directory().version()).isEqualTo(before);
    assertThat(station.store.outgoing()).isEmpty();
  }

  @Test
  void whatIsNoCommandIsAnsweredWithHowToPractise() {
    assertThat(station.say(W, "演练 你好")).contains("演练 走访 石巷村张三");
    station.say(W, "走访");
    assertThat(station.say(W, "演练 走访")).doesNotContain("【演练】");
    assertThat(station.store.filings()).isEmpty();
  }

  @Test
  void silenceRemindsOfItByItsNumber() {
    station.say(W, "演练 走访", "太平镇");
    station.pass(Duration.ofHours(3));

    assertThat(station.told(W)).isNotEmpty().allMatch(text -> text.startsWith("【演练】"));
  }

  @Test
  void practiceIsListedAndTakenAwayOnceItIsConfirmed() throws Unavailable {
    visit("5");
    hazard("5月12日");
    station.visit(W, "3");

    assertThat(station.say(W, "演练").lines())
        .containsExactly(
            "还留着2条演练：", "VX1 走访登记 5月10日 09:30（陈小雨）", "HX1 隐患登记 5月10日 09:30（陈小雨）", "不要了就回复 删除演练。");
    var asked = station.reply(W, "删除演练");
    assertThat(Scene.text(asked)).contains("这2条演练会全部删掉");
    assertThat(station.store.filings()).hasSize(3);
    var sure = asked.parts().getFirst().choices().getFirst();
    assertThat(Scene.text(station.press(W, sure))).isEqualTo("已删掉2条演练。");

    assertThat(station.store.filings())
        .singleElement()
        .satisfies(filing -> assertThat(filing.submission().number()).isEqualTo("V1"));
    assertThat(station.store.matters().matter("HX1")).isEmpty();
    assertThat(station.store.noted())
        .singleElement()
        .satisfies(entry -> assertThat(entry.kind()).isEqualTo(AuditLog.Kind.REMOVE))
        .satisfies(entry -> assertThat(entry.about()).isEqualTo("VX1 HX1"));
    assertThat(station.say(W, "演练")).contains("没有留下的演练");
    assertThat(visit("5")).contains("VX2");
  }

  @Test
  void whatCameAfterThePreviewIsNotTakenAwayWithIt() {
    visit("5");
    var sure = station.reply(W, "删除演练").parts().getFirst().choices().getFirst();
    visit("6");

    assertThat(Scene.text(station.press(W, sure))).contains("这2条演练会全部删掉");

    assertThat(station.store.filings()).hasSize(2);
  }

  @Test
  void aHeadTakesAwayThatOfTheStationAndEverybodyElseTheirOwn() {
    visit("5");

    for (String other : List.of(Station.STRANGER, Station.COORDINATOR)) {
      assertThat(station.say(other, "删除演练")).contains("没有留下的演练");
    }
    var sure = station.reply(Station.HEAD, "删除演练").parts().getFirst().choices().getFirst();
    assertThat(station.sayInGroup(W, "删除演练")).contains("私聊");
    assertThat(Scene.text(station.press(Station.HEAD, sure))).contains("已删掉1条演练");
    assertThat(station.store.filings()).isEmpty();
  }

  private String visit(String people) {
    return station.say(W, "演练 走访", "罗定市太平镇", "陈伯", "入户", people, "防汛", "没有", "跳过", "提交");
  }

  private String hazard(String deadline) {
    return station.say(W, "演练 隐患", "太平镇", "用电", "电线老化", "一般", "跳过", "跳过", "整改期限 " + deadline, "提交");
  }
}
