package org.lanshao.desk;

import java.time.Duration;
import java.util.List;

/** A desk whose alert or notice loses its timer, as no program should. */
public final class Forgotten {
  private final AlertScene scene = new AlertScene();

  private final String number;

  private Forgotten(String number) {
    this.number = number;
  }

  /** With an alert that is as it should be. */
  public static Forgotten alert() {
    var forgotten = new Forgotten("E1");
    forgotten.scene.say(AlertScene.WORKER, "紧急 着火");
    return forgotten;
  }

  /** With a notice that is as it should be. */
  public static Forgotten notice() {
    var forgotten = new Forgotten("N1");
    forgotten.scene.say(AlertScene.COUNTY, "通知 连滩镇 明天开会", "确认");
    return forgotten;
  }

  /** What looks for it. */
  public DueAudit audit() {
    return scene.audit();
  }

  /** Its timer is lost, and its next time passes. */
  public void happens() {
    scene.store.forget(number);
    scene.clock.pass(Duration.ofMinutes(3));
  }

  /** What administrators were told. */
  public List<String> toldToAdministrators() {
    return scene.told("a1");
  }
}
