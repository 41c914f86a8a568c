package org.lanshao.turn;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Media;
import org.lanshao.register.FileNumber;

/**
 * The port through which is found, handed over and forgotten what is held of one person. It looks
 * through everything: for a request now and then. Methods block: call them on virtual threads.
 */
public interface PeopleHeld {
  /** Gets what is held, row by row. */
  interface Sink {
    /**
     * A row.
     *
     * @param table where it is kept
     * @param row its columns, private ones opened: texts, whole numbers, bytes as hex
     * @param media the pictures and files that it refers to
     */
    void take(String table, Map<String, Object> row, List<Media.Sent> media) throws Unavailable;
  }

  /** Hands over all that is held of somebody; nothing is changed. */
  void all(Sought sought, Sink sink) throws Unavailable;

  /** How many rows of each table {@link #all} hands over. */
  SortedMap<String, Long> count(Sought sought) throws Unavailable;

  /**
   * Takes somebody out of all that is held, but for what must stay and names nobody: records keep
   * what they count. Doing it twice does nothing more. Who was killed on the way has done some of
   * it: what must be done whole is {@link #begin begun} first.
   *
   * @return how many rows of each table were changed
   */
  SortedMap<String, Long> forget(Sought sought) throws Unavailable;

  /** Keeps, durably and together with its entry in the audit, that somebody is to be forgotten. */
  void begin(Leaver leaver) throws Unavailable;

  /** Who is to be forgotten and was not {@link #end yet}, the first one first. */
  List<Leaver> begun() throws Unavailable;

  /** All of it is done: who it was about is not kept any more. */
  void end(Leaver leaver) throws Unavailable;

  /**
   * Somebody who is to be forgotten; private.
   *
   * @param id a fresh one, of this request
   * @param at when it was asked for
   * @param sought how they are recognised
   * @param number by which the audit tells them: on file, of who worked here, or of the place of
   *     who is named in records alone
   * @param household in which they are on file; empty for all others
   */
  record Leaver(UUID id, Instant at, Sought sought, String number, Optional<FileNumber> household) {
    /** The number alone. */
    @Override
    public String toString() {
      return "Leaver[" + number + "]";
    }
  }

  /**
   * How somebody is recognised.
   *
   * @param marks what belongs to nobody else: telephone and identity numbers, numbers on file
   * @param names by which they are called
   * @param places words that make a name theirs: of the village, the number of the household
   * @param near areas in which a name alone is theirs; empty where others have the same name
   * @param nearby people of the directory who work there
   * @param unique whether nobody else on file has such a name: then it is theirs wherever nothing
   *     tells of a place
   * @param clients their numbers on file
   * @param worker who they are in the directory, where they work here
   */
  record Sought(
      Set<String> marks,
      Set<String> names,
      Set<String> places,
      Set<AreaCode> near,
      Set<PersonId> nearby,
      boolean unique,
      Set<String> clients,
      Collection<PersonId> worker) {
    /** Copies the sets. */
    public Sought {
      marks = Set.copyOf(marks);
      names = Set.copyOf(names);
      places = Set.copyOf(places);
      near = Set.copyOf(near);
      nearby = Set.copyOf(nearby);
      clients = Set.copyOf(clients);
      worker = List.copyOf(worker);
    }

    /** Without whom it is about. */
    @Override
    public String toString() {
      return "Sought";
    }
  }
}
