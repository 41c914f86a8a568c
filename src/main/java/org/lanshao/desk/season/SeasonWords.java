package org.lanshao.desk.season;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** What is said about seasons, and about what is open when one ends. */
public enum SeasonWords implements Phrase {
  /** When a season is. */
  TOLD("name", "year", "days", "source"),
  NOT_YOURS("name"),
  BACKWARDS("name", "year", "days", "source"),
  PREVIEW("name", "year", "area", "before", "after"),
  ASK(),
  BEGUN("name", "year", "area", "days"),
  ENDED("name", "year", "area", "days"),
  DROPPED(),
  /** To who names an area that is not in their charge, or one in which no season is declared. */
  BEYOND("area"),
  COUNTIES("name"),
  /** What is open, a line each. */
  OPEN_BEGIN("area"),
  OPEN_NOTHING("area"),
  OPEN_CAMPAIGN("line"),
  OPEN_MATTERS("name", "count"),
  OPEN_DUTY("count"),
  /** Who was moved and is not home. */
  SHELTERED("households", "people"),
  SHELTERED_NONE("area"),
  SHELTERED_BEGIN("area", "households", "people"),
  SHELTERED_LINE("station", "households", "people"),
  SHELTERED_ONE("number", "about", "day", "left"),
  SHELTERED_MORE("count"),
  SHELTERED_BEYOND("area"),
  /** To a station, once the danger is over and each day until all are home. */
  STILL_SHELTERED("station", "households", "people"),
  /** In 帮助. */
  HELP(),
  HELP_SHELTERED();

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<String> slots;

  SeasonWords(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "season." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
