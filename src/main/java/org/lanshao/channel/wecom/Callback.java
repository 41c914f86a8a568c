package org.lanshao.channel.wecom;

import java.util.Map;
import java.util.Optional;
import org.lanshao.message.Content;

/**
 * A decrypted callback, by the names of its elements. Events that are no member's doing, or that
 * need no answer, have no content and are only acknowledged.
 */
record Callback(Map<String, String> fields, Departments departments) {
  private static final int MAX_KIND = 32;

  /** The member it came from, or whom it is about; empty text if none is named. */
  String account() {
    return isAboutMember() ? field("UserID") : field("FromUserName");
  }

  /**
   * Whether a member of the platform's directory came, changed or went: {@code change_contact} of
   * the helper that keeps directories alike (documents 90970 and 90971).
   */
  private boolean isAboutMember() {
    return field("FromUserName").equals("sys")
        && field("Event").equals("change_contact")
        && field("ChangeType").endsWith("_user");
  }

  /** What the member said or did; empty if it is nothing for the desk. */
  Optional<Content> content() {
    if (account().isEmpty()) {
      return Optional.empty();
    }
    String type = field("MsgType");
    return type.equals("event") ? event() : type.isEmpty() ? Optional.empty() : message(type);
  }

  private Optional<Content> message(String type) {
    return Optional.of(
        switch (type) {
          case "text" -> new Content.Text(field("Content"));
          case "image" -> media(type, Content.Media.Kind.IMAGE);
          case "voice" -> media(type, Content.Media.Kind.VOICE);
          case "video" -> media(type, Content.Media.Kind.VIDEO);
          case "location" -> location();
          default -> new Content.Unusable(kind(type));
        });
  }

  private Content media(String type, Content.Media.Kind kind) {
    String id = field("MediaId");
    return id.isEmpty() ? new Content.Unusable(type) : new Content.Media(kind, id);
  }

  private Content location() {
    try {
      double latitude = Double.parseDouble(field("Location_X"));
      double longitude = Double.parseDouble(field("Location_Y"));
      if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
        return new Content.Location(latitude, longitude, field("Label"));
      }
    } catch (NumberFormatException e) {
      // The platform gave no numbers: as unusable as a point off the map.
    }
    return new Content.Unusable("location");
  }

  /**
   * An entry of the app's menu says its key, as if typed. A scan that waits shows the member a
   * spinner, so it is answered. Pictures and places picked from the menu follow as messages of
   * their own; opened pages, positions reported by the client and whatever the platform adds later
   * are nothing that a member says. {@code sys} sends the directory's changes.
   */
  private Optional<Content> event() {
    if (account().equals("sys")) {
      return Optional.empty();
    }
    if (isAboutMember()) {
      return change();
    }
    return switch (field("Event")) {
      case "subscribe" -> Optional.of(new Content.Joined());
      case "unsubscribe" -> Optional.of(new Content.Left());
      case "enter_agent" -> Optional.of(new Content.Entered());
      case "click", "template_card_menu_event" -> Optional.of(new Content.Text(field("EventKey")));
      case "template_card_event" ->
          Optional.of(new Content.Pressed(ButtonKey.read(field("EventKey"))));
      case "scancode_waitmsg" -> Optional.of(new Content.Unusable("scancode"));
      default -> Optional.empty();
    };
  }

  /**
   * Who is taken out of the platform's directory has left as if by themselves. Helpers set up since
   * August 2022 hear of others the account and the departments alone; earlier ones what changed,
   * and nothing of the rest.
   */
  private Optional<Content> change() {
    return switch (field("ChangeType")) {
      case "create_user" -> Optional.of(listed(true));
      case "update_user" -> Optional.of(listed(false));
      case "delete_user" -> Optional.of(new Content.Left());
      default -> Optional.empty();
    };
  }

  private Content listed(boolean isNew) {
    var area = departments.area(field("MainDepartment"), field("Department"));
    return new Content.Listed(isNew, field("NewUserID"), field("Name"), field("Mobile"), area);
  }

  /** A kind that may become a label of a metric: short, and of plain letters. */
  static String kind(String type) {
    boolean plain =
        type.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_'));
    return plain && type.length() <= MAX_KIND ? type : "unknown";
  }

  /**
   * The same for every delivery of a message or event, different for different ones. A message has
   * an id; an event does not, and the sender and second that the platform suggests are not enough:
   * opening the chat and pressing its menu may share a second.
   */
  String id(Vault vault) {
    String id = field("MsgId");
    if (!id.isEmpty()) {
      return id;
    }
    return "event:"
        + vault.fingerprint(
            account(),
            field("CreateTime"),
            field("MsgType"),
            field("Event"),
            field("EventKey"),
            field("ChangeType"),
            field("UserID"),
            field("NewUserID"),
            field("Name"),
            field("Mobile"),
            field("MainDepartment"),
            field("Department"),
            field("Id"),
            field("TagId"),
            field("TaskId"),
            field("ResponseCode"));
  }

  private String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Without what it says. */
  @Override
  public String toString() {
    return "Callback[]";
  }
}
