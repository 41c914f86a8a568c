package org.lanshao.web;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.lanshao.channel.Channel;
import org.lanshao.channel.RawResponse;
import org.lanshao.message.Content;
import org.lanshao.message.Extras;
import org.lanshao.message.Extras.Attachment;
import org.lanshao.message.Inbound;
import org.lanshao.message.Reply;

/** A desk that says back what it hears, offers choices for 菜单, and sends the picture of 图. */
final class EchoDesk implements Reception {
  final Queue<Inbound> heard = new ConcurrentLinkedQueue<>();

  @Override
  public Future<RawResponse> receive(Channel channel, Inbound inbound, Executor here) {
    heard.add(inbound);
    return Future.succeededFuture(
        channel
            .answer(inbound, reply(inbound.content()), Instant.EPOCH)
            .orElse(RawResponse.EMPTY_OK));
  }

  private static Reply reply(Content content) {
    if (!(content instanceof Content.Text(String text))) {
      return Reply.of("按了");
    }
    if (text.startsWith("图 ")) {
      var file = new Attachment(Attachment.Kind.IMAGE, text.substring(2), "走访.png");
      return new Reply(List.of(new Reply.Part("走访 3户", List.of(), Extras.file(file))));
    }
    return text.equals("菜单")
        ? Reply.of(
            "要做什么？\n1 走访\n2 宣传", List.of(new Reply.Choice("走访", "1"), new Reply.Choice("宣传", "2")))
        : Reply.of("听到：" + text);
  }
}
