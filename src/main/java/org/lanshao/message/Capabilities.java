package org.lanshao.message;

import java.time.Duration;
import java.util.Optional;

/**
 * What a channel can do.
 *
 * @param answerWithin how long after receipt a reply may still go out in the response; empty: never
 * @param maxTextBytes how long a text may be, in bytes of UTF-8
 * @param buttons whether choices are shown as buttons
 */
public record Capabilities(Optional<Duration> answerWithin, int maxTextBytes, boolean buttons) {}
