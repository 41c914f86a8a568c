package org.lanshao.store;

import java.time.Instant;
import java.util.List;
import org.lanshao.turn.Cause;
import org.lanshao.turn.SentCards;
import org.lanshao.turn.Unavailable;

/** What is asked of cards, each on a connection that reads. */
record CardStore(CardTable cards, Readers readers) implements SentCards {
  @Override
  public List<Sent> cards(Cause cause, Instant since) throws Unavailable {
    return readers.read(link -> cards.find(link, cause, since));
  }

  @Override
  public List<Cause> causes(String begin, Instant since) throws Unavailable {
    return readers.read(link -> CardTable.causes(link, begin, since));
  }
}
