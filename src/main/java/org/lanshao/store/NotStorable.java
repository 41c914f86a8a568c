package org.lanshao.store;

import java.sql.SQLException;

/** The database refused just this write and took the others: a bug of whoever made its rows. */
public final class NotStorable extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotStorable(SQLException cause) {
    super("SQL state " + cause.getSQLState() + ", code " + cause.getErrorCode(), cause);
  }
}
