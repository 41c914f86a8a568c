package org.lanshao.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lanshao.directory.PersonId;
import org.lanshao.message.Chat;
import org.lanshao.message.Inbound;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.message.Splitting;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewOutgoing.Terms;

/** Replies as outgoing rows, for those that a response cannot carry. */
final class Replies {
  private final Surroundings surroundings;

  Replies(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * One row for each message of the reply, in order, unique for the turn. A text longer than the
   * channel takes becomes several; the choices go with its last piece.
   */
  List<NewOutgoing> outgoing(Inbound inbound, Reply reply, long seq, Instant at) {
    int most = surroundings.channels().apply(inbound.channel()).capabilities().maxTextBytes();
    var rows = new ArrayList<NewOutgoing>();
    String turn = "reply:" + inbound.conversation().key() + ":" + seq + ":";
    for (Reply.Part part : reply.parts()) {
      for (Reply.Part piece : pieces(part, most)) {
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
      for (Reply.Part piece :
          pieces(new Reply.Part(text, List.of()), traits.capabilities().maxTextBytes())) {
        var id = surroundings.ids().get();
        rows.add(
            new NewOutgoing(
                id, inbound.channel(), target, piece, once + ":" + rows.size(), at, Terms.NOTICE));
      }
    }
    return rows;
  }

  private static List<Reply.Part> pieces(Reply.Part part, int most) {
    var texts = Splitting.parts(part.text(), most);
    var pieces = new ArrayList<Reply.Part>();
    for (String text : texts) {
      boolean last = pieces.size() == texts.size() - 1;
      pieces.add(new Reply.Part(text, last ? part.choices() : List.of()));
    }
    return pieces;
  }

  private static Target target(Inbound inbound) {
    return switch (inbound.chat()) {
      case Chat.Private() -> new Target.ToPerson(inbound.account());
      case Chat.Group(String id) -> new Target.ToGroup(id);
    };
  }
}
