package org.lanshao.desk.talk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.directory.Group;
import org.lanshao.directory.PersonId;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.Inbound;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Pieces;
import org.lanshao.message.Reply;
import org.lanshao.people.Outcome;
import org.lanshao.turn.Cause;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewOutgoing.Terms;

/** Replies as outgoing rows, for those that a response cannot carry. */
public final class Replies {
  private final Surroundings surroundings;

  /** By what the channels of these surroundings can carry. */
  public Replies(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * One row for each message of the reply, in order, unique for the turn. What the channel cannot
   * carry in one message becomes several.
   */
  public List<NewOutgoing> outgoing(Inbound inbound, Reply reply, long seq, Instant at) {
    var capabilities = surroundings.channels().apply(inbound.channel()).capabilities();
    var rows = new ArrayList<NewOutgoing>();
    String turn = "reply:" + inbound.conversation().key() + ":" + seq + ":";
    for (Reply.Part part : inbound.back().isEmpty() ? reply.parts() : joined(reply)) {
      for (Reply.Part piece : Pieces.of(part, capabilities)) {
        UUID id = surroundings.ids().get();
        String once = turn + rows.size();
        rows.add(
            new NewOutgoing(id, inbound.channel(), target(inbound), piece, once, at, Terms.REPLY));
      }
    }
    return rows;
  }

  /**
   * A message to somebody else, on the channel through which this one came; none where they have no
   * account there.
   *
   * @param once what makes it one message, however often it is asked for
   */
  public List<NewOutgoing> notice(
      Inbound inbound, PersonId person, String text, String once, Instant at) {
    var traits = surroundings.channels().apply(inbound.channel());
    var part = new Reply.Part(text, List.of());
    return surroundings.directory().account(person, traits.kind()).stream()
        .map(account -> new Addresses.Address(inbound.channel(), new Target.ToPerson(account)))
        .flatMap(address -> to(address, part, once, at, Terms.NOTICE).stream())
        .toList();
  }

  /** A message to an address. */
  public List<NewOutgoing> to(
      Addresses.Address address, Reply.Part part, String once, Instant at, Terms terms) {
    var traits = surroundings.channels().apply(address.channel());
    var rows = new ArrayList<NewOutgoing>();
    for (Reply.Part piece : Pieces.of(part, traits.capabilities())) {
      var id = surroundings.ids().get();
      var own = once + ":" + rows.size();
      rows.add(new NewOutgoing(id, address.channel(), address.target(), piece, own, at, terms));
    }
    return rows;
  }

  /** A message to somebody who is told what others did, or asked to decide. */
  public List<NewOutgoing> notice(
      Inbound inbound, Outcome.Notice notice, String once, Optional<Cause> cause) {
    var at = surroundings.clock().instant();
    var terms = new Terms(Lane.NOTICE, Optional.empty(), cause);
    var rows = new ArrayList<NewOutgoing>();
    var address = address(inbound, notice.to());
    if (address.isPresent()) {
      var channel = address.get().channel();
      var capabilities = surroundings.channels().apply(channel).capabilities();
      for (Reply.Part piece : Pieces.of(notice.part(), capabilities)) {
        var id = surroundings.ids().get();
        var target = address.get().target();
        rows.add(new NewOutgoing(id, channel, target, piece, once + ":" + rows.size(), at, terms));
      }
    }
    return rows;
  }

  private record Address(ChannelName channel, Target target) {}

  private Optional<Address> address(Inbound inbound, Outcome.To to) {
    return switch (to) {
      case Outcome.To.Known(PersonId person) -> {
        var kind = surroundings.channels().apply(inbound.channel()).kind();
        yield surroundings
            .directory()
            .account(person, kind)
            .map(account -> new Address(inbound.channel(), new Target.ToPerson(account)));
      }
      case Outcome.To.Account(String channel, String account) ->
          Optional.of(new Address(new ChannelName(channel), new Target.ToPerson(account)));
      case Outcome.To.Chat(String channel, String send) ->
          Optional.of(new Address(new ChannelName(channel), new Target.ToGroup(send)));
    };
  }

  /** What can be answered once is answered with all there is. */
  private static List<Reply.Part> joined(Reply reply) {
    var texts = reply.parts().stream().map(Reply.Part::text).toList();
    return reply.parts().size() < 2
        ? reply.parts()
        : List.of(reply.parts().getLast().saying(String.join("\n\n", texts)));
  }

  private Target target(Inbound inbound) {
    if (!inbound.back().isEmpty()) {
      return new Target.Back(inbound.account(), inbound.back());
    }
    return switch (inbound.chat()) {
      case Chat.Private() -> new Target.ToPerson(inbound.account());
      case Chat.Group(String id) -> new Target.ToGroup(send(inbound.channel(), id));
    };
  }

  /** Where a group that is heard is written to; the group's id where nobody has entered it. */
  private String send(ChannelName channel, String chat) {
    return surroundings
        .directory()
        .heard(channel.text(), chat)
        .map(Group::send)
        .filter(send -> !send.isEmpty())
        .orElse(chat);
  }
}
