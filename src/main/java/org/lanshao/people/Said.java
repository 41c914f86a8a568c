package org.lanshao.people;

import java.time.ZonedDateTime;
import java.util.Map;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.Proposal;
import org.lanshao.form.Phrase;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;

/**
 * Words of a known person, with all that they are understood by.
 *
 * @param text what was said; private
 * @param speaker who said it
 * @param place where
 * @param directory as it stands
 * @param wording in every language
 * @param now the moment, in the zone whose days are counted
 */
public record Said(
    String text,
    Person speaker,
    Place place,
    Directory directory,
    Wording wording,
    ZonedDateTime now) {
  /**
   * Where something is said.
   *
   * @param origin the channel, and the account there
   * @param kind of the channel
   * @param group the id of the group; empty text in private
   * @param busy whether a form waits there for an answer
   */
  public record Place(Proposal.Origin origin, String kind, String group, boolean busy) {
    /** Whether it is a group. */
    public boolean isGroup() {
      return !group.isEmpty();
    }
  }

  /** The same with other words. */
  Said saying(String words) {
    return new Said(words, speaker, place, directory, wording, now);
  }

  /** The wording in the speaker's language. */
  Wording words() {
    return wording.in(speaker.language());
  }

  String say(Phrase phrase, Map<String, String> slots) {
    return words().say(phrase, slots);
  }

  /** Said to somebody else, in their language. */
  String sayTo(Person other, Phrase phrase, Map<String, String> slots) {
    return wording.in(other.language()).say(phrase, slots);
  }

  /** Says this and changes nothing. */
  Outcome reply(Phrase phrase, Map<String, String> slots) {
    return Outcome.say(Reply.of(say(phrase, slots)));
  }

  /** Says this and changes nothing. */
  Outcome reply(Phrase phrase) {
    return reply(phrase, Map.of());
  }

  /** Without the words. */
  @Override
  public String toString() {
    return "Said[" + speaker + "]";
  }
}
