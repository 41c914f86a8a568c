package org.lanshao.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit calls open first.
class PostgresOracleTest implements OracleContract {
  private TestDatabase database;
  private Store store;

  @BeforeEach
  void open(@TempDir Path directory) {
    database = TestDatabase.onPostgres(directory);
    store = database.open();
  }

  @AfterEach
  void close() {
    database.leave();
  }

  @Override
  public TestDatabase database() {
    return database;
  }

  @Override
  public Store store() {
    return store;
  }
}
