package org.lanshao.turn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanshao.directory.PersonId;
import org.lanshao.form.FormId;
import org.lanshao.reading.DayRange;
import org.lanshao.register.FileNumber;
import org.lanshao.register.RegisterChange;
import org.lanshao.register.RegisterEdit;

/** What the store knows of the register. Methods block: call them on virtual threads. */
public interface RegisterFacts {
  /**
   * What changed in the register after this version, as one change that brings it up to date; from
   * 0, all that is on file. Empty when nothing did.
   */
  Optional<RegisterChange> since(long version) throws Unavailable;

  /** Every edit of a household or site, the first one first; none when there is none. */
  List<Kept> history(FileNumber number) throws Unavailable;

  /**
   * Every household and site that was edited from a moment on and before another, each with all its
   * edits before the end, the first one first.
   */
  Map<FileNumber, List<Kept>> changed(Instant from, Instant end) throws Unavailable;

  /** The numbers of the households with a standing record of a form on the days of a range. */
  Set<FileNumber> met(FormId form, DayRange range) throws Unavailable;

  /** The numbers of the households with a standing record of a form by a person. */
  Set<FileNumber> metBy(FormId form, PersonId person) throws Unavailable;

  /**
   * The last day on which there is a standing record of a form, for each household with one.
   *
   * @param until later days are not looked at
   */
  Map<FileNumber, LocalDate> lastMet(FormId form, LocalDate until) throws Unavailable;

  /**
   * An edit as it was made.
   *
   * @param by who made it; empty for a ledger
   */
  record Kept(Instant at, NewRegisterChange.Kind kind, Optional<PersonId> by, RegisterEdit edit) {}
}
