package org.lanshao.form;

/**
 * A picture or file that somebody sent, by reference: an answer never holds its bytes. What is sent
 * comes as {@link Sent}; whoever fetches and keeps its bytes finds them by that reference and may
 * write {@link Kept} in its place.
 */
public sealed interface Media {
  /**
   * What the platform keeps, for some days.
   *
   * @param channel the name of the channel that it came by
   * @param id the platform's id for it
   */
  record Sent(String channel, String id) implements Media {}

  /**
   * What this desk keeps.
   *
   * @param sha256 the SHA-256 of its bytes, in lower-case hex
   */
  record Kept(String sha256) implements Media {}
}
