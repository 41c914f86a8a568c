package org.lanshao.alarm;

/** Whoever looks after the machine, told past the messages of the desk. */
public interface Operations {
  /** Nobody is to be told. */
  Operations NOBODY = notice -> true;

  /** Tells them; false when that did not work and is to be tried again. It blocks. */
  boolean tell(Notice notice);

  /**
   * What they are told.
   *
   * @param code of the kind of alarm
   * @param raised false: it is over
   * @param node which node noticed
   * @param text in words; nothing private
   */
  record Notice(String code, boolean raised, String node, String text) {}
}
