package org.lanshao.notice;

/** What a notice wants to hear back. */
public enum Asks {
  /** Nothing. */
  NONE,
  /** One confirmation from each station. */
  STATION,
  /** One confirmation from everybody who works there. */
  WORKER
}
