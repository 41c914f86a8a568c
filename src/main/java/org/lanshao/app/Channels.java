package org.lanshao.app;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.lanshao.channel.Channel;
import org.lanshao.channel.sandbox.SandboxChannel;
import org.lanshao.channel.sandbox.SandboxMedia;
import org.lanshao.channel.wecom.WecomBot;
import org.lanshao.channel.wecom.WecomChannel;

/** Makes the channels that the settings name. */
final class Channels {
  private final Supplier<UUID> ids;
  private final RandomGenerator random;
  private final Supplier<String> address;

  /**
   * With what they need of the program.
   *
   * @param ids for messages that have none
   * @param random a source of what must not be guessed
   * @param address of this server, once it listens
   */
  Channels(Supplier<UUID> ids, RandomGenerator random, Supplier<String> address) {
    this.ids = ids;
    this.random = random;
    this.address = address;
  }

  /** The channels of these settings, in their order; behind an app its bot. */
  List<Channel> of(List<ChannelSettings> settings) {
    return settings.stream().flatMap(this::of).toList();
  }

  private Stream<Channel> of(ChannelSettings settings) {
    return switch (settings) {
      case ChannelSettings.Sandbox sandbox ->
          Stream.of(
              new SandboxChannel(sandbox.name(), ids, new SandboxMedia(address, sandbox.token())));
      case ChannelSettings.Wecom wecom -> {
        var app = new WecomChannel(wecom.settings(), wecom.limits(), random);
        Optional<Channel> bot = wecom.bot().map(its -> new WecomBot(its, app, random));
        yield Stream.concat(Stream.of(app), bot.stream());
      }
    };
  }
}
