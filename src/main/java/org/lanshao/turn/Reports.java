package org.lanshao.turn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lanshao.count.Report;

/** The port through which reports are kept. Methods block: call them on virtual threads. */
public interface Reports {
  /** Keeps a report, durably: call it before it is shown. */
  void keep(Report report) throws Unavailable;

  /** The report of this number; empty when there is none. */
  Optional<Report> report(String number) throws Unavailable;

  /** The reports that were asked for since then, the oldest first. */
  List<Known> since(Instant since) throws Unavailable;

  /**
   * Writes what people are told now of reports whose numbers moved, all of it or nothing.
   *
   * @param known the reports with their numbers as they are told now
   */
  void tell(List<Known> known, List<NewOutgoing> messages) throws Unavailable;

  /**
   * A report with its numbers as whoever asked for it knows them.
   *
   * @param numbers as they were told last, one for each input
   */
  record Known(Report report, List<Long> numbers) {
    /** Copies the list. */
    public Known {
      numbers = List.copyOf(numbers);
    }
  }
}
