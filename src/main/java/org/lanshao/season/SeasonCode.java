package org.lanshao.season;

import org.lanshao.form.Code;

/** The mistakes in seasons, schedules, their texts and the calendar. The guide explains each. */
public enum SeasonCode implements Code {
  /** A day or a year that cannot be read. */
  BAD_DAY("L951"),
  /** An end before its start. */
  SPAN_ORDER("L952"),
  /** A season that there is not. */
  NO_SUCH_SEASON("L953"),
  /** A time that is no cron expression of five fields. */
  BAD_CRON("L954"),
  /** A text that there is no file for. */
  NO_SUCH_TEXT("L955"),
  /** A warning or response level that there is not. */
  BAD_SIGNAL("L956"),
  /** An area or tag that there is not, or not one alone. */
  NO_SUCH_PLACE("L957"),
  /** A make-up workday that is a holiday, or a workday anyway. */
  NEEDLESS_WORKDAY("L958"),
  /** A schedule for nobody. */
  NOBODY("L959"),
  /** A number or a command in what is passed on to parents. */
  NOT_FOR_PARENTS("L960"),
  /** A schedule that has no slot in any year. */
  NEVER_DUE("L961"),
  /** An id or word that two have. */
  USED_TWICE("L962"),
  /** A length of time that cannot be. */
  BAD_TIME("L963"),
  /** A text that says nothing. */
  EMPTY_TEXT("L964");

  private final String text;

  SeasonCode(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
