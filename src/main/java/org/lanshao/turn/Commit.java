package org.lanshao.turn;

import java.util.List;
import org.lanshao.form.Definition;
import org.lanshao.form.FormId;

/** The port through which things become durable. Methods block: call them on virtual threads. */
public interface Commit {
  /**
   * Writes all of it, durably, or nothing.
   *
   * @throws Unavailable when the database cannot be written now; nothing was written, or if the
   *     connection broke during the commit it is not known and a redelivery will tell
   */
  Committed commit(Changes changes) throws Unavailable;

  /** Writes outgoing rows alone: a reply that came too late for its response. */
  void send(List<NewOutgoing> outgoing) throws Unavailable;

  /** Moves timers alone, where a look led to nothing else. */
  void move(List<TimerMove> moves) throws Unavailable;

  /**
   * Stores a definition if it was never seen and then makes it the form's current one.
   *
   * @return whether it was new
   */
  boolean publish(FormId form, Definition definition) throws Unavailable;

  /** Keeps a small setting of the whole installation, such as the manual clock's time. */
  void remember(String key, String value) throws Unavailable;
}
