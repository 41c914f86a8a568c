package org.lanshao.turn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;

/**
 * The port through which the outgoing rows are looked through for what is wrong. Methods block:
 * call them on virtual threads.
 */
public interface Symptoms {
  /** Since when the message that waits longest has been due; empty when none is due. */
  Optional<Instant> oldestDue(Instant now) throws Unavailable;

  /** Channels whose settings their platform refuses, unless it took a later message. */
  List<SettingsRefused> settingsRefused() throws Unavailable;

  /** The names of targets that do not exist any more, unless a later message got through. */
  Set<String> goneTargets() throws Unavailable;

  /** The name of a target, which does not tell who it is. */
  String name(Outbound.Target target);

  /**
   * A platform refuses the settings of a channel.
   *
   * @param platformCode the platform's own code
   */
  record SettingsRefused(ChannelName channel, String platformCode) {}
}
