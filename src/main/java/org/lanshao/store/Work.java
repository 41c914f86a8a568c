package org.lanshao.store;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.lanshao.turn.Committed;

/**
 * Something that waits to be written. Until the writer takes it, whoever asked can withdraw it; its
 * answer is handed over only once the transaction is durable.
 */
abstract sealed class Work<T> permits Work.Turn, Work.Rest {
  private enum State {
    WAITING,
    TAKEN,
    WITHDRAWN
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final boolean sends;
  private volatile long deadline;

  /**
   * @param sends whether it writes outgoing rows
   */
  private Work(boolean sends) {
    this.sends = sends;
  }

  /** What somebody waits for. */
  CompletableFuture<T> result() {
    return result;
  }

  /** Until when it waits to be taken, by {@link System#nanoTime()}; set before it waits. */
  void deadline(long nanos) {
    this.deadline = nanos;
  }

  /** Whether its time was up at that moment. */
  boolean late(long now) {
    return now - deadline >= 0;
  }

  /** Whether it writes outgoing rows. */
  boolean sends() {
    return sends;
  }

  /** Takes it to be written; false when it was withdrawn. */
  boolean take() {
    return state.compareAndSet(State.WAITING, State.TAKEN);
  }

  /** Takes it back; false when the writer has it. */
  boolean withdraw() {
    return state.compareAndSet(State.WAITING, State.WITHDRAWN);
  }

  /** Hands over what the writing found: call after the commit. */
  abstract void onCommitted();

  void onFailed(Throwable error) {
    result.completeExceptionally(error);
  }

  /** A turn, written with the others of its batch. */
  static final class Turn extends Work<Committed> {
    private final Rows rows;
    private Committed outcome = new Committed.Done();

    Turn(Rows rows) {
      super(!rows.outgoing().isEmpty() || !rows.again().isEmpty());
      this.rows = rows;
    }

    Rows rows() {
      return rows;
    }

    void outcome(Committed next) {
      this.outcome = next;
    }

    @Override
    void onCommitted() {
      result().complete(outcome);
    }
  }

  /** What a write does; it may run more than once, each time in a new transaction. */
  interface Writing<T> {
    /** Writes and returns what to answer. */
    T write(Link link) throws SQLException;
  }

  /** Rows beside turns. */
  abstract static sealed class Rest<T> extends Work<T> {
    private final Writing<T> writing;
    private Runnable answer = () -> {};

    private Rest(boolean sends, Writing<T> writing) {
      super(sends);
      this.writing = writing;
    }

    void write(Link link) throws SQLException {
      T value = writing.write(link);
      answer = () -> result().complete(value);
    }

    @Override
    void onCommitted() {
      answer.run();
    }
  }

  /** A few rows, written in the same transaction as others. */
  static final class Small<T> extends Rest<T> {
    Small(boolean sends, Writing<T> writing) {
      super(sends, writing);
    }
  }

  /** Many rows, in a transaction of its own. */
  static final class Alone<T> extends Rest<T> {
    Alone(Writing<T> writing) {
      super(false, writing);
    }
  }
}
