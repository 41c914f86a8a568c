package org.lanshao.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Brings the tables up to date. The files are named here, so that nothing is searched for. */
final class Migrations {
  private static final List<LoadableResource> FILES =
      List.of(
          new Named("V1__begin.sql"),
          new Named("V2__revisions.sql"),
          new Named("V3__timers.sql"),
          new Named("V4__media.sql"),
          new Named("V5__matters.sql"),
          new Named("V6__dropped_media.sql"),
          new Named("V7__outbox.sql"),
          new Named("V9__alarm.sql"),
          new Named("V11__directory.sql"),
          new Named("V12__alerts.sql"),
          new Named("V15__cards.sql"),
          new Named("V16__care.sql"),
          new Named("V17__seasons.sql"),
          new Named("V19__notices.sql"),
          new Named("V22__joint_counts.sql"),
          new Named("V25__register.sql"),
          new Named("V26__household_met.sql"),
          new Named("V28__ledgers.sql"),
          new Named("V29__audit.sql"),
          new Named("V31__campaigns.sql"),
          new Named("V32__campaign_lists.sql"),
          new Named("V33__station_days.sql"),
          new Named("V35__campaign_beginnings.sql"),
          new Named("V36__practice.sql"),
          new Named("V37__keeping.sql"),
          new Named("V38__reports.sql"),
          new Named("V39__past_keys.sql"),
          new Named("V40__timer_about.sql"),
          new Named("V41__report_matters.sql"),
          new Named("V42__seen.sql"),
          new Named("V44__season_areas.sql"),
          new Named("V46__outgoing_due.sql"),
          new Named("V47__period_tally.sql"),
          new Named("V48__presence_by_day.sql"),
          new Named("V51__staged_records.sql"),
          new Named("V52__leavers.sql"),
          new Named("V53__outgoing_lines.sql"),
          new Named("V59__seen_by_period.sql"));

  private Migrations() {}

  /** The names of the files, the first one first. */
  static List<String> files() {
    return FILES.stream().map(LoadableResource::getFilename).toList();
  }

  /** The number of the newest one. */
  static int newest() {
    return FILES.stream().mapToInt(f -> number(f.getFilename())).max().orElseThrow();
  }

  private static Set<String> numbers() {
    return FILES.stream().map(f -> "" + number(f.getFilename())).collect(Collectors.toSet());
  }

  private static int number(String file) {
    return Integer.parseInt(file.substring(1, file.indexOf("__")));
  }

  /** The number of the last one that this database has seen. */
  static int version(Link link) throws SQLException {
    return Integer.parseInt(
        link.ask(
            "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history"
                + " WHERE version IS NOT NULL"));
  }

  /**
   * Applies what the database has not seen, all of it or nothing: a program that is killed
   * meanwhile leaves the database as it was. One that has seen all, as at nearly every start, is
   * left alone: Flyway would take longer to find that out.
   *
   * @throws SQLException when the database is in the way
   */
  static void apply(StoreSettings settings, Dialect dialect) throws SQLException {
    try {
      if (!seen(dialect).containsAll(numbers())) {
        migrate(settings, dialect);
      }
    } catch (FlywayException e) {
      throw cause(e);
    }
  }

  /** The numbers of what was applied; none when the database is new or cannot be asked. */
  private static Set<String> seen(Dialect dialect) {
    try (var link = dialect.reading()) {
      return Set.copyOf(
          link.texts(
              "SELECT version FROM flyway_schema_history"
                  + " WHERE success AND version IS NOT NULL"));
    } catch (SQLException newOrInTheWay) {
      // which of them it is, Flyway finds out
      return Set.of();
    }
  }

  /**
   * On PostgreSQL Flyway would change tables by one connection and note by another, after the
   * commit, that it did: whoever died in between left tables that could not be made again.
   */
  private static void migrate(StoreSettings settings, Dialect dialect) throws SQLException {
    try (var connection = open(settings)) {
      flyway(new OneConnection(connection), dialect).migrate();
    }
  }

  private static Connection open(StoreSettings settings) throws SQLException {
    return settings.user().isEmpty()
        ? DriverManager.getConnection(settings.url())
        : DriverManager.getConnection(settings.url(), settings.user(), settings.password());
  }

  private static SQLException cause(FlywayException failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof SQLException error) {
        return error;
      }
    }
    throw failure;
  }

  private static Flyway flyway(DataSource source, Dialect dialect) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .group(true)
        .resourceProvider(new Given())
        .javaMigrationClassProvider(List::of)
        .placeholders(dialect.placeholders())
        .communityDBSupportEnabled(false)
        .loggers("slf4j")
        // Numbers are handed out ahead: a database may have seen a later one first.
        .outOfOrder(true)
        .load();
  }

  /** The list above, as Flyway asks for it. */
  private static final class Given implements ResourceProvider {
    @Override
    public @Nullable LoadableResource getResource(String name) {
      return FILES.stream().filter(f -> f.getRelativePath().equals(name)).findFirst().orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return FILES.stream()
          .filter(f -> f.getFilename().startsWith(prefix))
          .filter(f -> List.of(suffixes).stream().anyMatch(f.getFilename()::endsWith))
          .toList();
    }
  }

  /** A file under {@code db/migration}. */
  private static final class Named extends LoadableResource {
    private final String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      var stream = Migrations.class.getResourceAsStream(getAbsolutePath());
      if (stream == null) {
        throw new UncheckedIOException(new IOException("missing in the jar: " + name));
      }
      return new InputStreamReader(stream, UTF_8);
    }

    @Override
    public String getAbsolutePath() {
      return "/db/migration/" + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return getAbsolutePath();
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
