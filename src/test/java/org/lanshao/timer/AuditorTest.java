package org.lanshao.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.lanshao.desk.ForgottenAlert;
import org.lanshao.turn.Unavailable;

/** The auditor's look: a forgotten alert shows in the metric and reaches the administrators. */
class AuditorTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void aForgottenAlertIsCountedAndToldToAdministratorsOnceAnHour() throws Unavailable {
    var forgotten = new ForgottenAlert();
    try (var auditor = new Auditor(forgotten.audit(), meters)) {
      auditor.look();
      assertThat(gauge()).isZero();
      assertThat(forgotten.toldToAdministrators()).isEmpty();

      forgotten.happens();
      auditor.look();
      auditor.look();

      assertThat(gauge()).isEqualTo(1);
      assertThat(forgotten.toldToAdministrators())
          .singleElement()
          .asString()
          .contains("没有下一步时间：E1");
    }
  }

  private double gauge() {
    return meters.get("lanshao.alerts.forgotten").gauge().value();
  }
}
