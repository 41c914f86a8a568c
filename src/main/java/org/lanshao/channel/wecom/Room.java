package org.lanshao.channel.wecom;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A group that can be written to, by the {@code send} of {@code groups.csv}. */
sealed interface Room {
  /** The address that the client shows for a webhook may be copied whole, then also alone. */
  Pattern WEBHOOK =
      Pattern.compile(
          "(?:webhook:\\s*(?:https?://\\S+[?&]key=)?|https?://\\S+[?&]key=)([0-9A-Za-z_-]{8,128})");

  /** Chosen by whoever makes the group, or by the platform. */
  Pattern APPCHAT = Pattern.compile("appchat:\\s*([0-9A-Za-z_-]{1,64})");

  /** By a webhook that a member made; {@code key} is a secret. */
  record Webhook(String key) implements Room {
    /** Without the key. */
    @Override
    public String toString() {
      return "Webhook[]";
    }
  }

  /** A group that this app made. */
  record Appchat(String id) implements Room {}

  /** The group of a {@code send}; empty if it is neither kind. */
  static Optional<Room> of(String send) {
    Matcher webhook = WEBHOOK.matcher(send.strip());
    Matcher appchat = APPCHAT.matcher(send.strip());
    if (webhook.matches()) {
      return Optional.of(new Webhook(webhook.group(1)));
    }
    return appchat.matches() ? Optional.of(new Appchat(appchat.group(1))) : Optional.empty();
  }
}
