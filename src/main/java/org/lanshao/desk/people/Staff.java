package org.lanshao.desk.people;

import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.lanshao.desk.talk.Coming;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Proposal;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Reply;
import org.lanshao.people.Fresh;
import org.lanshao.people.OpenWork;
import org.lanshao.people.Outcome;
import org.lanshao.people.PeopleDesk;
import org.lanshao.people.PeopleWords;
import org.lanshao.people.Said;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * Brings what is said about people, duty and groups, and by unknown senders, before {@link
 * PeopleDesk}.
 */
public final class Staff {
  private final PeopleDesk people;
  private final Surroundings surroundings;

  /** By what people have in hand. */
  public Staff(Facts facts, OpenWork work, Surroundings surroundings) {
    this.people = new PeopleDesk(fresh(facts, surroundings), work);
    this.surroundings = surroundings;
  }

  private static Fresh fresh(Facts facts, Surroundings surroundings) {
    return new Fresh() {
      @Override
      public long number(String kind) throws Unavailable {
        return facts.nextNumber(kind);
      }

      /** Of the random part of an id. */
      @Override
      public String code() {
        long random = surroundings.ids().get().getLeastSignificantBits();
        return Long.toString(100_000 + Math.floorMod(random, 900_000L));
      }
    };
  }

  /** What follows from a person's words; empty when they are about something else. */
  public Optional<Outcome> answer(Heard heard) throws Unavailable {
    boolean busy = heard.talk().inHand().isPresent();
    return people.answer(
        new Said(
            heard.text(),
            heard.speaker(),
            place(heard.where(), busy),
            surroundings.directory(),
            surroundings.wording(),
            now()));
  }

  /** To somebody who left, to a newcomer who introduces themselves, and to any other stranger. */
  public Decision unknown(Coming coming) throws Unavailable {
    var inbound = coming.inbound();
    Wording wording = surroundings.wording();
    var place = place(inbound.conversation(), false);
    if (inbound.content() instanceof Content.Listed listed) {
      return told(Optional.of(listed), coming);
    }
    var before = surroundings.directory().known(place.kind(), inbound.account());
    if (before.isPresent()) {
      return Decision.say(Reply.of(wording.in(before.get().language()).say(PeopleWords.GONE)));
    }
    var outcome =
        inbound.content() instanceof Content.Text(String text)
            ? people.newcomer(text, place, surroundings.directory(), wording, now())
            : Optional.<Outcome>empty();
    return outcome
        .map(Decision::of)
        .orElseGet(
            () ->
                Decision.say(
                    Reply.of(
                        wording.say(
                            DeskWords.UNKNOWN_SENDER, Map.of("account", inbound.account())))));
  }

  /** The platform's directory has somebody like this; empty when it has them no more. */
  public Decision told(Optional<Content.Listed> listed, Coming coming) throws Unavailable {
    return people
        .told(
            listed,
            place(coming.inbound().conversation(), false),
            surroundings.directory(),
            surroundings.wording(),
            now())
        .map(Decision::of)
        .orElseGet(Decision::nothing);
  }

  private Said.Place place(ConversationId where, boolean busy) {
    var origin = new Proposal.Origin(where.channel().text(), where.account());
    var kind = surroundings.channels().apply(where.channel()).kind();
    var group = where.chat() instanceof Chat.Group(String id) ? id : "";
    return new Said.Place(origin, kind, group, busy);
  }

  private ZonedDateTime now() {
    return ZonedDateTime.now(surroundings.clock());
  }
}
