package org.lanshao.desk.register;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** What is said about households on file. */
public enum FileWords implements Phrase {
  /** How 档案 and 变更 are written. */
  HOW(),
  CHANGE_HOW("fields"),
  MERGE_HOW(),
  /** Nothing of that name is on file where the speaker may look. */
  NOBODY("name"),
  /** Several are; lines of {@link #LINE}. */
  WHICH("lines"),
  /** It is personal, so not in a group. */
  PRIVATE_ONLY(),
  /** The speaker may look, but not change. */
  NOT_YOURS(),
  /** To an auditor, who looks at no households. */
  NOT_AUDITORS(),
  /** Households on file in lists, the name masked or not. */
  LINE("number", "village", "name", "category"),
  /** 档案. */
  CARD("number", "head", "village", "people", "category"),
  FIELD("field", "text"),
  PEOPLE("names"),
  LAST_MET("day"),
  NEVER_MET(),
  DUE("day"),
  /** A change that was made, with who made it. */
  HISTORY("time", "name", "field", "before", "after"),
  /** Who made a change that came with a ledger. */
  LEDGER(),
  /** What stood nowhere before, or stands nowhere now. */
  NOTHING(),
  /** 变更, done. */
  CHANGED("number", "head", "field", "before", "after"),
  SAME("field", "text"),
  BAD_VALUE("field", "whom", "example"),
  /** The days of a rhythm. */
  EVERY("days"),
  NO_CATEGORY("name", "categories"),
  /** 合并: shown, done, and not done. */
  MERGE_SURE("from", "into"),
  MERGED("from", "into"),
  MERGE_NOT(),
  MERGE_APART(),
  /** 重复户. */
  DUPLICATES("count", "lines"),
  DUPLICATE("first", "second", "why"),
  SAME_ID(),
  HEAD_NOT_LISTED("number", "head", "name"),
  SAME_HEAD(),
  NO_DUPLICATES(),
  /** 未访, 覆盖率 and 名单. */
  NOT_MET("area", "range", "count", "all"),
  ALL_MET("area", "range", "all"),
  COVERAGE("area", "range", "met", "all", "rate"),
  COVERAGE_LINE("category", "met", "all"),
  /** 逾期 走访: in an area, of one's own, that there is none, and a line for each. */
  OVERDUE("area", "day", "count", "all"),
  OVERDUE_OWN("day", "count"),
  OVERDUE_NONE("area", "day", "all"),
  OVERDUE_NONE_OWN("day"),
  /** No household there has a rhythm of visits on file. */
  OVERDUE_NO_RHYTHM("area"),
  OVERDUE_LINE("line", "every", "due", "days"),
  OVERDUE_NEVER("line", "every"),
  /** How many more a worker's station has. */
  OVERDUE_OTHERS("area", "count"),
  /** How many lie in each place below. */
  OVERDUE_PLACES("places"),
  OVERDUE_PLACE("place", "count"),
  /** 台账变动: how many households, what is another of them, and the categories of their people. */
  MOVED("area", "range", "filed", "changed", "merged"),
  MOVED_FIELDS("parts"),
  MOVED_ADDED("parts"),
  MOVED_GONE("parts"),
  /** 统计 低保户: all, those that have it behind another one, each part, and that it is of now. */
  HELD("name", "count", "people"),
  HELD_ELSEWHERE("count", "category"),
  HELD_LINE("name", "count", "people"),
  HELD_REST(),
  HELD_NOW("category"),
  LIST("area", "count", "people"),
  MORE("count"),
  NONE_ON_FILE("area"),
  /** After a report about a household that is not on file. */
  OFFER("place", "name"),
  OFFER_BUTTON("name"),
  /** After a report that put households on file. */
  ENROLLED("households"),
  /** After a report that says something else than the file. */
  DIFFERS("label", "filed", "given", "number", "change"),
  /** In 帮助: of one household, of many, and what of that is told in groups. */
  HELP_FILE(),
  HELP_LISTS(),
  HELP_NUMBERS();

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<String> slots;

  FileWords(String... slots) {
    this.slots = Set.of(slots);
  }

  /** The words with which what is said about households begins. */
  public static List<String> firstWords() {
    return List.of("档案", "变更", "合并", "重复户", "未访", "覆盖率", "名单", "台账变动");
  }

  @Override
  public String key() {
    return "file." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
