package org.lanshao.app;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.lanshao.alarm.OperationsWebhook;
import org.lanshao.channel.Road;

/**
 * When something is wrong, and who is told.
 *
 * @param webhook where operators are told, past the outbox; holds a secret
 * @param shape what it understands
 * @param road how the webhook is reached
 * @param node the name of this node; empty: the machine's name
 * @param outbox how long a message may wait after it is due
 * @param diskBytes how much room must be left
 * @param backup how old the last good backup may be
 * @param silence how much working time may pass without a call from a platform; zero: any
 * @param address where platforms call, whose certificate is watched; empty: it is not
 */
public record OperationsSettings(
    Optional<String> webhook,
    OperationsWebhook.Shape shape,
    Road road,
    Optional<String> node,
    Duration outbox,
    long diskBytes,
    Duration backup,
    Duration silence,
    Optional<URI> address) {
  /** What holds where nothing else is set. */
  static final OperationsSettings USUAL =
      new OperationsSettings(
          Optional.empty(),
          OperationsWebhook.Shape.TEXT,
          Road.STRAIGHT,
          Optional.empty(),
          Duration.ofMinutes(10),
          1L << 30,
          Duration.ofHours(26),
          Duration.ofHours(12),
          Optional.empty());

  /** Without the webhook. */
  @Override
  public String toString() {
    return "OperationsSettings[" + (webhook.isPresent() ? "webhook=***" : "") + "]";
  }
}
