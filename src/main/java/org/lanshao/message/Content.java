package org.lanshao.message;

import java.util.List;

/** What came in. */
public sealed interface Content {
  /** Words. */
  record Text(String text) implements Content {}

  /** A picture, voice, video or file that the platform keeps under an id. */
  record Media(Kind kind, String mediaId) implements Content {
    /** What it is. */
    public enum Kind {
      IMAGE,
      VOICE,
      VIDEO,
      FILE
    }
  }

  /** Several of these in one message, in order. */
  record Several(List<Content> items) implements Content {
    /** Copies the items. */
    public Several {
      items = List.copyOf(items);
    }
  }

  /** A point on the map, with the platform's words for it; empty text if it gave none. */
  record Location(double latitude, double longitude, String label) implements Content {}

  /** A button was pressed: this choice of a message. */
  record Pressed(Reply.Choice choice) implements Content {}

  /** Somebody began to use the desk. */
  record Joined() implements Content {}

  /** Somebody left. */
  record Left() implements Content {}

  /**
   * The platform's directory has somebody, or has them otherwise than before. Empty text wherever
   * it tells nothing of a thing.
   *
   * @param isNew whether they were not in it before
   * @param renamed their account from now on
   * @param name private
   * @param phone private
   * @param area the code of the area that their department stands for
   */
  record Listed(boolean isNew, String renamed, String name, String phone, String area)
      implements Content {
    /** Without who it is. */
    @Override
    public String toString() {
      return "Listed[" + (isNew ? "new " : "") + area + "]";
    }
  }

  /** Somebody opened the chat, as people do many times a day. */
  record Entered() implements Content {}

  /** Nothing was said: a time has come that was waited for. No channel reads it. */
  record Due() implements Content {}

  /** Something a person sent that the desk cannot use, by the platform's name for it. */
  record Unusable(String kind) implements Content {}
}
