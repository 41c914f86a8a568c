package org.lanshao.desk.report;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** What is said about reports. */
public enum ReportWords implements Phrase {
  /** How a report is asked for; {@code names} are those that there are. */
  WHICH("names"),
  /** To who may only count their own records. */
  NOT_YOURS(),
  /** Sentences that ask for something that is not counted any more. */
  BROKEN("name", "file"),
  /** Stands for a number where no station has any record. */
  UNREPORTED(),
  /** Stands for a rate where nobody is on file. */
  NOT_ON_FILE(),
  /** Stands for a share where there is nothing to have a share of. */
  OF_NOTHING(),
  /**
   * Below the sentences: how much of which numbers stations summed by hand; what that is called.
   */
  ADDED("numbers"),
  ADDED_INPUT("name"),
  /** Below the sentences: stations without any record on these days; many with their number. */
  STATIONS("reported", "all", "names"),
  STATIONS_MANY("reported", "all", "names", "count"),
  /** Below the sentences: all of several stations have records. */
  ALL_STATIONS("all"),
  /** A number in ten thousands, 2.5万, or in thousands. */
  TEN_THOUSANDS("number", "thousands"),
  HELP("names"),
  /** 见面用时: of so many emergencies so many tell when those whom they struck were met, or none. */
  MET("area", "range", "all", "count", "median", "longest"),
  MET_NONE("area", "range", "all", "count", "median", "longest"),
  /** 在办活动: how many there are, or none; one of them. */
  LASTING("area", "range", "count"),
  LASTING_NONE("area", "range", "count"),
  LASTING_LINE("number", "kind", "days", "area"),
  /** 见面用时 of a town. */
  MET_LINE("area", "count", "median", "longest"),
  /** Behind a report that is kept: its number. */
  KEPT("number"),
  /** 简报: to who may not ask for newsletters. */
  BULLETIN_NOT_YOURS(),
  /** Where there is no newsletter to compose. */
  NO_BULLETIN(),
  /** The line of 帮助. */
  BULLETIN_HELP(),
  /** Behind a newsletter: that it is a draft. */
  BULLETIN_DRAFT(),
  /** A list of a newsletter with nothing in it. */
  NO_LINES(),
  /** Below a list: so many more. */
  MORE_LINES("count"),
  /** Instead of a list of more records than are gone through. */
  LINES_TOO_MANY(),
  /** That a campaign began or ended. */
  CAMPAIGN_BEGAN(),
  CAMPAIGN_ENDED(),
  /** The first ones of many areas. */
  AREAS_MANY("names", "count"),
  /** R12: a report as it was given. */
  AGAIN("number", "time", "text"),
  /** To who may not see a report. */
  NOT_THIS("number"),
  /** Reports that were given are looked at in private. */
  IN_PRIVATE(),
  /** Numbers that somebody was given moved; {@code lines} tell each report's. */
  MOVED("lines", "number"),
  /** The same where the days were not over: later records are among it. */
  MOVED_OPEN("lines", "number"),
  /** 对比: numbers moved, and so many things became of records since. */
  COMPARED("moved", "count"),
  /** The same where no record of these days was changed: records of other days moved a number. */
  COMPARED_ALONE("moved"),
  /** The same where only numbers of those on file moved; lines of {@link #FILED}. */
  COMPARED_FILED("moved"),
  /** 对比: no number moved, though some households did; lines of {@link #FILED}. */
  SAME_BUT_FILED("number"),
  /** Below it: so many households moved numbers of those on file; what became of each. */
  FILED("count"),
  FILED_LINE("number", "what", "time"),
  FILED_NEW(),
  FILED_MERGED("into"),
  FILED_GONE(),
  FILED_IN(),
  FILED_OUT(),
  FILED_CATEGORY("before", "after"),
  FILED_SIZE("before", "after"),
  /** 对比: no number moved, though something became of records. */
  SAME_AFTER("number", "count"),
  /** 对比: nothing became of any record. */
  SAME("number"),
  CHANGE_FILED("number", "time"),
  CHANGE_CORRECTED("number", "time"),
  CHANGE_RETURNED("number", "time"),
  CHANGE_WITHDRAWN("number", "time"),
  MORE_CHANGES("count"),
  /** 明细 of a count: so many records, with what they add up to; lines of {@link #RECORD}. */
  RECORDS("form", "scope", "range", "count", "totals"),
  /** Below it: what another form adds to these numbers. */
  RECORDS_ADDED("form", "totals"),
  RECORD("number", "day", "area", "parts"),
  /** 明细 of a number of matters; lines of {@link #RECORD}. */
  MATTERS("words", "scope", "range", "count"),
  /** There are more records; {@code words}, with a space behind, is what was asked for. */
  NEXT_PAGE("page", "pages", "words", "next"),
  /** There are more records than are listed at all. */
  TOO_MANY("most"),
  /** 明细 of a count of several forms. */
  ONE_FORM(),
  /** 明细 R12 without one of its numbers. */
  WHICH_NUMBER("number", "names"),
  /** 明细 of a report without numbers. */
  NO_NUMBERS("number");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<String> slots;

  ReportWords(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "report." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
