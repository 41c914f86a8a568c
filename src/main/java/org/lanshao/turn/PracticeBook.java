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
   * Takes these away for good, with the matters that they opened and the messages about them that
   * have not left, all at once. Numbers of what is no practice, or is there no more, are left
   * alone.
   */
  void remove(List<Removal> removals) throws Unavailable;

  /**
   * What of one number must not be kept any more.
   *
   * @param messages what the {@code once} of messages about it begin with
   * @param media the pictures and files that came with it
   */
  record Removal(String number, List<String> messages, List<Media.Sent> media) {
    /** Copies the lists. */
    public Removal {
      messages = List.copyOf(messages);
      media = List.copyOf(media);
    }
  }

  /** Something that was done for practice: its number, who did it and when. */
  record Left(String number, PersonId person, Instant at) {}
}
