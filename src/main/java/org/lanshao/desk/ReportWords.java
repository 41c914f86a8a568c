package org.lanshao.desk;

import java.util.Locale;
import java.util.Set;
import org.lanshao.form.Phrase;

/** What is said about reports. */
public enum ReportWords implements Phrase {
  /** How a report is asked for; {@code names} are those that there are. */
  WHICH("names"),
  /** To who may only count their own records. */
  NOT_YOURS(),
  /** Sentences that ask for something that is not counted any more. */
  BROKEN("name", "file"),
  /** Stands for a number where no station has any record. */
  UNREPORTED(),
  /** Stands for a rate where nobody is on file. */
  NOT_ON_FILE(),
  /** Below the sentences: stations without any record on these days; many with their number. */
  STATIONS("reported", "all", "names"),
  STATIONS_MANY("reported", "all", "names", "count"),
  /** Below the sentences: all of several stations have records. */
  ALL_STATIONS("all"),
  /** A number in ten thousands: 2.5万. */
  TEN_THOUSANDS("number"),
  HELP("names");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<String> slots;

  ReportWords(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "report." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<String> slots() {
    return slots;
  }
}
