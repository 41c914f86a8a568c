package org.lanshao.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanshao.message.Chat;
import org.lanshao.message.Inbound;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.turn.NewOutgoing;

/** Replies as outgoing rows, for those that a response cannot carry. */
final class Replies {
  private final Supplier<UUID> ids;

  Replies(Supplier<UUID> ids) {
    this.ids = ids;
  }

  /** One row for each message of the reply, in order, unique for the turn. */
  List<NewOutgoing> outgoing(Inbound inbound, Reply reply, long seq, Instant at) {
    var rows = new ArrayList<NewOutgoing>();
    String turn = "reply:" + inbound.conversation().key() + ":" + seq + ":";
    for (Reply.Part part : reply.parts()) {
      String once = turn + rows.size();
      rows.add(new NewOutgoing(ids.get(), inbound.channel(), target(inbound), part, once, at));
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
