package org.lanshao.alert;

import java.util.Locale;

/** What can be due for an alert, in the order in which it is looked at. */
public enum Due {
  /** Nobody answered whether it is an emergency. */
  ASK,
  /** It is looked whether the messages of the last wave have arrived. */
  CHECK,
  /** The next wave. */
  CLIMB,
  /** The reporter is told whom to call. */
  CALL,
  /** Those on duty are told what is missing. */
  SILENT,
  /** The next report. */
  FOLLOW_UP,
  /** The final report, or the reason for closing. */
  LAST;

  /** The word for it where it is stored. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
