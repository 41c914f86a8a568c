package org.lanshao.channel.wecom;

import org.lanshao.message.ChannelName;

/**
 * The settings of a smart bot (智能机器人) in callback mode.
 *
 * @param name of its channel
 * @param token the callback's token, for signatures
 * @param encodingAesKey the callback's key; one with a {@link WecomSettings#keyProblem} is refused
 * @param called the bot's name, as it stands behind {@code @} in groups; empty text: the first word
 *     behind an {@code @} at the beginning is taken for it
 */
public record WecomBotSettings(
    ChannelName name, String token, String encodingAesKey, String called) {
  /** Refuses a key that cannot be one. */
  public WecomBotSettings {
    if (WecomSettings.keyProblem(encodingAesKey).isPresent()) {
      throw new IllegalArgumentException("encodingAesKey of channel " + name);
    }
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "WecomBotSettings[" + name + " token=*** encodingAesKey=***]";
  }
}
