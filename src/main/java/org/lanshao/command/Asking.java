package org.lanshao.command;

import java.time.LocalDate;
import org.lanshao.count.Occasions;
import org.lanshao.directory.Person;

/**
 * Who asks, and what their words are understood by.
 *
 * @param today the local day
 * @param occasions the seasons, holidays and campaigns that have names
 */
public record Asking(Person asker, LocalDate today, Occasions occasions) {
  /** By somebody to whom no occasion has a name. */
  public static Asking of(Person asker, LocalDate today) {
    return new Asking(asker, today, Occasions.NONE);
  }

  /** By what parts of words are understood. */
  Parts.Setting setting() {
    return new Parts.Setting(asker.area(), today, occasions);
  }
}
