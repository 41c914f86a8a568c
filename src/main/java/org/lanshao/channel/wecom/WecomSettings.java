package org.lanshao.channel.wecom;

import java.util.Optional;
import org.lanshao.channel.Road;
import org.lanshao.message.ChannelName;

/**
 * The settings of one WeCom app.
 *
 * @param name its name under {@code channels:}
 * @param api the base address of the API, without a slash at the end; private installations have
 *     their own
 * @param corpId the organisation's id, which is also the receiver named inside every callback
 * @param agentId the app's number
 * @param secret the app's secret, for access tokens
 * @param token the callback's token, for signatures
 * @param encodingAesKey the callback's key, as the console shows it; one with a {@link #keyProblem}
 *     is refused
 * @param abilities what the installation can do
 * @param webhookApi the base address of group webhooks, as {@code api}
 * @param road how all of them are reached
 * @param departments which areas its departments stand for
 */
public record WecomSettings(
    ChannelName name,
    String api,
    String corpId,
    long agentId,
    String secret,
    String token,
    String encodingAesKey,
    Abilities abilities,
    String webhookApi,
    Road road,
    Departments departments) {
  private static final int KEY_LENGTH = 43;

  /** Refuses a key that cannot be one. */
  public WecomSettings {
    if (keyProblem(encodingAesKey).isPresent()) {
      throw new IllegalArgumentException("encodingAesKey of channel " + name);
    }
  }

  /** An installation as it is usual. */
  public WecomSettings(
      ChannelName name,
      String api,
      String corpId,
      long agentId,
      String secret,
      String token,
      String encodingAesKey) {
    this(
        name,
        api,
        corpId,
        agentId,
        secret,
        token,
        encodingAesKey,
        Abilities.USUAL,
        api,
        Road.STRAIGHT,
        Departments.NONE);
  }

  /** The same with other abilities. */
  public WecomSettings with(Abilities other) {
    return with(other, road, departments);
  }

  /** The same by another road. */
  public WecomSettings with(Road other) {
    return with(abilities, other, departments);
  }

  /** The same of an organisation with these departments. */
  public WecomSettings with(Departments other) {
    return with(abilities, road, other);
  }

  private WecomSettings with(Abilities can, Road by, Departments of) {
    return new WecomSettings(
        name, api, corpId, agentId, secret, token, encodingAesKey, can, webhookApi, by, of);
  }

  /** What is wrong with an EncodingAESKey, in Chinese and without the key; empty if nothing is. */
  public static Optional<String> keyProblem(String key) {
    if (key.length() != KEY_LENGTH) {
      return Optional.of("应为 43 个字符，现在是 " + key.length() + " 个。请从企业微信后台的“接收消息”页重新复制");
    }
    if (!key.chars().allMatch(WecomSettings::isBase64)) {
      return Optional.of("只能有字母、数字、+ 和 /。请从企业微信后台的“接收消息”页重新复制");
    }
    return Optional.empty();
  }

  /**
   * What to write instead of a group's {@code send}, in Chinese and without what stands there;
   * empty if this platform can write there.
   */
  public static Optional<String> sendAdvice(String send) {
    return Room.of(send).isPresent()
        ? Optional.empty()
        : Optional.of("写 webhook:${变量名}，变量里放群机器人的 key 或整个网址；应用建的群写 appchat:群编号；不能发就留空。");
  }

  private static boolean isBase64(int letter) {
    return (letter >= 'A' && letter <= 'Z')
        || (letter >= 'a' && letter <= 'z')
        || (letter >= '0' && letter <= '9')
        || letter == '+'
        || letter == '/';
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "WecomSettings["
        + name
        + " "
        + api
        + " "
        + corpId
        + " "
        + agentId
        + " secret=*** token=*** encodingAesKey=***]";
  }
}
