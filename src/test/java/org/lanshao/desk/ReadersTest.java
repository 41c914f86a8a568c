package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A case is read by its worker, the head and the assigned supervisor; others know that it is. */
class ReadersTest {
  private static final String CLOSED = "内容只有经办社工、站长和指定督导能看";
  private final Station station = new Station();

  ReadersTest() {
    station.say(Station.WORKER, "个案", "太平镇张三", "走访发现", "独居低保", "是", "跳过", "跳过", "跳过", "提交");
  }

  @Test
  void itsWorkerAndTheHeadOfTheStationReadIt() {
    assertThat(station.say(Station.WORKER, "明细 G1")).contains("张三", "独居低保");
    assertThat(station.say(Station.HEAD, "明细 G1")).contains("张三", "独居低保");
  }

  @Test
  void theSupervisorOfItsAreaReadsIt() {
    assertThat(station.say("p51", "明细 G1")).contains("张三", "独居低保");
  }

  @Test
  void theCoordinatorSeesNumberDayStationAndState() {
    assertThat(station.say(Station.COORDINATOR, "明细 G1"))
        .contains("G1", "2022-05-10", "太平镇", CLOSED, "跟进中")
        .doesNotContain("张三", "独居低保");
    assertThat(station.say(Station.COORDINATOR, "个案 G1")).doesNotContain("张三");
    station.wait(Duration.ofDays(20));
    assertThat(station.say(Station.COORDINATOR, "逾期")).contains("G1", CLOSED).doesNotContain("张三");
    assertThat(station.say(Station.COORDINATOR, "更正 G1")).contains("不能改").doesNotContain("张三");
  }

  @Test
  void theCoordinatorMayReturnItWithoutReadingIt() {
    assertThat(station.say(Station.COORDINATOR, "退回 G1 案主重名"))
        .contains("G1")
        .doesNotContain("张三", "独居低保");
    assertThat(station.told(Station.WORKER).getLast()).contains("G1");
  }
}
