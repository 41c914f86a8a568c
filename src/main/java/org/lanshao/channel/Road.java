package org.lanshao.channel;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the calls of a channel reach its platform.
 *
 * @param proxy an HTTP proxy, {@code http://host:port}; empty: none
 * @param authorities a PEM file with the certificates of those who vouch for the platform, and
 *     nobody else; empty: those that this Java trusts
 */
public record Road(Optional<URI> proxy, Optional<Path> authorities) {
  /** No proxy, and the usual authorities. */
  public static final Road STRAIGHT = new Road(Optional.empty(), Optional.empty());
}
