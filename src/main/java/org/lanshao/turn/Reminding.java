package org.lanshao.turn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.season.Declaration;

/**
 * The port through which routine reminders are kept: how far they are, who got how many, and what
 * was declared about seasons. Methods block: call them on virtual threads.
 */
public interface Reminding {
  /**
   * Until when the slots of each schedule are done with; schedules that are new begin now.
   *
   * @param schedules their ids
   */
  Map<String, Instant> done(List<String> schedules, Instant now) throws Unavailable;

  /**
   * Enters that a schedule is done with until its slot, and writes the messages to those who had
   * fewer than {@code most} reminders on that day; all of it or nothing.
   *
   * @return false when it was done with already, by another node
   */
  boolean remind(Round round) throws Unavailable;

  /** What was last said to a recipient on a day, by the schedule's id; empty when nothing was. */
  Optional<String> reminded(String recipient, LocalDate day) throws Unavailable;

  /** All that was declared about seasons. */
  List<Declaration> declared() throws Unavailable;

  /**
   * A schedule's slot and what goes out for it.
   *
   * @param until the slot: everything of the schedule up to it is done with
   * @param day the local day on which it goes out
   * @param most so many reminders a recipient gets on a day
   * @param letters to whom; none when the slot is left out
   */
  record Round(String schedule, Instant until, LocalDate day, int most, List<Letter> letters) {
    /** Copies the list. */
    public Round {
      letters = List.copyOf(letters);
    }
  }

  /**
   * What somebody gets.
   *
   * @param recipient {@code g:<group>}, {@code p:<person>} or, asked for its day, {@code
   *     day:<area>}
   * @param messages in their order
   */
  record Letter(String recipient, List<NewOutgoing> messages) {
    /** Copies the list. */
    public Letter {
      messages = List.copyOf(messages);
    }
  }
}
