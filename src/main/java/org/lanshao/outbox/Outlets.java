package org.lanshao.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lanshao.channel.Channel;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.Spend;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;
import org.lanshao.transport.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where messages leave. It blocks: call it on virtual threads.
 *
 * @param nameToChannel all channels
 * @param transport for calls
 * @param page takes what is only shown, as JSON; it must not block for long
 */
public record Outlets(
    Map<ChannelName, Channel> nameToChannel, Transport transport, Consumer<String> page) {
  private static final Logger LOG = LoggerFactory.getLogger(Outlets.class);

  /** Copies the channels. */
  public Outlets {
    nameToChannel = Map.copyOf(nameToChannel);
  }

  /** What sending a message uses up; nothing on an unknown channel. */
  List<Spend> spends(ChannelName name, Outbound message) {
    Channel channel = nameToChannel.get(name);
    try {
      return channel == null ? List.of() : channel.spends(message);
    } catch (RuntimeException e) {
      mistake(message, e);
      return List.of();
    }
  }

  /** Sends a message and says what became of it; never throws. */
  Outcome send(ChannelName name, Outbound message) {
    Channel channel = nameToChannel.get(name);
    if (channel == null) {
      return new Outcome.Refused("no_channel", "");
    }
    try {
      return switch (channel.encode(message)) {
        case Delivery.Show(String json) -> {
          page.accept(json);
          yield Outcome.Accepted.PLAIN;
        }
        case Delivery delivery -> transport.send(channel, message, delivery);
      };
    } catch (RuntimeException e) {
      return mistake(message, e);
    }
  }

  /**
   * A mistake of ours. Its message may hold what is private, so only its kind and place is told.
   */
  private static Outcome mistake(Outbound message, RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    LOG.atError()
        .addKeyValue("message", message.id())
        .addKeyValue("exception", e.getClass().getName())
        .addKeyValue("at", trace.length == 0 ? "" : trace[0].toString())
        .log("sending failed inside");
    return new Outcome.TryAgain(Duration.ofSeconds(30), "failed_inside", "");
  }
}
