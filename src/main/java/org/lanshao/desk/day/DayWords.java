package org.lanshao.desk.day;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** What is said about what stations tell of their days. */
public enum DayWords implements Phrase {
  /** Before the form asks: what the station's records count, a line for each form. */
  COUNTED("station", "day", "counts"),
  /** The same once something was told of that day: this takes its place. */
  AGAIN("number", "title", "day"),
  /** Behind the receipt of what took the place of an earlier one. */
  REPLACED("number", "title"),
  /** Why a record was revised, in its history. */
  WHY(),
  /** To whoever wants a record of a day to be of another one. */
  DAY_FIXED("number", "day", "title"),
  /** The answers to 未报, with a line for each station that did not tell. */
  ALL_TOLD("area", "day", "title", "told", "left"),
  LEFT("area", "day", "title", "told", "left"),
  LINE("station", "people"),
  LINE_STATION("station", "people"),
  LINE_NOBODY("station", "people"),
  MORE("count"),
  HOW_CHASE("command"),
  BEYOND("area"),
  TOO_EARLY("day"),
  /** The answers to 催报. */
  NOT_YOURS(),
  CHASE_PREVIEW("count", "day", "title"),
  CHASE_ASK(),
  BUTTON_YES(),
  BUTTON_NO(),
  CHASED("count", "people"),
  NOT_CHASED(),
  /** To whoever is to tell; again with how often they were told to. */
  NUDGE("station", "day", "title", "command", "nothing", "name", "time", "times"),
  NUDGE_AGAIN("station", "day", "title", "command", "nothing", "name", "time", "times"),
  /** To whoever is to tell, by itself, while a campaign holds. */
  ASK("station", "day", "title", "command", "nothing", "times", "campaign"),
  /** In 帮助. */
  HELP_LIST(),
  HELP_CHASE();

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<String> slots;

  DayWords(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "day." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
