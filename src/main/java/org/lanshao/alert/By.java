package org.lanshao.alert;

import java.time.Instant;
import java.util.Optional;
import org.lanshao.directory.PersonId;

/**
 * Who did something to an alert, when, and where from.
 *
 * @param person empty for somebody the directory does not know, and for the clock
 * @param from the key of the conversation it was said in; of the alert's own for the clock
 * @param at when
 */
public record By(Optional<PersonId> person, String from, Instant at) {}
