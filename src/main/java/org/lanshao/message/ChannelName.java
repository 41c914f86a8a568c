package org.lanshao.message;

/** The name of a channel under {@code channels:} in the settings. */
public record ChannelName(String text) {
  @Override
  public String toString() {
    return text;
  }
}
