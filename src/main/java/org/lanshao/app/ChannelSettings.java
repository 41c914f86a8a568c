package org.lanshao.app;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lanshao.channel.wecom.WecomBotSettings;
import org.lanshao.channel.wecom.WecomLimits;
import org.lanshao.channel.wecom.WecomSettings;
import org.lanshao.message.ChannelName;

/** The settings of one channel. */
public sealed interface ChannelSettings {
  /** Its name under {@code channels:}. */
  ChannelName name();

  /** Its {@code kind}, by which the directory knows its accounts. */
  default String kind() {
    return switch (this) {
      case Sandbox sandbox -> "sandbox";
      case Wecom wecom -> "wecom";
    };
  }

  /** Whether this is the name of it, or of a bot beside it. */
  default boolean writesAs(ChannelName name) {
    return switch (this) {
      case Sandbox sandbox -> sandbox.name().equals(name);
      case Wecom wecom ->
          wecom.name().equals(name)
              || wecom.bot().filter(bot -> bot.name().equals(name)).isPresent();
    };
  }

  /** As {@link org.lanshao.directory.SendAdvice}, of this channel. */
  default Optional<String> sendAdvice(String send) {
    return switch (this) {
      case Sandbox sandbox -> Optional.empty();
      case Wecom wecom -> WecomSettings.sendAdvice(send);
    };
  }

  /**
   * {@code kind: sandbox}.
   *
   * @param token what callers have to know; empty: only this machine may call
   * @param allow whether it may stand beside a real channel
   */
  record Sandbox(ChannelName name, Optional<String> token, boolean allow)
      implements ChannelSettings {
    /** Without the token. */
    @Override
    public String toString() {
      return "Sandbox[" + name + (token.isPresent() ? " token=***" : "") + " allow=" + allow + "]";
    }
  }

  /**
   * {@code kind: wecom}: a self-built app of WeCom.
   *
   * @param limits how much it sends
   * @param bot the smart bot beside it, if there is one
   * @param menu what the buttons of its menu are called and say, in order
   */
  record Wecom(
      WecomSettings settings,
      WecomLimits limits,
      Optional<WecomBotSettings> bot,
      Map<String, String> menu)
      implements ChannelSettings {
    /** Copies the menu in its order. */
    public Wecom {
      menu = Collections.unmodifiableMap(new LinkedHashMap<>(menu));
    }

    @Override
    public ChannelName name() {
      return settings.name();
    }
  }
}
