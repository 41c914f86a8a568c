package org.lanshao.people;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** What is said about people, duty and groups. */
public enum PeopleWords implements Phrase {
  /** To such a command in a group. */
  IN_PRIVATE(),
  /** To a command that this role may not give. */
  NOT_FOR_YOU("word"),
  /** Behind a preview: how to decide. */
  CONFIRM("number", "minutes"),
  /** The choices of a preview and of a question to somebody above. */
  SAY_CONFIRM(),
  SAY_DROP(),
  SAY_AGREE(),
  SAY_REFUSE(),
  /** To a name of nobody, or of a place that there is not. */
  NOBODY("name"),
  NO_PLACE("name"),
  /** To a name of several: {@code lines} are the ways to say it, a line each. */
  WHICH_PERSON("name", "lines"),
  WHICH_PLACE("name", "lines"),
  /** To somebody whom others decide about, and to a place that others look after. */
  ABOVE_YOU("name"),
  BEYOND_YOU("area"),
  /** To a command that is not whole. */
  MOVE_HOW(),
  LEAVE_HOW(),
  RETURN_HOW(),
  ROSTER_HOW(),
  BIND_HOW(),
  UNBIND_HOW(),
  REGISTER_HOW(),
  /** 调站. */
  MOVE_PREVIEW("name", "from", "to"),
  MOVE_SAME("name", "to"),
  MOVE_NOT_STATION("to"),
  MOVED("name", "to"),
  MOVED_TOLD("from", "to"),
  /** 部门. */
  OFFICE_HOW(),
  OFFICE_NOT_TOWN("name"),
  OFFICE_SAME("name"),
  OFFICE_PREVIEW("name", "area", "agency"),
  OFFICE_LEFT("name", "area"),
  OFFICE_LINE("agency", "people", "towns", "count", "names"),
  OFFICE_ALL("agency", "people", "towns"),
  OFFICES_NONE(),
  /** 离职. */
  LEAVE_PREVIEW("name", "area"),
  LEAVE_NO_WORK("name"),
  LEAVE_WORK("count", "lines"),
  LEAVE_HEIR("command", "heir"),
  LEAVE_NO_HEIR("command"),
  LEAVE_TO_SELF("name"),
  LEFT_DONE("name"),
  LEFT_HANDED("heir"),
  /** The platform says that somebody left it: {@code name} with their place. */
  LEAVE_ASKED("name", "number"),
  /** The platform's directory has somebody new, again, or otherwise. */
  LISTED_NEW("name", "phone", "area", "number"),
  LISTED_BACK("name", "area", "number"),
  LISTED_CHANGED("name", "changes", "number"),
  LISTED_NAME("before", "after"),
  LISTED_PHONE("before", "after"),
  LISTED_AREA("before", "after"),
  LISTED_ACCOUNT("before", "after"),
  LISTED_NOTHING(),
  UPDATED("name"),
  /** To whoever takes work over. */
  HEIR_TOLD("name", "lines"),
  HEIR_TOLD_NOTHING("name"),
  HEIR_DRAFTS("count"),
  /** A draft and a record in the list of open work. */
  WORK_DRAFT("form"),
  WORK_RETURNED("number", "title"),
  WORK_PENDING("number", "title", "labels"),
  /** To somebody who left. */
  GONE(),
  /** 返岗. */
  RETURN_PREVIEW("name", "area"),
  NOT_GONE("name"),
  RETURNED("name"),
  RETURNED_TOLD("area"),
  /** 排班. */
  ROSTER_PREVIEW("area", "lines"),
  ROSTER_LINE("day", "names"),
  ROSTER_CHANGED_LINE("day", "names", "before"),
  ROSTER_NO_DAY("line"),
  ROSTER_NO_PEOPLE("line"),
  ROSTER_PAST("day"),
  ROSTER_TOO_LONG("most"),
  ROSTERED("area", "days"),
  ROSTERED_TOLD("area", "days"),
  /** 值班. */
  DUTY_NOW("area", "names"),
  DUTY_STANDS_IN("area", "names"),
  DUTY_NOBODY("area"),
  DUTY_PLAN("lines"),
  DUTY_NO_PLAN(),
  DUTY_AREA_LINE("area", "names"),
  DUTY_AREA_NONE("area", "names"),
  DUTY_AREAS("area", "lines"),
  DUTY_ALL_MANNED("area"),
  DUTY_OVER("area"),
  /** 绑定群. */
  BIND_PREVIEW("name", "area", "code", "minutes"),
  BIND_SENT("name", "area", "minutes"),
  BIND_TEST("code"),
  BIND_BAD_ADDRESS(),
  BIND_TAKEN("name"),
  BOUND("name", "area"),
  BOUND_DEAF("name", "area"),
  UNBIND_PREVIEW("name", "area"),
  UNBOUND("name"),
  NO_GROUP("name"),
  WHICH_GROUP("name", "lines"),
  GROUPS_BEGIN("count"),
  GROUPS_NONE(),
  GROUP_HEARD("name", "area"),
  GROUP_DEAF("name", "area"),
  /** 登记, to the newcomer. */
  REGISTER_UNDERSTOOD("name", "area", "role", "phone"),
  REGISTER_NO_PHONE(),
  REGISTER_ASKED(),
  REGISTER_NOBODY_TO_ASK(),
  REGISTER_TOO_OFTEN(),
  REGISTER_KNOWN(),
  REGISTER_WELCOME("name", "area"),
  REGISTER_REFUSED(),
  /** 登记, to somebody above. */
  REGISTER_ASK("name", "area", "role", "phone", "number"),
  REGISTERED("name", "area"),
  REFUSED("number"),
  /** What the roles are called. */
  ROLE_WORKER(),
  ROLE_HEAD(),
  ROLE_TOWN(),
  ROLE_OFFICE("agency"),
  /** Of proposals. */
  NO_SUCH_PROPOSAL("number"),
  NOT_YOURS_TO_DECIDE("number"),
  DECIDED_BEFORE("number", "name"),
  TOO_OLD("number"),
  OVERTAKEN("number"),
  WHICH_PROPOSAL("lines"),
  PROPOSAL_LINE("number", "what"),
  DROPPED(),
  /** Lines of 帮助. */
  HELP_DUTY(),
  HELP_ROSTER(),
  HELP_PEOPLE(),
  HELP_GROUPS(),
  HELP_AGREE();

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is
  private final Set<String> slots;

  PeopleWords(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "people." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
