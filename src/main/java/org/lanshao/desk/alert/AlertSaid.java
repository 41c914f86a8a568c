package org.lanshao.desk.alert;

import java.util.Map;
import org.lanshao.alert.Alert;
import org.lanshao.alert.By;
import org.lanshao.directory.Person;
import org.lanshao.turn.KeptAlert;

/**
 * Something that was said to an alert.
 *
 * @param words what follows the word and the number, as it was written; private
 * @param by who says it, when, and where from
 */
record AlertSaid(KeptAlert kept, String words, Person speaker, By by) {
  Alert alert() {
    return kept.alert();
  }

  /** The slot of its number. */
  Map<String, String> number() {
    return Map.of("number", alert().number());
  }

  /** Without what was said. */
  @Override
  public String toString() {
    return "AlertSaid[" + alert().number() + "]";
  }
}
