package org.lanshao.alert;

import java.util.Optional;
import org.lanshao.directory.PersonId;
import org.lanshao.message.ConversationId;

/**
 * Who raised an alert.
 *
 * @param person empty for somebody the directory does not know
 * @param conversation where they are answered
 */
public record Reporter(Optional<PersonId> person, ConversationId conversation) {
  /** Whether it is this person. */
  public boolean is(PersonId other) {
    return person.equals(Optional.of(other));
  }
}
