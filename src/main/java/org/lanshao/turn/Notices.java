package org.lanshao.turn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lanshao.directory.PersonId;
import org.lanshao.notice.Silence;
import org.lanshao.notice.Unit;

/** The port through which notices are asked for. Methods block: call them on virtual threads. */
public interface Notices {
  /** The notice of this number; empty when there is none. */
  Optional<KeptNotice> notice(String number) throws Unavailable;

  /** All notices that are not over, or to which something happened since then; the oldest first. */
  List<KeptNotice> current(Instant since) throws Unavailable;

  /** The last notice that somebody wrote and has neither sent nor dropped; or empty. */
  Optional<KeptNotice> draft(PersonId person) throws Unavailable;

  /** The notice that came in as a warning of this identifier; empty when there is none. */
  Optional<KeptNotice> identified(String identifier) throws Unavailable;

  /** What these are asked to confirm and have not, of notices that hold; the most urgent first. */
  List<Asked> asked(List<Unit> units) throws Unavailable;

  /** Who is asked to confirm a notice. */
  List<Unit> units(String number) throws Unavailable;

  /** What one of these is asked by a notice of this number, whether it holds or not; or empty. */
  Optional<Asked> asked(String number, List<Unit> units) throws Unavailable;

  /** The confirmations of a notice, the first one first. */
  List<NoticeReceipt> receipts(String number) throws Unavailable;

  /** The confirmation of one who was asked; empty when there is none. */
  Optional<NoticeReceipt> receipt(String number, Unit unit) throws Unavailable;

  /** What was confirmed for these of notices that hold, the last one first; of these the newest. */
  List<NoticeReceipt> confirmed(List<Unit> units, int most) throws Unavailable;

  /** The numbers of notices that are not over and have nothing due after this moment. */
  List<String> forgotten(Instant now) throws Unavailable;

  /** What is not to be heard where at this moment. */
  List<Silence> silences(Instant now) throws Unavailable;

  /**
   * Something that one is asked to confirm.
   *
   * @param title what it is about, in one line; private
   */
  record Asked(String number, String title, Unit unit) {
    /** Without what it is about. */
    @Override
    public String toString() {
      return "Asked[" + number + " " + unit.key() + "]";
    }
  }
}
