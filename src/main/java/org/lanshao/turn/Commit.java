package org.lanshao.turn;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.lanshao.form.Definition;
import org.lanshao.form.FormId;

/**
 * The port through which things become durable. Methods block, all but {@link #commit}: call them
 * on threads that may wait; on others they throw {@link MustWait}.
 */
public interface Commit {
  /**
   * Has all of it written, durably, or nothing. Does not wait for that.
   *
   * @return what became of it, told on the thread that wrote: leave that soon. It fails with {@link
   *     Unavailable} when the database cannot be written now; nothing was written, or if the
   *     connection broke during the commit it is not known and a redelivery will tell
   * @throws MustWait when so much waits already that even the place in line must be waited for
   */
  CompletionStage<Committed> commit(Changes changes) throws MustWait;

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

  /**
   * Writes a change of the directory alone.
   *
   * @return false when its version is taken: the directory was changed in the meantime
   */
  boolean change(NewChange change) throws Unavailable;

  /** Keeps a small setting of the whole installation, such as the manual clock's time. */
  void remember(String key, String value) throws Unavailable;
}
