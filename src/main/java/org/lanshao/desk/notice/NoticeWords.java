package org.lanshao.desk.notice;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** What is said about notices. */
public enum NoticeWords implements Phrase {
  /** The headlines of what was typed. */
  HEADLINE_SIGNAL("kind", "colour"),
  HEADLINE_RESPONSE("kind", "grade"),
  HEADLINE_WATCH("kind"),
  HEADLINE_PLAIN(),
  HEADLINE_END("title"),
  /** To a station that an update leaves out. */
  LEFT_OUT("station", "number"),
  /** To a group; {@code ending} asks for an answer, or is empty. */
  GROUP("mark", "number", "title", "text", "areas", "time", "ending"),
  /** To a person, the number first. */
  PERSON("mark", "number", "title", "text", "areas", "time", "ending"),
  /** The card behind it. */
  CARD("mark", "number", "title"),
  ENDING_HEARD("digits"),
  ENDING_UNHEARD(),
  ENDING_PERSON("digits"),
  ENDING_WORKER("digits"),
  ENDING_OFFICE("agencies", "digits"),
  /** To a group of agencies. */
  ENDING_JOINT("agencies", "digits"),
  ENDING_JOINT_UNHEARD("agencies"),
  BUTTON_SEEN(),
  /** Several that waited, as one message. */
  DIGEST("count", "lines", "ending"),
  DIGEST_LINE("mark", "number", "title", "text"),
  DIGEST_ENDING_HEARD(),
  DIGEST_ENDING_PERSON(),
  DIGEST_CARD("numbers"),
  BUTTON_ALL(),
  /** 预警, 通知 … before they go out. */
  PREVIEW("number", "text", "audience", "buttons"),
  AUDIENCE("stations", "groups", "people"),
  AUDIENCE_NONE("count", "names"),
  AUDIENCE_OFFICE("agency", "towns", "groups", "people"),
  AUDIENCE_OFFICE_NONE("agency", "count", "names"),
  AUDIENCE_WAIT("count", "time", "why"),
  AUDIENCE_NEVER("count", "number"),
  AUDIENCE_REPLACES("number", "title"),
  PLAN_GROUPS("time"),
  PLAN_PEOPLE("time"),
  WHY_QUIET(),
  WHY_SILENCE(),
  WHY_GROUP(),
  BUTTON_SEND(),
  BUTTON_WORKER(),
  BUTTON_NONE(),
  BUTTON_NOW(),
  BUTTON_DROP(),
  SENT("number", "stations", "waiting"),
  SENT_END("number", "original", "stations"),
  DROPPED("number"),
  OVERTAKEN("number"),
  /** What is wrong with what was typed. */
  NOT_YOURS(),
  BEYOND("area"),
  PRACTICE_STATION(),
  NO_KIND(),
  NO_COLOUR("kind"),
  NO_GRADE("kind"),
  NO_AREA("word"),
  UNKNOWN_AREA("name"),
  UNKNOWN_AGENCY("name", "names"),
  NO_AGENCIES("name"),
  SEVERAL_AREAS("name", "names"),
  NO_TEXT(),
  NO_STATION(),
  UNKNOWN_NUMBER("number"),
  IS_OVER("number"),
  /** Nothing of that kind holds that somebody may end. */
  NOTHING_TO_END(),
  WHICH_END("lines"),
  /** Confirmations. */
  CONFIRMED("number", "time", "station"),
  CONFIRMED_BEFORE("number", "name", "time"),
  CONFIRMED_SELF("number", "time"),
  CONFIRMED_PROXY("number", "name", "time"),
  CONFIRMED_ALL("numbers", "time"),
  CONFIRMED_CARD("time", "name"),
  CONFIRMED_LATE("number"),
  CONFIRM_OTHER("number", "other", "digits"),
  OVER_CARD(),
  NOTHING_OPEN(),
  CONFIRMED_GROUP("number", "agency", "time"),
  NOT_ASKED("number"),
  WHICH("lines"),
  WHICH_LINE("number", "title"),
  /** 代收到. */
  PROXY_HOW(),
  PROXY_PLACE("name"),
  PROXY_DONE("number", "station"),
  /** 进度. */
  PROGRESS("number", "title", "sent", "confirmed", "unconfirmed", "lost"),
  PROGRESS_OFFICE("agency", "sent", "confirmed"),
  PROGRESS_OFFICE_OPEN("agency", "sent", "confirmed", "names"),
  PROGRESS_OFFICE_UNASKED("agency", "sent", "lost"),
  PROGRESS_WAIT("count", "time", "why"),
  PROGRESS_NEVER("count"),
  PROGRESS_PLAN("count", "time"),
  PROGRESS_LEAVING("count"),
  PROGRESS_WITHIN("count", "number"),
  PROGRESS_LIFTED("number", "time"),
  PROGRESS_REPLACED("number", "time"),
  PROGRESS_OVER("time"),
  PROGRESS_UNASKED("number", "title", "sent", "lost"),
  PROGRESS_CONFIRMED("names"),
  PROGRESS_CONFIRMED_ONE("name", "time", "who"),
  PROGRESS_PROXY_ONE("name", "time", "who", "note"),
  PROGRESS_OPEN("names"),
  PROGRESS_OPEN_ONE("name", "people"),
  PROGRESS_LOST("names"),
  PROGRESS_LOST_ONE("why", "count", "names"),
  PROGRESS_MORE("count"),
  PROGRESS_PRIVATE(),
  PROGRESS_LIST("lines"),
  PROGRESS_NOTHING(),
  LOST_NOBODY(),
  LOST_REFUSED("code"),
  /** Reminders. */
  REMIND("mark", "number", "title", "round", "time", "since", "ending"),
  REMIND_ABOVE("mark", "number", "title", "round", "time", "names"),
  /** In it: whom to call. */
  ABOVE_OPEN("count", "names"),
  /** In it: whom no message reached. */
  ABOVE_LOST("count", "names"),
  /** 暂停, 恢复. */
  SILENCED("kind", "area", "time"),
  SILENCED_SIGNAL("kind"),
  SILENCE_HOW(),
  SILENCE_ENDED("kind", "area", "count"),
  SILENCE_HELD("number", "time", "why"),
  SILENCE_NONE("kind"),
  ALL_ROUTINE(),
  /** To administrators: notices that nothing rings for. */
  FORGOTTEN("numbers"),
  /** Lines of 帮助. */
  HELP_ISSUE(),
  HELP_CONFIRM();

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<String> slots;

  NoticeWords(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "notice." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
