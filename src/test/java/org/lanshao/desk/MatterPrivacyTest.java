package org.lanshao.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.register.Client;
import org.lanshao.register.ClientField;
import org.lanshao.register.FileNumber;

/**
 * What free words of a matter tell of people, wherever they leave: whole to who does the work, and
 * without names and numbers to who only looks on (a town office, a supervisor, an administrator).
 */
class MatterPrivacyTest {
  private static final String SAID = "钟阿婆家的线拉到冯小苗家，找13800004722，身份证110101199003074477";
  private static final String[] PRIVATE = {"钟阿婆", "冯小苗", "冯*", "13800004722", "4477"};

  private final Station station = new Station();

  @BeforeEach
  void aHazardThatNamesPeopleAndAChildThatWasMoved() {
    var child =
        new Client(
            new FileNumber("K203"),
            Map.of(ClientField.NAME, "冯小苗", ClientField.BIRTH, "2012-06-01"),
            List.of());
    station.file(
        Station.household("J101", "445381101901", "钟阿婆"),
        Station.household("J102", "445381101901", "冯小苗").with(List.of(child)));
    station.say("p01", "隐患", "罗定市太平镇", "用电", SAID, "一般", "跳过", "跳过", "提交");
    station.say("p01", "转移", "罗定市太平镇冯小苗", "1", "0", "0", "0", "1", "跳过", "亲友家");
    station.say("p01", "今天上午九点", "跳过", "提交");
  }

  @Test
  void whoDoesTheWorkReadsAllOfIt() {
    assertThat(station.say("p01", "明细 H1")).contains("钟阿婆家的线拉到冯小苗家", "13800004722");
  }

  @ParameterizedTest
  @ValueSource(strings = {"p21", "p51", "p61"})
  void whoLooksOnReadsNoNameAndNoNumber(String person) {
    assertThat(station.say(person, "明细 H1"))
        .contains("钟*家的线拉到儿童A家，找138****4722")
        .doesNotContain(PRIVATE);
    station.wait(Duration.ofDays(31));
    assertThat(station.say(person, "逾期 隐患")).contains("钟*家", "儿童A").doesNotContain(PRIVATE);
    assertThat(station.say(person, "避难点 罗定市太平镇")).contains("儿童A").doesNotContain(PRIVATE);
  }

  @Test
  void whoFollowsUpForATownIsOfferedItWithoutNames() {
    assertThat(station.say("p21", "反馈")).contains("H1").doesNotContain(PRIVATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"p21", "p51", "p61", "p71"})
  void inARecordThatFollowsItUpAChildIsNoNameEither(String person) {
    station.say("p01", "返家 T1 1人", "今天", "跳过", "提交");
    assertThat(station.say("p01", "明细 B1")).contains("冯小苗");

    assertThat(station.say(person, "明细 B1")).contains("T1").doesNotContain(PRIVATE);
    station.say(person, "导出 返家 今天");
    assertThat(RightsTest.words(station.files.getLast())).contains("T1").doesNotContain(PRIVATE);
  }

  @Test
  void aSiteThatIsCalledAfterSomebodyIsNotToWhoLooksOn() {
    station.say("p01", "新增点位", "罗定市太平镇", "钟阿婆屋后的塘", "河塘", "跳过", "没有", "没有", "没有", "提交");

    assertThat(station.say("p01", "点位")).contains("钟阿婆屋后的塘");
    assertThat(station.say("p51", "点位 罗定市")).contains("钟*屋后的塘").doesNotContain(PRIVATE);
  }

  @Test
  void aNewsletterNamesNoChildThatWasOnlyWrittenByName() {
    station.say("p03", "个案 富林镇冯小苗 走访发现 父母过世", "是", "跳过", "跳过", "跳过", "提交");
    station.say("p03", "结案 G1", "目标达到", "今天", "跳过", "提交");

    station.say("p41", "简报 本月");

    assertThat(new String(station.files.getLast(), UTF_8))
        .contains("儿童A（走访发现）：结案")
        .doesNotContain(PRIVATE);
  }

  @Test
  void theListOfACampaignNamesNoChild() {
    station.say("p41", "行动 龙舟水 罗定市 今天", "确认");
    station.say("p41", "行动 名单 A1 全部");

    assertThat(station.say("p41", "未访 A1")).contains("钟*", "儿童A").doesNotContain(PRIVATE);
  }
}
