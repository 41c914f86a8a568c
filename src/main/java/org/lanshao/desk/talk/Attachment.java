package org.lanshao.desk.talk;

import java.util.Optional;
import org.lanshao.message.Content;

/**
 * Something that was sent along with an alert.
 *
 * @param what {@code photo}, {@code voice}, {@code video}, {@code file} or {@code location}
 * @param reference the platform's id of it, or latitude and longitude with what the platform calls
 *     the place
 */
public record Attachment(String what, String reference) {
  /** A picture. */
  public static final String PHOTO = "photo";

  /** A point on the map. */
  public static final String LOCATION = "location";

  /** What a message brings; empty when it brings nothing that can be kept. */
  public static Optional<Attachment> of(Content content) {
    return switch (content) {
      case Content.Media(Content.Media.Kind kind, String id) ->
          Optional.of(
              new Attachment(
                  switch (kind) {
                    case IMAGE -> PHOTO;
                    case VOICE -> "voice";
                    case VIDEO -> "video";
                    case FILE -> "file";
                  },
                  id));
      case Content.Location(double latitude, double longitude, String label) ->
          Optional.of(
              new Attachment(
                  LOCATION, "%.5f,%.5f %s".formatted(latitude, longitude, label).strip()));
      default -> Optional.empty();
    };
  }
}
