package org.lanshao.bench;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The least durable store there can be: one thread writes all that waits, a session row and a
 * message row each, in one transaction of SQLite (WAL, {@code synchronous=FULL}), and only then
 * lets the answers go.
 */
final class Ledger {
  private static final int MOST = 256;

  private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();

  private record Waiting(Fields.Message message, String reply, Runnable then, Context context) {}

  private final Vertx vertx;

  private Ledger(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Opens the file and starts the writer. */
  static Ledger open(Path file, Vertx vertx) throws SQLException {
    var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute(
          "CREATE TABLE session(worker TEXT PRIMARY KEY, state TEXT, at INTEGER) WITHOUT ROWID");
      statement.execute(
          "CREATE TABLE message(id TEXT PRIMARY KEY, worker TEXT, xml TEXT, reply TEXT, at INTEGER)"
              + " WITHOUT ROWID");
    }
    connection.setAutoCommit(false);
    var ledger = new Ledger(vertx);
    var writer = new Thread(() -> ledger.writeAll(connection), "writer");
    writer.setDaemon(true);
    writer.start();
    return ledger;
  }

  /** Writes, then runs {@code then} on the event loop that called. */
  void write(Fields.Message message, String reply, Runnable then) {
    queue.add(new Waiting(message, reply, then, vertx.getOrCreateContext()));
  }

  private void writeAll(Connection connection) {
    try (var session =
            connection.prepareStatement(
                "INSERT INTO session VALUES (?, ?, ?)"
                    + " ON CONFLICT (worker) DO UPDATE SET state = excluded.state, at = excluded.at");
        var message =
            connection.prepareStatement("INSERT OR REPLACE INTO message VALUES (?, ?, ?, ?, ?)")) {
      while (true) {
        var batch = new ArrayList<>(List.of(queue.take()));
        queue.drainTo(batch, MOST - 1);
        for (var waiting : batch) {
          insert(session, message, waiting);
        }
        connection.commit();
        batch
            .getFirst()
            .context()
            .runOnContext(ignored -> batch.forEach(waiting -> waiting.then().run()));
      }
    } catch (SQLException | InterruptedException failed) {
      System.err.println(failed);
      System.exit(2);
    }
  }

  private static void insert(PreparedStatement session, PreparedStatement message, Waiting waiting)
      throws SQLException {
    long now = System.currentTimeMillis();
    session.setString(1, waiting.message().from());
    session.setString(2, waiting.reply());
    session.setLong(3, now);
    session.executeUpdate();
    message.setString(1, waiting.message().id());
    message.setString(2, waiting.message().from());
    message.setString(3, waiting.message().xml());
    message.setString(4, waiting.reply());
    message.setLong(5, now);
    message.executeUpdate();
  }
}
