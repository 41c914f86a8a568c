package org.lanshao.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.lanshao.desk.Forgotten;
import org.lanshao.turn.Unavailable;

/** The auditor's look: what is forgotten shows in the metric and reaches the administrators. */
class AuditorTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void aForgottenAlertIsCountedAndToldToAdministratorsOnceAnHour() throws Unavailable {
    isCountedAndTold(Forgotten.alert(), "alerts", "有险情没有下一步时间：E1");
  }

  @Test
  void aForgottenNoticeIsCountedAndToldToAdministratorsOnceAnHour() throws Unavailable {
    isCountedAndTold(Forgotten.notice(), "notices", "有通知没有下一步时间：N1");
  }

  private void isCountedAndTold(Forgotten forgotten, String kind, String told) throws Unavailable {
    try (var auditor = new Auditor(forgotten.audit(), meters)) {
      auditor.look();
      assertThat(gauge("alerts") + gauge("notices")).isZero();
      assertThat(forgotten.toldToAdministrators()).isEmpty();

      forgotten.happens();
      auditor.look();
      auditor.look();

      assertThat(gauge(kind)).isEqualTo(1);
      assertThat(gauge("alerts") + gauge("notices")).isEqualTo(1);
      assertThat(forgotten.toldToAdministrators()).singleElement().asString().contains(told);
    }
  }

  private double gauge(String kind) {
    return meters.get("lanshao." + kind + ".forgotten").gauge().value();
  }
}
