package org.lanshao.desk.alert;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** What is said about emergencies. */
public enum AlertWords implements Phrase {
  /** Before every reply to an emergency; {@code numbers} are 110/119/120, the fitting one first. */
  CALL_FIRST("numbers"),
  /** To words of danger; the next two are its buttons. */
  ASK(),
  ASK_YES(),
  ASK_NO(),
  /** To a button of a question that is answered. */
  OLD_QUESTION(),
  /** To the reporter: it is raised, and {@code names} are told. */
  RAISED("number", "names"),
  /** As before, when nobody at all could be written to. */
  RAISED_NOBODY("number"),
  /** As before, in a group: the rest is asked in private. */
  RAISED_ASIDE("number"),
  /** As before, to somebody who cannot be written to in private. */
  RAISED_GROUP("number"),
  /** To the reporter: that it is none has been understood. */
  DISMISSED(),
  /**
   * To the reporter who cancels the question: their words are not taken for anything else either.
   */
  DROPPED(),
  /** To the reporter: what they added is with those who act. */
  ADDED("number"),
  /** To 取消 while a form asks for the rest. */
  NOT_CANCELLED("number"),
  /** To the reporter whose form for the rest ends by silence: the alert goes on. */
  SILENT_RAISED("form", "number"),
  /** To somebody unknown who raised one. */
  STRANGER("number"),
  /** To somebody unknown who raised too many. */
  STRANGER_LIMIT(),
  /** Behind the closing of one: by when to visit, and that a case may follow. */
  OFFER_VISIT("words", "day"),
  OFFER_CASE("words"),
  SAY_CASE(),
  /** Marks before everything that is said of one. */
  MARK_CERTAIN(),
  MARK_SUSPECTED(),
  MARK_UNVERIFIED(),
  /** In place of a kind that is not known. */
  KIND_UNKNOWN(),
  /** How many people. */
  PEOPLE("people"),
  /** Parts two kinds. */
  AND(),
  /** To those on duty: {@code summary} is kinds, place and head-count. */
  CARD("mark", "number", "summary"),
  CARD_REPORTER("name", "station", "phone", "time"),
  CARD_STRANGER("account", "time"),
  CARD_WORDS("words"),
  CARD_ROUND("round"),
  CARD_UNREACHED("people"),
  CARD_EMPTY("slots"),
  CARD_END("number"),
  /** The two buttons of the card. */
  TAKE(),
  SEEN(),
  /** A person with a telephone number, and one without. */
  WITH_PHONE("name", "phone"),
  WITHOUT_PHONE("name"),
  /** The slots of a plan. */
  SLOT_HEAD(),
  SLOT_DUTY(),
  SLOT_TOWN(),
  SLOT_COUNTY(),
  SLOT_CITY(),
  /** To groups: {@code what} is kinds, town and head-count, or that it is an emergency. */
  GROUP("mark", "number", "what"),
  GROUP_TAKEN("mark", "number"),
  GROUP_FALSE("mark", "number"),
  GROUP_UNKNOWN(),
  /** To the reporter whom nobody helps yet. */
  CALL("number", "people"),
  /** To those who know: the reporter is silent. */
  MISSING("mark", "number", "missing", "reporter"),
  /** To those who know: what was added. */
  UPDATE("mark", "number", "summary", "words"),
  UPDATE_SENT("mark", "number", "what"),
  /** With something that was sent along, where it cannot be shown. */
  PASSED_ON("mark", "number"),
  /** What was sent along. */
  SENT_PHOTO(),
  SENT_VOICE(),
  SENT_VIDEO(),
  SENT_FILE(),
  SENT_LOCATION("where"),
  /** To who takes over, the reporter, and the others. */
  TAKEN("number", "reporter", "due"),
  TAKEN_PART("number", "needed"),
  TAKEN_REPORTER("number", "name"),
  TAKEN_OTHERS("mark", "number", "name"),
  TAKEN_BEFORE("number", "name"),
  /** In place of the buttons of a card: who takes over, oneself, or that nobody needs to. */
  SHOWN_TAKEN("name"),
  SHOWN_OWN(),
  SHOWN_FALSE(),
  SHOWN_CLOSED(),
  /** To those who may not take over. */
  OWN_REPORT("number"),
  NOT_YOURS("number"),
  /** To 收到. */
  SEEN_NOTED("number"),
  SEEN_OWN("number"),
  SEEN_TAKEN("number", "name"),
  SEEN_OVER("number"),
  /** To a number that no alert has. */
  UNKNOWN_NUMBER("number"),
  /** To a word that needs a number, with the open ones. */
  WHICH("word", "numbers"),
  /** To a word that needs a reason or a text. */
  SAY_WHY("word", "number"),
  /** To what its state does not allow. */
  TAKE_FIRST("number"),
  IS_OVER("number"),
  IS_OPEN("number"),
  /** To who reports. */
  REPORTED("number", "count", "due"),
  FINAL_REPORTED("number"),
  SETTLED_LACKS("number"),
  SETTLED("number"),
  WITHDRAWN("number"),
  REOPENED("number", "names"),
  /** To the others. */
  REPORT_OTHERS("mark", "number", "name", "count", "words"),
  FINAL_OTHERS("mark", "number", "name", "words"),
  SETTLED_OTHERS("mark", "number", "name", "why"),
  WITHDRAWN_OTHERS("mark", "number", "name", "why"),
  REOPENED_OTHERS("mark", "number", "name", "why"),
  /** To who is late. */
  LATE_REPORT("mark", "number", "name", "summary"),
  LATE_LAST("mark", "number", "summary"),
  /** 险情. */
  LIST_NONE(),
  LIST_BEGIN("count"),
  LIST_LINE("mark", "number", "summary", "state", "time"),
  /** The states. */
  STATE_ASKED(),
  STATE_OPEN(),
  STATE_TAKEN("name"),
  STATE_RESOLVED(),
  STATE_CLOSED(),
  STATE_FALSE(),
  /** 明细: the lines of the time line. */
  LINE_BEGAN("time", "name", "words"),
  LINE_CONFIRMED("time"),
  LINE_LEARNED("time", "summary"),
  LINE_ATTACHED("time", "what"),
  LINE_CLIMBED("time", "round", "people"),
  LINE_SEEN("time", "name"),
  LINE_TAKEN("time", "name"),
  LINE_REPORTED("time", "name", "words"),
  LINE_FINAL("time", "name", "words"),
  LINE_SETTLED("time", "name", "words"),
  LINE_WITHDRAWN("time", "name", "words"),
  LINE_REOPENED("time", "name", "words"),
  LINE_REMINDED("time", "people"),
  LINE_DUE("time"),
  /** Somebody who is not in the directory. */
  SOMEBODY(),
  /** To administrators: alerts that nothing rings for. */
  FORGOTTEN("numbers");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<String> slots;

  AlertWords(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "alert." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
