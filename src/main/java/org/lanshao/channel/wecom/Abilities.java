package org.lanshao.channel.wecom;

/**
 * What an installation of WeCom can do; private ones, and WeCom's clients of governments, differ.
 * Without any of it, everything is plain text.
 *
 * @param cards whether choices are buttons of a {@code template_card}; they need the callback
 * @param markdown whether text may have marks
 * @param appchat whether the app may write to groups that it made
 * @param webhook whether groups may be written to by their webhook
 * @param duplicateCheck whether {@code message/send} drops a text that it was just given
 */
public record Abilities(
    boolean cards, boolean markdown, boolean appchat, boolean webhook, boolean duplicateCheck) {
  /**
   * What WeCom's public installation can, but for cards: they cost a call for every question, and
   * are not shown in the WeChat plug-in, so they are asked for.
   */
  public static final Abilities USUAL = new Abilities(false, true, true, true, true);

  /** All of it. */
  public static final Abilities ALL = new Abilities(true, true, true, true, true);

  /** None of it. */
  public static final Abilities NONE = new Abilities(false, false, false, false, false);
}
