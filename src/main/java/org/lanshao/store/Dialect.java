package org.lanshao.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.lanshao.turn.Unavailable;

/** Where SQLite and PostgreSQL differ. Everything else is the same SQL. */
sealed interface Dialect permits Sqlite, Postgres {
  /** The one for this database. */
  static Dialect of(StoreSettings settings) {
    if (settings.url().startsWith("jdbc:sqlite:")) {
      return new Sqlite(settings);
    }
    if (settings.url().startsWith("jdbc:postgresql:")) {
      return new Postgres(settings);
    }
    throw new IllegalArgumentException("not a database URL that is known: " + settings);
  }

  /** Makes what must be there before the first connection. */
  void prepare() throws SQLException;

  /** A connection to read with; each statement stands alone. */
  Link reading() throws SQLException;

  /**
   * A connection to write with; a transaction lasts until its commit.
   *
   * @throws UnsafeDatabase when the database would not wait for the disk
   */
  Link writing() throws SQLException;

  /**
   * A connection for work that takes long: all that it reads before its first commit stands at one
   * moment, and no answer is too slow.
   */
  Link copying() throws SQLException;

  /**
   * Writes all rows, as they stand at one moment, into a new SQLite file; it need not be durable.
   */
  void snapshot(Path file) throws SQLException;

  /** Whether no database is there, or one without rows. */
  boolean isEmpty() throws SQLException;

  /** Inserts rows whose places are empty; fails when one is not. */
  void pour(Link link, Insert insert, List<Object[]> rows) throws SQLException;

  /** The words of the migrations. */
  Map<String, String> placeholders();

  /** Whether a key may be made for a new database. */
  boolean makesKey();

  /** How many connections read at once. */
  int readers();

  /** Inserts rows in this order and tells which went in: the others' key was taken. */
  BitSet insert(Link link, Insert insert, List<Object[]> rows) throws SQLException;

  /** The database's clock in milliseconds, as an expression. */
  String now();

  /** Put behind a query, locks its rows and leaves out those that others have locked. */
  String lockFree();

  /** Makes the whole transaction see one state; the first thing in it. */
  void freeze(Link link) throws SQLException;

  /**
   * Waits, as the first thing in a transaction, until nobody else writes, where only one may: what
   * was read afterwards stays true until the commit.
   */
  void takeTurn(Link link) throws SQLException;

  /** Whether this transaction is the only one that folds. */
  boolean alone(Link link) throws SQLException;

  /** What an error means. */
  Fault fault(SQLException error);

  /** What somebody is told who cannot go on because of this error. */
  default Unavailable unavailable(SQLException error) {
    return new Unavailable(
        switch (fault(error)) {
          case Fault.Down(String code) -> code;
          case Fault.Locked() -> Fault.Locked.CODE;
          case Fault.Again again -> "unusable";
          case Fault.Guilty guilty -> "unusable";
        },
        error);
  }

  /** Puts everything in its final place before a clean end. */
  void settle(Link link) throws SQLException;
}
