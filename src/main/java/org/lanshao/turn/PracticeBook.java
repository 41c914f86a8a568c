package org.lanshao.turn;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Media;

/** What practice has left: records, alerts and notices. Methods block: call on virtual threads. */
public interface PracticeBook {
  /** All that these people left, the newest first; none when there is none. */
  List<Left> of(Set<PersonId> people) throws Unavailable;

  /**
   * Takes these away for good, with the matters that they opened. Numbers of what is no practice,
   * or is there no more, are left alone.
   *
   * @param media what must not be kept any more with them
   */
  void remove(List<String> numbers, List<Media.Sent> media) throws Unavailable;

  /** Something that was done for practice: its number, who did it and when. */
  record Left(String number, PersonId person, Instant at) {}
}
