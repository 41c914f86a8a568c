package org.lanshao.desk;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lanshao.directory.Directory;
import org.lanshao.form.Wording;
import org.lanshao.message.ChannelName;

/**
 * What every turn needs to know.
 *
 * @param kinds the kind of a channel, by which the directory knows its accounts
 * @param clock the time, in the zone whose days are counted
 * @param ids fresh ids, UUIDv7
 */
public record Surroundings(
    Directory directory,
    Wording wording,
    Function<ChannelName, String> kinds,
    Clock clock,
    Supplier<UUID> ids) {}
