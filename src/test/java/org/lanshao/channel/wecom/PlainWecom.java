package org.lanshao.channel.wecom;

import java.util.random.RandomGenerator;

/** A WeCom channel with what is usual, for tests of what uses it. */
public final class PlainWecom {
  private PlainWecom() {}

  /** With the usual limits. */
  public static WecomChannel channel() {
    return new WecomChannel(
        Vectors.named("app-text-ascii").settings().with(Abilities.ALL),
        RandomGenerator.getDefault());
  }
}
