package org.lanshao.desk.matter;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** What is said about when matters are to be followed. */
public enum CareWords implements Phrase {
  /** Somebody's matters that are due, each of them, and what is left out. */
  DUE_BEGIN("count"),
  /** The same to whoever is next above, about somebody's matters that were left. */
  LEFT_BEGIN("name", "count"),
  /** The same where nobody has them in hand. */
  LEFT_BY_NOBODY("count"),
  DUE_TODAY("number", "about", "state"),
  DUE_DEADLINE("number", "about", "state"),
  OVERDUE("number", "about", "state", "day", "days"),
  OVERDUE_DEADLINE("number", "about", "state", "day", "days"),
  MORE("count"),
  DUE_END("example", "number"),
  /** The answers to 逾期: the lines are those of above, each with whose it is. */
  OVERDUE_BEGIN("area", "count"),
  OVERDUE_OWNER("line", "owner"),
  OVERDUE_NONE("area"),
  OVERDUE_HOW("kinds"),
  NOT_YOUR_AREA("area"),
  IN_PRIVATE(),
  /** The answers to 跟进 G12 每14天. */
  RHYTHM_SET("number", "days", "day"),
  RHYTHM_SET_DEADLINE("number", "days", "day"),
  RHYTHM_WRONG("number"),
  NOT_OPEN("number"),
  NOBODYS("number"),
  /** What somebody has in hand who leaves or moves. */
  IN_HAND("number", "about"),
  ALERT_IN_HAND("number"),
  /** To whoever gets what somebody had in hand who moved. */
  HEIR_TOLD("name", "lines"),
  /** The answers to 诉求, 隐患 未反馈: what is not done. */
  OPEN_BEGIN("name", "area", "count", "states"),
  OPEN_KINDS("kinds"),
  OPEN_KIND("kind", "count"),
  NO_KIND(),
  OPEN_AGES("young", "middle", "old"),
  OPEN_LINE("number", "about", "state", "days"),
  OPEN_NONE("area", "name"),
  OPEN_HOW("word", "name", "state", "start"),
  OPEN_HELP(),
  /** In 帮助. */
  HELP_OVERDUE(),
  HELP_RHYTHM();

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<String> slots;

  CareWords(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "care." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
