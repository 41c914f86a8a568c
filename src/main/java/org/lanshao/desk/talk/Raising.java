package org.lanshao.desk.talk;

import java.util.List;
import org.lanshao.alert.Plans;
import org.lanshao.form.DangerWords;
import org.lanshao.message.ChannelName;

/**
 * What raising an alert needs to know.
 *
 * @param danger the words that raise
 * @param plans by which it climbs
 * @param channels through which people can be written to unasked, the one to try first in front
 */
public record Raising(DangerWords danger, Plans plans, List<ChannelName> channels) {
  /** No words raise anything. */
  public static final Raising NONE = new Raising(DangerWords.NONE, Plans.USUAL, List.of());

  /** Copies the list. */
  public Raising {
    channels = List.copyOf(channels);
  }

  Raising with(DangerWords other) {
    return new Raising(other, plans, channels);
  }
}
