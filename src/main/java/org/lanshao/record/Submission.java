package org.lanshao.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.FormId;
import org.lanshao.reading.Practice;

/**
 * What a submitted form leaves behind.
 *
 * @param id UUIDv7
 * @param number as people see it: V102
 * @param form which form
 * @param definition the hash of the definition it was filled with
 * @param person who filed it
 * @param area the place it belongs to: the form's first answered place question, else the person's
 *     area
 * @param at when it was filed
 * @param day the local day of {@code at}
 * @param answers what was answered; private
 */
public record Submission(
    UUID id,
    String number,
    FormId form,
    String definition,
    PersonId person,
    AreaCode area,
    Instant at,
    LocalDate day,
    Answers answers) {
  /** The same record with other answers, which belong to this area. */
  public Submission with(AreaCode otherArea, Answers otherAnswers) {
    return new Submission(id, number, form, definition, person, otherArea, at, day, otherAnswers);
  }

  /** Whether it was filed for practice: it counts nothing, and nothing follows from it. */
  public boolean isPractice() {
    return Practice.is(number);
  }

  /** Without the answers. */
  @Override
  public String toString() {
    return "Submission[" + number + "]";
  }
}
