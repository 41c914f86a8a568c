package org.lanshao.desk.talk;

import java.util.Map;
import java.util.Optional;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.turn.Facts;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Unavailable;

/**
 * Goes on in private with words that somebody wrote in a group and that name people: they are taken
 * as if they had been said in private, and the group gets nothing of them.
 */
public final class Asides {
  /** The words were said a moment ago; so many turns may have followed in the group. */
  private static final int MOST_TURNS = 50;

  private static final char END = '/';

  private final Facts facts;
  private final Addresses addresses;
  private final Speech speech;
  private final Surroundings surroundings;

  /** By the private talks that people can be written to in. */
  public Asides(Facts facts, Speech speech, Surroundings surroundings) {
    this.facts = facts;
    this.addresses = new Addresses(surroundings);
    this.speech = speech;
    this.surroundings = surroundings;
  }

  /**
   * What goes on in private with a turn of a group.
   *
   * @param about the group, as the timer has it
   * @param talk the private one
   * @param names whether people are named in it, so that it is to be recalled
   */
  public record Aside(String about, ConversationId talk, boolean names) {}

  /** What is said to people. */
  public Speech speech() {
    return speech;
  }

  /** The private talk with somebody; empty when they cannot be written to. */
  public static Optional<ConversationId> talk(PersonId person, Addresses addresses) {
    return addresses
        .of(person)
        .flatMap(
            address ->
                address.target() instanceof Target.ToPerson(String account)
                    ? Optional.of(
                        new ConversationId(address.channel(), new Chat.Private(), account))
                    : Optional.empty());
  }

  /**
   * Goes on in private.
   *
   * @param refusal what is said where nobody can be written to in private
   */
  public Decision decide(Heard heard, String what, boolean names, String refusal) {
    var talk = talk(heard.speaker().id(), addresses);
    if (talk.isEmpty() || !(heard.chat() instanceof Chat.Group(String group))) {
      return Decision.say(speech.askAgain(Reply.of(refusal), heard));
    }
    var said = speech.words(heard).say(DeskWords.ASIDE, Map.of("what", what));
    var about = heard.where().channel().text() + END + group;
    return Decision.say(speech.askAgain(Reply.of(said), heard))
        .with(new Effect.GoOn(new Aside(about, talk.get(), names)));
  }

  /** The words that a private talk goes on with; empty when they are not kept any more. */
  public Optional<String> words(Timers.Due due, Person speaker) throws Unavailable {
    int end = due.about().indexOf(END);
    var channel = new ChannelName(due.about().substring(0, end));
    var kind = surroundings.channels().apply(channel).kind();
    var account = surroundings.directory().account(speaker.id(), kind);
    if (account.isEmpty()) {
      return Optional.empty();
    }
    var group = new Chat.Group(due.about().substring(end + 1));
    var where = new ConversationId(channel, group, account.get());
    return facts.said(where, MOST_TURNS).stream()
        .filter(said -> said.at().toEpochMilli() == due.since().toEpochMilli())
        .map(Facts.Said::text)
        .findFirst();
  }

  /** The timer that rings at once. */
  public NewTimer timer(Aside aside, Coming coming) {
    var id = surroundings.ids().get();
    var now = surroundings.clock().instant();
    return new NewTimer(
        id, NewTimer.Kind.ASIDE, aside.talk(), now, coming.inbound().receivedAt(), aside.about());
  }
}
