package org.lanshao.desk.talk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.lanshao.directory.Person;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.reading.OpenMatters;
import org.lanshao.turn.AuditLog;

/**
 * Words of a known person, with what they are understood by.
 *
 * @param where the conversation in which they were said
 * @param today the local day
 * @param matters what the speaker may follow
 */
public record Heard(
    String text,
    Person speaker,
    ConversationId where,
    Talk talk,
    LocalDate today,
    OpenMatters matters) {
  /** Whether it was said in private or in a group. */
  public Chat chat() {
    return where.chat();
  }

  /** Whether it is practice. */
  public boolean isPractice() {
    return matters.practice();
  }

  /** The same with other words. */
  public Heard saying(String words) {
    return new Heard(words, speaker, where, talk, today, matters);
  }

  /** That the speaker saw records, for the audit. */
  public AuditLog.Entry noted(AuditLog.Kind kind, String about, Instant at) {
    return new AuditLog.Entry(at, kind, Optional.of(speaker.id()), where.key(), about);
  }

  /** Without the words. */
  @Override
  public String toString() {
    return "Heard[" + speaker + "]";
  }
}
