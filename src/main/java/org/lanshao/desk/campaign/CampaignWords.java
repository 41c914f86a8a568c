package org.lanshao.desk.campaign;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** What is said about campaigns. */
public enum CampaignWords implements Phrase {
  /** 行动. */
  LIST("lines"),
  LIST_ENDED("lines"),
  LIST_NONE(),
  /** A campaign in one line: {@code days} as {@link #SINCE} or as a range. */
  LINE("number", "name", "areas", "days"),
  SINCE("day"),
  /** Why it holds. */
  HELD("line", "notices"),
  WAS_HELD("line", "notices"),
  /** 行动 龙舟水 全市 5月21日. */
  HOW(),
  NO_NAME(),
  NO_AREA("name"),
  UNKNOWN_WORD("word"),
  SEVERAL_AREAS("name", "names"),
  WRONG_DAYS("days"),
  NOT_YOURS(),
  BEYOND("area"),
  PREVIEW("line", "towns"),
  PREVIEW_OTHER("line"),
  /** Another one began there meanwhile: the preview follows. */
  NEWS("number"),
  BUTTON_BEGIN(),
  BUTTON_DROP(),
  BEGUN("line", "number"),
  DROPPED("number"),
  /** 结束 A3. */
  UNKNOWN("name"),
  IS_OVER("number"),
  WHICH_END("lines"),
  END_PREVIEW("line"),
  END_PREVIEW_HELD("notices"),
  BUTTON_END(),
  BUTTON_GO_ON(),
  ENDED("line", "number"),
  GOES_ON("number"),
  /** 行动 名单 A3 分散特困. */
  LIST_HOW("word"),
  LISTED("number", "more", "all"),
  NO_LIST("line"),
  /** Without a list: who was found so far. */
  FOUND("line", "all", "met", "left", "found"),
  /** 进度 A3, 未访 A3. */
  PROGRESS("line", "all", "met", "left", "found"),
  PROGRESS_LINE("place", "met", "all"),
  NOT_MET("line", "all", "met", "left", "found"),
  NOT_MET_LINE("place", "count"),
  NOT_MET_NAMES("names"),
  /** 首访用时 N15, 首访用时 A3. */
  FIRST("title", "visited", "all", "median"),
  FIRST_NONE("title", "visited", "all", "median"),
  FIRST_NOBODY("title"),
  FIRST_COUNTY("title", "visited", "all", "median"),
  FIRST_COUNTY_NONE("title", "visited", "all", "median"),
  FIRST_STATION("place", "minutes"),
  FIRST_NOT_YET("names"),
  /** Lines of 帮助. */
  HELP(),
  HELP_BEGIN(),
  HELP_LIST();

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<String> slots;

  CampaignWords(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "campaign." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
