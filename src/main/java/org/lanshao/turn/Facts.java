package org.lanshao.turn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.lanshao.count.Cells;
import org.lanshao.count.Cut;
import org.lanshao.count.Scope;
import org.lanshao.directory.Change;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Definition;
import org.lanshao.form.FormId;
import org.lanshao.form.Media;
import org.lanshao.message.ConversationId;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Revision;

/**
 * The port through which the store is asked. Methods block: call them on threads that may wait. On
 * others they answer what is at hand in memory, and throw {@link MustWait} for the rest.
 */
public interface Facts extends Alerts {
  /** Where a conversation stands; empty when it never had a turn. */
  Optional<Standing> standing(ConversationId conversation) throws Unavailable;

  /**
   * Where every conversation stands that has a draft, by {@link ConversationId#key}, in its order.
   */
  SortedMap<String, Standing> drafting() throws Unavailable;

  /** When the person of a conversation last said something; empty when they never did. */
  Optional<Instant> heard(ConversationId conversation) throws Unavailable;

  /**
   * What was said last in a conversation, in words or by buttons, the newest first; what was purged
   * is left out.
   *
   * @param turns how many turns are looked back
   */
  List<Said> said(ConversationId conversation, int turns) throws Unavailable;

  /** The definition of this hash; empty when it was never published. */
  Optional<Definition> definition(String hash) throws Unavailable;

  /** The hash of a form's current definition; empty when none was published. */
  Optional<String> current(FormId form) throws Unavailable;

  /** The hashes of all current definitions; of forms that no file has any more, too. */
  Map<FormId, String> currents() throws Unavailable;

  /** One number or a table of them, exact at this moment. */
  Cells count(Cut cut) throws Unavailable;

  /** The sum of a measure, exact at this moment; 0 when there is nothing. */
  default long sum(String measure, Scope scope, DayRange range) throws Unavailable {
    return count(Cut.sum(measure, scope, range)).number();
  }

  /** How many different subjects of a distinct measure, exact at this moment. */
  default long distinct(String measure, Scope scope, DayRange range) throws Unavailable {
    return count(Cut.distinct(measure, scope, range)).number();
  }

  /** What a person filed on a day, as it stands now, oldest first; withdrawn records too. */
  List<Revision> filed(PersonId person, LocalDate day) throws Unavailable;

  /** The record of this number as it stands now; empty when there is none. */
  Optional<Revision> record(String number) throws Unavailable;

  /** All revisions of the record of this number, the first one first; none when there is none. */
  List<Revision> history(String number) throws Unavailable;

  /** What a person filed last and did not withdraw, as it stands now; empty when there is none. */
  Optional<Revision> lastFiled(PersonId person) throws Unavailable;

  /** What a person filed last with a form and did not withdraw, as it stands now; or empty. */
  Optional<Revision> lastFiled(PersonId person, FormId form) throws Unavailable;

  /** The records that were returned to this person, who filed them, and are not yet corrected. */
  List<Revision> returned(PersonId person) throws Unavailable;

  /**
   * What changed in the directory after this version, in order; from 0, what makes it as it is now:
   * its first change may then stand for all before it. Nothing when it was never read in.
   */
  List<Change> directory(long after) throws Unavailable;

  /** Messages that did not reach everybody, the newest first. */
  List<Resting> resting(int most) throws Unavailable;

  /** What waits to be sent. */
  Outgoing.Queue queue() throws Unavailable;

  /**
   * What waits already and may hold up messages that are to be written, counted for each target:
   * for theirs, and for all other people, each of whom something stands for that names nobody. What
   * goes to other groups is left out, for each has limits of its own; so is what stands aside for a
   * time to come, or is of no use any more. Of a hundred thousand messages at most.
   *
   * @param last the least urgent lane that is looked at
   * @param before only what was asked for before this
   * @param rows the messages that are to be written
   */
  List<Outgoing.Line> lines(Lane last, Instant before, List<NewOutgoing> rows) throws Unavailable;

  /** Routine reminders, and what was declared about seasons. */
  Reminding reminders();

  /** What is known of notices. */
  Notices notices();

  /** What is known of campaigns. */
  Campaigns campaigns();

  /** Who looked at records or took them away. */
  AuditLog audit();

  /** Many records at once. */
  Records records();

  /** What stations told of their days. */
  StationDays stationDays();

  /** Reports as they were given. */
  Reports reports();

  /** What is known of matters. */
  MatterFacts matters();

  /** Cards that people were sent. */
  SentCards cards();

  /** What practice has left. */
  PracticeBook practice();

  /** What is known of the register. */
  RegisterFacts register();

  /** Where a picture or file stands; empty when no turn took it. */
  Optional<MediaRows.State> media(Media.Sent sent) throws Unavailable;

  /** A setting kept with {@link Commit#remember}; empty if never kept. */
  Optional<String> remembered(String key) throws Unavailable;

  /**
   * What became of outgoing messages whose {@code once} begins so, in its order.
   *
   * @param begin ends with a colon
   */
  List<Fate> fates(String begin) throws Unavailable;

  /** The next number of a kind, for people: never given twice, gaps are possible. */
  long nextNumber(String kind) throws Unavailable;

  /** Words of a turn, and when they came; private. */
  record Said(Instant at, String text) {
    /** Without the words. */
    @Override
    public String toString() {
      return "Said[" + at + "]";
    }
  }

  /**
   * What became of an outgoing message.
   *
   * @param once as in {@link NewOutgoing}
   * @param end how it ended, or that it waits
   * @param code why it was refused; empty text if it was not
   */
  record Fate(String once, End end, String code) {
    /** How a message can end. */
    public enum End {
      WAITS,
      ACCEPTED,
      FAILED
    }
  }

  /**
   * Where a conversation stands.
   *
   * @param seq of its last turn
   * @param draftFrom as in {@link NewTurn#draftFrom}
   * @param greeted as in {@link NewTurn#greeted}
   * @param snapshot the newest folded state since {@code draftFrom}, if any
   * @param events of the turns after the snapshot, or since {@code draftFrom} without one, oldest
   *     first; empty when no draft is open
   */
  record Standing(
      long seq,
      long draftFrom,
      Optional<LocalDate> greeted,
      Optional<String> snapshot,
      List<String> events) {
    /** Copies the events. */
    public Standing {
      events = List.copyOf(events);
    }
  }
}
