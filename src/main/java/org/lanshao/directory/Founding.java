package org.lanshao.directory;

import java.util.Optional;

/**
 * Since when the station or service point of an area works.
 *
 * @param station since when there is one; empty where nobody wrote it
 * @param branch since when it has a party branch; empty where it has none
 */
public record Founding(Optional<RoughDay> station, Optional<RoughDay> branch) {
  /** Nothing is known. */
  public static final Founding UNKNOWN = new Founding(Optional.empty(), Optional.empty());
}
