package org.lanshao.directory;

import java.util.Optional;

/** What a channel knows about how groups are written to. */
public interface SendAdvice {
  /** Takes everything. */
  SendAdvice NONE = (channel, send) -> Optional.empty();

  /**
   * What to write instead of this {@code send}, in Chinese and without what stands there, which may
   * be a secret; empty when the channel can write there, or there is no such channel.
   *
   * @param channel its name under {@code channels:}
   */
  Optional<String> apply(String channel, String send);
}
