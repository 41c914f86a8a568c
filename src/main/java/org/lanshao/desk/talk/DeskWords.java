package org.lanshao.desk.talk;

import java.util.Set;
import org.lanshao.form.Phrase;

/** What the desk itself says, beside forms and commands. */
public enum DeskWords implements Phrase {
  /** To somebody the directory does not know; {@code account} is what a coordinator needs. */
  UNKNOWN_SENDER("account"),
  /** To somebody who just joined, or opens the chat for the first time that day. */
  WELCOME("name"),
  /** To words that mean nothing here. */
  NOT_UNDERSTOOD(),
  /** To words of commands that nothing took: who may say them, and how. */
  HOW_DAYS(),
  HOW_NOTICE(),
  HOW_CAMPAIGN(),
  HOW_FIRST_VISIT(),
  HOW_UNDELIVERED(),
  HOW_PASSED_ON(),
  HOW_COMPARE(),
  HOW_CORRECT(),
  /** To a control word when no form is open. */
  NOTHING_OPEN(),
  /** To the start word of a form while one is open. */
  FINISH_FIRST("open", "wanted"),
  /** To the start word of the form that is open. */
  ALREADY_OPEN("open"),
  /** To the start word of a form that this role may not open. */
  NOT_YOURS("form"),
  /** To the start word of a form that is limited to another area. */
  NOT_HERE("form", "area"),
  /** To the start word of a form that is not for groups. */
  PRIVATE_ONLY("form"),
  /** To the start word of a form that is for groups alone. */
  GROUP_ONLY("form"),
  /** In a group, to what names people: it goes on in private. */
  ASIDE("what"),
  /** In a group, to a message that names people or holds their numbers: some of the next three. */
  RECALL("what"),
  NAMED_PEOPLE(),
  AN_ID_NUMBER(),
  A_PHONE_NUMBER(),
  /** To a picture, voice or file that the desk cannot use yet. */
  ONLY_WORDS(),
  /** To pictures or files that came before any form: where they belong. The places follow. */
  LOOSE_WHERE("count"),
  /** The same right after a receipt. */
  LOOSE_JUST_FILED("count", "number", "title"),
  LOOSE_RECORD("number", "title"),
  LOOSE_FORM("title"),
  LOOSE_DROP(),
  LOOSE_END(),
  /** When a form was opened that took them. */
  LOOSE_PLACED("count", "title"),
  /** When they are given up. */
  LOOSE_GIVEN_UP("count"),
  /** When nobody said for so long where they belong. */
  LOOSE_EXPIRED("count"),
  /** To a location. */
  NO_LOCATION(),
  /** When a form that waited is in hand again. */
  RESUMED("form"),
  /** 继续 when no draft is put aside; the second, while a form is in hand. */
  NOTHING_KEPT(),
  NOTHING_ELSE_KEPT(),
  /** Before the drafts that are put aside, each of them, and after them. */
  KEPT_BEGIN(),
  KEPT_LINE("form", "begun", "answered"),
  KEPT_EMPTY("form", "begun", "answered"),
  KEPT_END(),
  /** 继续 with a number that no draft has. */
  NO_SUCH_DRAFT("last"),
  /** 保存 when no more can be put aside. */
  TOO_MANY_KEPT("most"),
  /** When the form in hand was put aside because another is taken up. */
  KEPT_INSTEAD("form"),
  /** A reminder of the draft in hand; the open question follows in private. */
  NUDGE("form"),
  /** When nobody went on with a draft for so long that it ends. */
  SILENT_KEPT("form", "start"),
  SILENT_DROPPED("form", "start"),
  SILENT_SUBMITTED("form", "start"),
  /** When a draft that was put aside is too old. */
  ASIDE_DROPPED("form", "days"),
  /** After a receipt: what a record counts; {@code totals} such as 1户次 3人次. */
  COUNTED("totals"),
  /** How many pictures and files came with a record. */
  MEDIA_COUNT("count"),
  /** The last sentence of every receipt: how to correct; {@code example} is a field and a value. */
  HOW_TO_CORRECT("number", "example"),
  /** To a number that no record has. */
  UNKNOWN_NUMBER("number"),
  /** To a number whose letter no form has. */
  WRONG_LETTER("letter", "letters"),
  /** To digits that several records have. */
  WHICH_NUMBER("numbers"),
  /** To 更正 or 撤回 without a number, from somebody who filed nothing. */
  NOTHING_FILED(),
  /** To 明细 alone. */
  DETAIL_OF_WHICH(),
  /** In a group, to a number of a record that holds names. */
  NUMBER_IN_PRIVATE("number"),
  /** To the number of a record that is none of the speaker's business. */
  NOT_YOUR_RECORD("number"),
  /** To the number of a record whose form names its readers, from somebody else. */
  NOT_YOURS_TO_READ("number"),
  /** To the number of a withdrawn record. */
  ALREADY_WITHDRAWN("number"),
  /** When somebody above has to revise a record; {@code who} is one of the next three. */
  TOO_LATE("number", "who"),
  /** When the head of the station still has to. */
  TOO_EARLY("number", "who"),
  /** When its author still can. */
  AUTHORS_TURN("number"),
  HELD_BY_AUTHOR(),
  HELD_BY_HEAD(),
  HELD_BY_COORDINATOR(),
  /** To 退回 of one's own record. */
  RETURN_TO_SELF("number"),
  /** To 退回 when the author is not in the directory any more. */
  AUTHOR_LEFT("number"),
  /** When a record was revised by somebody else while this correction was open. */
  OUTDATED("number", "who"),
  /** Stands for somebody who is not in the directory any more. */
  SOMEBODY(),
  /** The receipt of a return. */
  GAVE_BACK("number", "name"),
  /** As before, when the author cannot be told through this channel. */
  GAVE_BACK_UNTOLD("number", "name"),
  /**
   * To the author of a record that somebody else revised; {@code changes} are fields with before
   * and after.
   */
  TOLD_RETURNED("number", "title", "name", "why"),
  TOLD_CORRECTED("number", "title", "name", "changes", "why"),
  TOLD_WITHDRAWN("number", "title", "name", "why"),
  /** Behind the receipt of a record that lacks answers. */
  FILED_PENDING("number", "labels"),
  /** The next morning: records that lack answers, a line each. */
  PENDING_BEGIN("count"),
  PENDING_LINE("number", "title", "labels"),
  PENDING_END("number"),
  /** 走访 同上次 of somebody who filed no such form yet. */
  NO_LAST("form"),
  /**
   * What becomes of a matter with a record: it was opened, is in this state now, has so much left,
   * or is not any more.
   */
  MATTER_OPENED("number", "name", "state", "left"),
  MATTER_NOW("number", "name", "state", "left"),
  MATTER_LEFT("number", "name", "state", "left"),
  MATTER_GONE("number", "name", "state", "left"),
  /** When a matter that a record names is done already, by this record. */
  MATTER_SETTLED("number", "state", "record"),
  /** To 更正 or 撤回 of a matter that no record bears the number of. */
  MATTER_OF_RECORD("number", "record"),
  /** To administrators, when changed files are refused; {@code places} is a line for each. */
  FORMS_REFUSED("count", "places"),
  /**
   * To the sender of a picture or file that is not kept; {@code at} is when it came: something else
   * where a picture was asked for, a kind of file that is not kept, more than {@code most}
   * megabytes, or the platform did not give it.
   */
  MEDIA_NO_PHOTO("at"),
  MEDIA_TYPE("at"),
  MEDIA_SIZE("at", "most"),
  MEDIA_LOST("at"),
  /** What a card shows in place of its buttons: what was chosen, or that it was too late. */
  CHOSEN("label"),
  OLD_SHOWN(),
  /** To the press of a button whose question is not open any more. */
  OLD_BUTTON(),
  /** When the message itself could not be handled; {@code code} finds the cause in the log. */
  FAILED("code");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is
  private final Set<String> slots;

  DeskWords(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "desk." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
