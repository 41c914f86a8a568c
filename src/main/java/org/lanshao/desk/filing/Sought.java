package org.lanshao.desk.filing;

import java.util.Map;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.record.Revision;

/** The record that somebody means. */
sealed interface Sought {
  /** This one, as it stands; {@code rest} are the words that follow its number. */
  record Found(Revision standing, String rest) implements Sought {}

  /** None or several: what to say. */
  record Not(DeskWords words, Map<String, String> slots) implements Sought {}
}
