package org.lanshao.season;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Times of a schedule: a cron expression of five fields, minute hour day month weekday, as Unix has
 * it.
 */
public final class Cron {
  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  private final String text;
  private final ExecutionTime times;

  private Cron(String text, ExecutionTime times) {
    this.text = text;
    this.times = times;
  }

  /** Reads an expression; empty when it is none. */
  public static Optional<Cron> read(String text) {
    try {
      return Optional.of(new Cron(text, ExecutionTime.forCron(PARSER.parse(text))));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** The next time after this one, in its zone; empty when there is none. */
  Optional<ZonedDateTime> after(ZonedDateTime time) {
    return times.nextExecution(time);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cron cron && cron.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
