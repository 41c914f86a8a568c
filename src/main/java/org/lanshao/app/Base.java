package org.lanshao.app;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanshao.alarm.AdminMail;
import org.lanshao.desk.talk.DeskPorts;
import org.lanshao.directory.Directory;
import org.lanshao.message.ChannelName;
import org.lanshao.store.Store;

/**
 * What all parts of a server are built with.
 *
 * @param directory as it is now
 * @param random a source of what must not be guessed
 * @param ids new ones, in the order of time
 */
record Base(
    Settings settings,
    Written written,
    Store store,
    Supplier<Directory> directory,
    PrometheusMeterRegistry meters,
    SecureRandom random,
    Supplier<UUID> ids,
    Stop stop) {
  /** The clock of the machine, also where a page sets the time. */
  Clock clock() {
    return Clock.system(settings.time().zone());
  }

  DeskPorts ports() {
    return new DeskPorts(store, store);
  }

  /** Real channels come before the sandbox. */
  java.util.stream.Stream<ChannelSettings> realFirst() {
    return settings.channels().stream()
        .sorted(Comparator.comparing(ChannelSettings.Sandbox.class::isInstance));
  }

  /** Messages to administrators. */
  AdminMail mail(Clock clock) {
    var kinds = new LinkedHashMap<ChannelName, String>();
    realFirst().forEach(channel -> kinds.put(channel.name(), channel.kind()));
    return new AdminMail(store, directory, kinds, clock, ids);
  }

  /** Runs this until the stop, which interrupts it. */
  void run(String name, Runnable work) {
    var thread = Thread.ofVirtual().name(name).start(work);
    stop.first(thread::interrupt);
  }
}
