package org.lanshao.message;

/**
 * What the desk knows of a channel.
 *
 * @param kind such as {@code wecom}: by it the directory knows its accounts
 * @param capabilities what it can do
 */
public record ChannelTraits(String kind, Capabilities capabilities) {}
