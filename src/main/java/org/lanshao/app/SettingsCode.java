package org.lanshao.app;

import org.lanshao.form.Code;

/** The mistakes in settings and in the reading of files. The guide explains each. */
enum SettingsCode implements Code {
  /** A file or folder that cannot be read. */
  UNREADABLE("L801"),
  /** An environment variable that is not set or wrong. */
  VARIABLE("L802"),
  /** A setting of the wrong shape. */
  BAD_SETTING("L803"),
  /** A database address that cannot be used. */
  DATABASE("L804"),
  /** A key that is no key. */
  KEY("L805"),
  /** A channel name that cannot be part of an address. */
  CHANNEL_NAME("L806"),
  /** Channels that must not stand beside each other or be open to others. */
  UNSAFE_CHANNEL("L807");

  private final String text;

  SettingsCode(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
