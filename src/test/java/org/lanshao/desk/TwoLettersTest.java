package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.reading.DayRange;
import org.lanshao.turn.Unavailable;

/** Forms whose numbers have two letters, beside one whose letter is the first of them. */
class TwoLettersTest {
  private static final String W = Station.WORKER;
  private static final DayRange TODAY =
      new DayRange(LocalDate.of(2022, 5, 10), LocalDate.of(2022, 5, 10));
  private static final Scope CITY = new Scope.InArea(new AreaCode("445300"));
  private final Station station = new Station();

  TwoLettersTest() {
    station.publish(
        (name, text) ->
            text.replaceAll("(?m)^number: P$", "number: VA")
                .replaceAll("\\b(number|of|matter): H\\b", "$1: HB"));
  }

  @Test
  void recordsAreLookedAtCorrectedAndWithdrawnByTheirNumbers() throws Unavailable {
    assertThat(station.visit(W, "3")).contains("V1");
    assertThat(publicity("宣传")).contains("VA1").doesNotContain("VA1VA");

    assertThat(station.say(W, "明细 V1")).startsWith("V1 走访登记");
    assertThat(station.say(W, "明细 va 1")).startsWith("VA1 宣传登记");
    assertThat(station.say(W, "明细ＶＡ１")).startsWith("VA1 宣传登记");
    assertThat(station.say(W, "更正 va1 人次 25", "确认")).contains("VA1");
    assertThat(station.store.sum("publicity.person_times", CITY, TODAY)).isEqualTo(25);
    assertThat(station.say(W, "撤回VA1", "确认")).contains("VA1");
    assertThat(station.store.sum("publicity.person_times", CITY, TODAY)).isZero();
    assertThat(station.store.sum("visit.person_times", CITY, TODAY)).isEqualTo(3);
  }

  @Test
  void aNumberOfNoFormIsToldWithTheLettersThatThereAre() {
    assertThat(station.say(W, "明细 VB1")).contains("没有 VB 开头的编号", "、VA、");
    assertThat(station.say(W, "明细 VA7")).contains("VA7");
  }

  @Test
  void practiceHasItsMarkBehindBothLetters() throws Unavailable {
    assertThat(publicity("演练 宣传")).startsWith("【演练】").contains("VAX1");
    assertThat(publicity("宣传")).contains("VA1");

    assertThat(station.store.sum("publicity.person_times", CITY, TODAY)).isEqualTo(20);
    assertThat(station.say(W, "明细 vax1")).startsWith("【演练】VAX1 宣传登记");
    assertThat(station.say(W, "演练").lines()).anyMatch(line -> line.startsWith("VAX1 宣传登记"));
    var sure = station.reply(W, "删除演练").parts().getFirst().choices().getFirst();
    assertThat(Scene.text(station.press(W, sure))).isEqualTo("已删掉1条演练。");
    assertThat(station.say(W, "明细 VA1")).startsWith("VA1 宣传登记");
  }

  @Test
  void mattersAreFollowedByTheirNumbers() {
    station.say(W, "隐患", "太平镇", "用电", "电线老化", "一般", "跳过", "跳过");
    assertThat(station.say(W, "提交")).contains("已登记 HB1");

    assertThat(station.say(W, "整改 hb1 已整改 换了电线 自己")).contains("HB1");
    assertThat(station.say(W, "跳过", "跳过", "提交")).contains("HB1：已整改");

    assertThat(station.say(W, "明细 HB1")).contains("现在：已整改");
    assertThat(station.say(W, "隐患 HB1")).contains("现在：已整改");
  }

  /** A report of publicity for 20 people. */
  private String publicity(String word) {
    return station.say(W, word + " 太平镇 防溺水 20人次 微信", "跳过", "提交");
  }
}
