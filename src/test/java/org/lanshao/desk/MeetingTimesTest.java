package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.desk.AlertScene.CITY;
import static org.lanshao.desk.AlertScene.COUNTY;
import static org.lanshao.desk.AlertScene.ELSEWHERE;
import static org.lanshao.desk.AlertScene.WORKER;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** 见面用时: from the first words of an emergency until people were met. It is half past nine. */
class MeetingTimesTest {
  private final AlertScene scene = new AlertScene();

  /** Records are handed in later than alerts are raised: what counts is when it was raised. */
  @Test
  void itIsCountedFromTheFirstWordsByTown() {
    scene.say(WORKER, "紧急 连滩镇有一户着火了");
    scene.clock.pass(Duration.ofMinutes(50));
    assertThat(scene.say(WORKER, "3人", "跳过", "见到当事人 今天上午十点", "提交")).contains("已登记 E1");
    scene.say(WORKER, "紧急 连滩镇有一户着火了", "3人", "跳过", "见到当事人 今天上午十点", "提交");
    scene.say(ELSEWHERE, "紧急 富林镇有一户水浸", "3人", "跳过");
    scene.clock.pass(Duration.ofMinutes(45));
    scene.say(ELSEWHERE, "见到当事人 今天上午十一点", "提交");
    scene.say(ELSEWHERE, "紧急 富林镇有一户水浸", "3人", "跳过", "提交");

    assertThat(scene.say(CITY, "见面用时"))
        .isEqualTo(
            """
            见面用时 云浮市 5月1日-5月10日：4起险情，3起写了见到当事人，中位30分钟，最长40分钟
            富林镇：1起，中位40分钟，最长40分钟
            连滩镇：2起，中位15分钟，最长30分钟\
            """);
    assertThat(scene.say(COUNTY, "见面用时 连滩镇 今天"))
        .isEqualTo("见面用时 连滩镇 今天（5月10日）：2起险情，2起写了见到当事人，中位15分钟，最长30分钟");
    assertThat(scene.say(ELSEWHERE, "见面用时 今天")).contains("2起险情，1起写了", "中位40分钟");
    assertThat(scene.sayInGroup(CITY, "见面用时 云安区 本周")).contains("2起险情，1起写了");
  }

  @Test
  void whereNoneTellsItIsSaidHowToAddIt() {
    scene.say(WORKER, "紧急 连滩镇有一户着火了", "3人", "跳过", "提交");

    assertThat(scene.say(CITY, "见面用时 今天")).contains("1起险情", "更正 E7 见到当事人");
    assertThat(scene.say(WORKER, "更正 E1 见到当事人 今天上午九点半", "确认")).contains("E1");
    assertThat(scene.say(CITY, "见面用时 今天")).contains("1起写了见到当事人，中位0分钟");
    assertThat(scene.say(CITY, "见面用时 哪里")).contains("没看懂", "例如：见面用时");
  }
}
