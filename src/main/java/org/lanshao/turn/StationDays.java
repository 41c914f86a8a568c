package org.lanshao.turn;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.FormId;
import org.lanshao.record.Revision;

/**
 * The port through which is asked what stations told of their days. Methods block: call them on
 * virtual threads.
 */
public interface StationDays {
  /** What a station told of a day with a form, as it stands now; empty when nothing stands. */
  Optional<Revision> told(FormId form, AreaCode station, LocalDate day) throws Unavailable;

  /** The stations that told of a day with a form. */
  Set<AreaCode> stations(FormId form, LocalDate day) throws Unavailable;
}
