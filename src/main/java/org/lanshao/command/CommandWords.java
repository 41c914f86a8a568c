package org.lanshao.command;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** What commands say. */
public enum CommandWords implements Phrase {
  /** Before the lines of 帮助. */
  HELP_BEGIN(),
  /** A form that the asker may open. */
  HELP_FORM("start", "title"),
  /** A form that the asker may open, but not in this group. */
  HELP_FORM_PRIVATE("start", "title"),
  /** Further forms that the asker may open: their start words. */
  HELP_FORMS("starts"),
  /** What campaigns are parted by. */
  BY_CAMPAIGN(),
  /** 按行动 where no campaign was then and there. */
  COUNT_NO_CAMPAIGN(),
  /** A campaign that is somewhere else; {@code areas} tells where. */
  OCCASION_ELSEWHERE("name", "areas"),
  /** A season, holiday or campaign that was on none of the days asked for. */
  OCCASION_OTHER_DAYS("name", "days"),
  /** How to count; {@code example} is a command that the asker may give. */
  HELP_COUNT("example"),
  /** How to see the count before as a picture. */
  HELP_PICTURE(),
  /** How to get records as a workbook. */
  HELP_EXPORT(),
  /** How to see one's own records. */
  HELP_MINE(),
  /** Where groups cannot be heard: how one knows that an emergency was reported. */
  UNHEARD("numbers"),
  /** How to correct and withdraw one's own records. */
  HELP_REVISE(),
  /** How a head returns a record. */
  HELP_RETURN(),
  /** How those above correct: with a reason. */
  HELP_REVISE_ABOVE(),
  /** How to see a record and its history. */
  HELP_DETAIL(),
  /** How to see whom messages did not reach, and to send them again. */
  HELP_UNDELIVERED(),
  /** 未送达 with nothing to tell. */
  UNDELIVERED_NONE(),
  /** Before the lines of 未送达; {@code count} messages. */
  UNDELIVERED_BEGIN("count"),
  /** A message; {@code who} it was for, {@code why} it did not arrive, {@code time} since when. */
  UNDELIVERED_LINE("number", "who", "why", "time"),
  /** After more lines than are told. */
  UNDELIVERED_MORE("count"),
  /** After the lines of 未送达. */
  UNDELIVERED_END(),
  /** Who stands for accounts and groups that are not in the directory any more. */
  UNDELIVERED_SOMEBODY(),
  /** Why: the platform does not know the account. */
  WHY_UNKNOWN(),
  /** Why: the account may not use the app, or the app may not write to it. */
  WHY_NOT_ALLOWED(),
  /** Why: the group is gone, or its address was changed. */
  WHY_GROUP(),
  /** Why: it was of no use any more. */
  WHY_EXPIRED(),
  /** Why: the platform could not be reached or was too busy for too long. */
  WHY_PLATFORM(),
  /** Why: the settings of the app are refused. */
  WHY_SETTINGS(),
  /** Why: any other reason, by its code. */
  WHY_OTHER("code"),
  /** 重发: so many are sent again. */
  AGAIN_DONE("count"),
  /** 重发 without anything to send again. */
  AGAIN_NONE(),
  /** 待发 with nothing waiting. */
  WAITING_NONE(),
  /** 待发; {@code oldest} is a time. */
  WAITING_LINE("count", "oldest"),
  /**
   * Of these, messages to {@code count} people or groups go out later, the last at {@code time}.
   */
  WAITING_LATER("count", "time"),
  /** How to find out who cannot be reached. */
  HELP_ROLL(),
  /** After the lines of 帮助. */
  HELP_END(),
  /** 点名 from somebody who may not call a roll. */
  ROLL_NOT_YOURS(),
  /** 点名 of a place that nobody knows. */
  ROLL_UNKNOWN("name"),
  /** 点名 of an area beyond the asker's own, which is {@code area}. */
  ROLL_BEYOND("area"),
  /** Who would be called; {@code missing} are the next two, {@code command} starts it. */
  ROLL_LOOK("area", "people", "groups", "missing", "command"),
  ROLL_MISSING_BEGIN("count"),
  /** On the button that starts it. */
  ROLL_BUTTON(),
  /** The tests are on their way; {@code command} tells what became of them. */
  ROLL_STARTED("people", "groups", "command"),
  /** 点名 开始 when nobody has an address. */
  ROLL_NOBODY("area"),
  /** What everybody gets. */
  ROLL_TEST("time"),
  /** 点名 结果 before any 点名. */
  ROLL_NEVER("area"),
  /** What became of a roll call. */
  ROLL_RESULT("area", "time", "reached", "unreached", "waiting"),
  ROLL_LINE("name", "why"),
  ROLL_GROUP("name"),
  ROLL_MORE("count"),
  /** Names are for a private talk. */
  ROLL_IN_PRIVATE(),
  /** Why somebody cannot be reached. */
  ROLL_WHY_NO_ADDRESS(),
  ROLL_WHY_ACCOUNT(),
  ROLL_WHY_PERMISSION(),
  ROLL_WHY_GROUP(),
  ROLL_WHY_CHANNEL(),
  ROLL_WHY_SETTINGS(),
  ROLL_WHY_OTHER("code"),
  /** A reminder of 日历, and why it goes out then. */
  CALENDAR_LINE("time", "title", "why"),
  /** Behind a line of 日历: those it is for got one before on that day. */
  CALENDAR_CROWDED(),
  CALENDAR_MORE("count"),
  CALENDAR_NONE(),
  /** A year whose holidays are not known. */
  CALENDAR_UNKNOWN("year"),
  HELP_CALENDAR(),
  /** 我的 with nothing filed today. */
  MINE_NONE(),
  /** Before the lines of 我的. */
  MINE_BEGIN("count"),
  /** A record; {@code subject} is the household and is empty in groups. */
  MINE_LINE("number", "title", "time", "area", "subject"),
  /** Before the records that were returned; {@code count} of them. */
  MINE_RETURNED("count"),
  /** A record that was returned and is to be corrected; {@code why} is empty in groups. */
  MINE_RETURNED_LINE("number", "title", "why"),
  /** Added to the line of a record that was withdrawn. */
  MINE_WITHDRAWN(),
  /** 明细: the record, then its answers, then a line for each revision. */
  DETAIL_BEGIN("number", "title", "area"),
  DETAIL_FILED("revision", "time", "name"),
  DETAIL_CORRECTED("revision", "time", "name", "changes", "why"),
  DETAIL_RETURNED("revision", "time", "name", "why"),
  DETAIL_WITHDRAWN("revision", "time", "name", "why"),
  DETAIL_WHY("why"),
  DETAIL_FIELD("label", "value"),
  /** How the pictures and files of a record stand, and the parts of it. */
  DETAIL_MEDIA("parts"),
  MEDIA_KEPT("count"),
  MEDIA_WAITS("count"),
  MEDIA_REFUSED("count", "why"),
  MEDIA_WHY_NO_PHOTO(),
  MEDIA_WHY_TYPE(),
  MEDIA_WHY_SIZE(),
  MEDIA_WHY_GONE(),
  MEDIA_WHY_DROPPED(),
  /** Stands for somebody who is not in the directory any more. */
  DETAIL_SOMEBODY(),
  /** A matter with its state; the second where something is left, and each step on its way. */
  MATTER("number", "name", "about", "state", "left"),
  MATTER_LEFT("number", "name", "about", "state", "left"),
  MATTER_STEP("time", "name", "record", "state"),
  /** The state of a matter whose record does not open it any more. */
  MATTER_GONE(),
  /** In whose hands it is, and by which day it is to be followed. */
  MATTER_CARE("owner", "day"),
  /** For what a record says, to who may not read it. */
  DETAIL_CLOSED("day"),
  MATTER_CLOSED(),
  MATTER_BEGUN("time", "name"),
  MATTER_DUE("time", "name", "day"),
  MATTER_RESTS("time", "name"),
  MATTER_EVERY("time", "name", "owner", "days"),
  MATTER_HANDED("time", "name", "owner", "days"),
  /** How many matters are in a state; {@code left} people of them are still to be dealt with. */
  MATTERS_STATE("state", "count", "left"),
  MATTERS_STATE_LEFT("state", "count", "left"),
  /** What became of matters in a range, and those open now by state: 待反馈1、已反馈2. */
  MATTERS("name", "opened", "closed", "open", "states"),
  MATTERS_DONE("name", "opened", "closed", "open", "states"),
  /** Behind those: how many days they had been open that were closed in a range. */
  MATTERS_DAYS("count", "median", "longest"),
  /** The counts of one form. */
  COUNT_LINE("form", "scope", "range", "totals"),
  /** What a form counts, in short. */
  COUNT_BRIEF("form", "totals"),
  /** Behind the counts of a form: how much of them stations summed by hand. */
  COUNT_ADDED("totals"),
  COUNT_ADDED_BY("form", "totals"),
  /** Behind the counts of a form: what of it is counted only since a day that was asked for. */
  COUNT_SINCE("names", "day"),
  /** Behind the counts of a form of which records lack answers. */
  COUNT_PENDING("count"),
  /** Behind the counts of days that are still to come. */
  COUNT_COMING(),
  /**
   * A count that can be asked for; {@code what} is a form and an area, each with a space behind.
   */
  COUNT_EXAMPLE("what"),
  /** Behind a record that lacks answers; {@code labels} are the questions. */
  MINE_PENDING("labels"),
  /** That many forms have no records, and how to ask for something else. */
  COUNT_NOTHING("scope", "range", "count"),
  /** The same behind those that have some. */
  COUNT_UNUSED("count"),
  /** With a workbook of so many records. */
  EXPORT_DONE("scope", "range", "count"),
  /** 导出 of certain answers. */
  EXPORT_PLAIN(),
  /** 导出 where there is no record. */
  EXPORT_NOTHING(),
  /** 导出 of more than can be sent. */
  EXPORT_TOO_LARGE(),
  /** 导出 in a group. */
  EXPORT_IN_PRIVATE(),
  /** 图 before any count. */
  PICTURE_OF_NOTHING("example"),
  /** What is parted by something is drawn of one form at a time. */
  PICTURE_ONE_FORM(),
  /** 图 in a group that would tell how few there are of a kind. */
  PICTURE_IN_PRIVATE(),
  /** What stands over a picture of a count that is parted by something, or by two things. */
  CHART_BY("what", "by"),
  CHART_TABLE("what", "rows", "columns", "measure"),
  /** 图 on a machine without a Chinese font. */
  PICTURE_WITHOUT_FONT(),
  /** How a count stands against the period before, and against the same days a year before. */
  COUNT_BEFORE("range", "changes"),
  COUNT_YEAR_BEFORE("range", "changes"),
  /** Above the lines of what a count is made of. */
  COUNT_BY("by"),
  /** Above the lines of a table of one measure. */
  COUNT_TABLE("measure", "rows", "columns"),
  COUNT_PLACE("place", "name"),
  COUNT_ROW("name", "numbers"),
  /** A place of a row and its number. */
  COUNT_CELL("name", "number"),
  /** What lies at none of the places that are listed. */
  COUNT_REST(),
  /** The places with nothing; many of them with their number. */
  COUNT_ZERO("names"),
  COUNT_ZERO_MANY("names", "count"),
  COUNT_MORE_ROWS("count"),
  /** The other measures that a table could show. */
  COUNT_OTHERS("measures"),
  /** A question of which a record can have several answers. */
  COUNT_OVERLAP("label"),
  COUNT_YES(),
  COUNT_NO(),
  BY_COUNTY(),
  BY_TOWN(),
  BY_VILLAGE(),
  BY_POINT(),
  BY_PERSON(),
  BY_DAY(),
  BY_WEEK(),
  BY_MONTH(),
  /** To 按 with something that the form is not counted by; {@code ways} are its questions. */
  COUNT_CANNOT("form", "word", "ways"),
  /** The same of a form that is counted by no question. */
  COUNT_PLAIN_ONLY("form", "word"),
  /** To more words than are counted together. */
  COUNT_TWO_AT_MOST("example"),
  /** To a level of areas that does not lie below {@code area}. */
  COUNT_NO_LEVEL("area", "example"),
  /** To 按社工 of more than one town. */
  COUNT_PEOPLE_OF_TOWN("example"),
  /** What stands for the scope when the asker's own records are counted. */
  COUNT_OWN(),
  /** After counts of which only the last day was given. */
  COUNT_FROM_YEAR_START("first"),
  /** People were asked for, of whom records tell only how often; what is counted once instead. */
  COUNT_TIMES(),
  COUNT_TIMES_OR("units"),
  /** To 统计 when no form counts anything. */
  NOTHING_COUNTED(),
  /** To a word after 统计 that is neither form nor area nor range. */
  UNKNOWN_WORD("word", "forms", "example"),
  /** The same, of a word that is nearly one that is known. */
  NEARLY_WORD("word", "near", "example"),
  /** To a message that begins with 统计 and goes on too long. */
  TOO_LONG("example"),
  /** To a word that is neither area, days nor category where a list of households is asked for. */
  LIST_UNKNOWN("word", "example"),
  /** To a word that is neither area nor days where only these are asked for. */
  SPAN_UNKNOWN("word", "example"),
  /** To a name of several areas; {@code commands} are the ways to ask, a line each. */
  WHICH_AREA("name", "commands"),
  /** To two areas at once. */
  ONE_AREA(),
  /** To two ranges at once. */
  ONE_RANGE(),
  /** To a date that does not exist. */
  NO_SUCH_DAY("date"),
  /** To a range that ends before it begins. */
  BACKWARDS(),
  UNCLEAR_DAYS("words", "example"),
  /** Several spans at once, and the one that holds them all. */
  APART_DAYS("words", "whole"),
  /** To a worker who asks for an area. */
  OWN_ONLY("example"),
  /** To somebody who asks for an area beyond their own. */
  BEYOND_SCOPE("area", "example");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<String> slots;

  CommandWords(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "command." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
