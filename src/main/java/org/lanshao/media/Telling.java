package org.lanshao.media;

import java.util.List;
import java.util.stream.Stream;
import org.lanshao.turn.MediaRows.Claimed;
import org.lanshao.turn.MediaRows.Settlement;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/** What people are told when it is known what becomes of something that was sent. */
public interface Telling {
  /** The messages, written together with the settlement; none when nobody is told. */
  List<NewOutgoing> of(Claimed row, Settlement settlement) throws Unavailable;

  /** This, and then what another one tells. */
  default Telling and(Telling other) {
    return (row, settlement) ->
        Stream.concat(of(row, settlement).stream(), other.of(row, settlement).stream()).toList();
  }
}
