package org.lanshao.turn;

import java.util.List;

/** The port to all that was said, for reports that fold it again. Methods block. */
public interface Talks {
  /** The key of every conversation that ever had a turn, in order. */
  List<String> conversations() throws Unavailable;

  /** The events of each turn of a conversation, as versioned JSON, oldest first. */
  List<String> events(String conversation) throws Unavailable;
}
