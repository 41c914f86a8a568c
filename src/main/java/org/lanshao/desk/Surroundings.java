package org.lanshao.desk;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lanshao.directory.Directory;
import org.lanshao.form.Wording;
import org.lanshao.message.ChannelName;
import org.lanshao.message.ChannelTraits;
import org.lanshao.record.RevisionLimits;

/**
 * What every turn needs to know.
 *
 * @param channels what there is to know of each channel
 * @param clock the time, in the zone whose days are counted
 * @param ids fresh ids, UUIDv7
 * @param courtesy when it may speak first
 * @param limits until when who may revise a record
 */
public record Surroundings(
    Directory directory,
    Wording wording,
    Function<ChannelName, ChannelTraits> channels,
    Clock clock,
    Supplier<UUID> ids,
    Courtesy courtesy,
    RevisionLimits limits) {
  /** The same, speaking with other words. */
  Surroundings with(Wording other) {
    return new Surroundings(directory, other, channels, clock, ids, courtesy, limits);
  }

  /** The same, with another directory. */
  Surroundings with(Directory other) {
    return new Surroundings(other, wording, channels, clock, ids, courtesy, limits);
  }

  /** With what holds where nothing else is set. */
  public Surroundings(
      Directory directory,
      Wording wording,
      Function<ChannelName, ChannelTraits> channels,
      Clock clock,
      Supplier<UUID> ids) {
    this(directory, wording, channels, clock, ids, Courtesy.USUAL, RevisionLimits.DEFAULT);
  }
}
