package org.lanshao.desk;

import java.time.Duration;
import java.util.List;

/** A desk whose alert loses its timer, as no program should. */
public final class ForgottenAlert {
  private final AlertScene scene = new AlertScene();

  /** With an alert that is as it should be. */
  public ForgottenAlert() {
    scene.say(AlertScene.WORKER, "紧急 着火");
  }

  /** What looks for it. */
  public AlertAudit audit() {
    return scene.audit();
  }

  /** Its timer is lost, and its next time passes. */
  public void happens() {
    scene.store.forget("E1");
    scene.clock.pass(Duration.ofMinutes(3));
  }

  /** What administrators were told. */
  public List<String> toldToAdministrators() {
    return scene.told("a1");
  }
}
