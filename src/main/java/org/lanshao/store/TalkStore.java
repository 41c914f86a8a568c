package org.lanshao.store;

import java.util.List;
import org.lanshao.turn.Talks;
import org.lanshao.turn.Unavailable;

/** All that was said, read from the table {@code turn}. */
final class TalkStore implements Talks {
  private final TurnTable turns;
  private final Readers readers;

  TalkStore(TurnTable turns, Readers readers) {
    this.turns = turns;
    this.readers = readers;
  }

  @Override
  public List<String> conversations() throws Unavailable {
    return readers.read(TurnTable::conversations);
  }

  @Override
  public List<String> events(String conversation) throws Unavailable {
    return readers.read(link -> turns.events(link, conversation));
  }
}
