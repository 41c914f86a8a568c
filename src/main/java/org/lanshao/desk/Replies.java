package org.lanshao.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lanshao.directory.PersonId;
import org.lanshao.message.Chat;
import org.lanshao.message.Inbound;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Pieces;
import org.lanshao.message.Reply;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewOutgoing.Terms;

/** Replies as outgoing rows, for those that a response cannot carry. */
final class Replies {
  private final Surroundings surroundings;

  Replies(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * One row for each message of the reply, in order, unique for the turn. What the channel cannot
   * carry in one message becomes several.
   */
  List<NewOutgoing> outgoing(Inbound inbound, Reply reply, long seq, Instant at) {
    var capabilities = surroundings.channels().apply(inbound.channel()).capabilities();
    var rows = new ArrayList<NewOutgoing>();
    String turn = "reply:" + inbound.conversation().key() + ":" + seq + ":";
    for (Reply.Part part : reply.parts()) {
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
  List<NewOutgoing> notice(Inbound inbound, PersonId person, String text, String once, Instant at) {
    var traits = surroundings.channels().apply(inbound.channel());
    var account = surroundings.directory().account(person, traits.kind());
    var rows = new ArrayList<NewOutgoing>();
    if (account.isPresent()) {
      var target = new Target.ToPerson(account.get());
      for (Reply.Part piece : Pieces.of(new Reply.Part(text, List.of()), traits.capabilities())) {
        var id = surroundings.ids().get();
        rows.add(
            new NewOutgoing(
                id, inbound.channel(), target, piece, once + ":" + rows.size(), at, Terms.NOTICE));
      }
    }
    return rows;
  }

  private static Target target(Inbound inbound) {
    return switch (inbound.chat()) {
      case Chat.Private() -> new Target.ToPerson(inbound.account());
      case Chat.Group(String id) -> new Target.ToGroup(id);
    };
  }
}
