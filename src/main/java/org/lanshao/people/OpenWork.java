package org.lanshao.people;

import java.util.List;
import java.util.stream.Stream;
import org.lanshao.directory.Person;
import org.lanshao.form.Wording;
import org.lanshao.turn.Unavailable;

/**
 * The port to what somebody has in hand and others must go on with when they leave: drafts, records
 * with something missing, whatever else there will be. It blocks: call it on a virtual thread.
 */
public interface OpenWork {
  /** There is never anything. */
  OpenWork NONE = (person, wording) -> List.of();

  /**
   * What a person has in hand, a line each in these words, the most urgent first; none if nothing.
   */
  List<String> of(Person person, Wording wording) throws Unavailable;

  /** This, and then what another knows of. */
  default OpenWork and(OpenWork other) {
    return (person, wording) ->
        Stream.concat(of(person, wording).stream(), other.of(person, wording).stream()).toList();
  }
}
