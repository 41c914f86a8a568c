package org.lanshao.desk;

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
  /** To a control word when no form is open. */
  NOTHING_OPEN(),
  /** To 收到 when no notice waits for it. */
  NOTHING_TO_CONFIRM(),
  /** To the start word of a form while one is open. */
  FINISH_FIRST("open", "wanted"),
  /** To the start word of the form that is open. */
  ALREADY_OPEN("open"),
  /** To the start word of a form that this role may not open. */
  NOT_YOURS("form"),
  /** To the start word of a form that is not for groups. */
  PRIVATE_ONLY("form"),
  /** To the start word of a form that is for groups alone. */
  GROUP_ONLY("form"),
  /** To a picture, voice or file that the desk cannot use yet. */
  ONLY_WORDS(),
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
