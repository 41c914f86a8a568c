package org.lanshao.web;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.lanshao.desk.Desk;
import org.lanshao.desk.Mailboxes;
import org.lanshao.desk.notice.NoticeIntake;
import org.lanshao.message.Content;
import org.lanshao.message.Inbound;
import org.lanshao.turn.Unavailable;

/** Hands warnings to the desk, one after the other. */
public final class DeskWarnings implements Warnings {
  private final Mailboxes mailboxes;
  private final Desk desk;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  /** Takes warnings for this desk. */
  public DeskWarnings(Mailboxes mailboxes, Desk desk, InstantSource clock, Supplier<UUID> ids) {
    this.mailboxes = mailboxes;
    this.desk = desk;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public CompletionStage<String> take(byte[] document, Executor here) {
    var answer = new CompletableFuture<String>();
    var inbound = inbound(document);
    boolean taken =
        mailboxes.offer(
            inbound.conversation(),
            () ->
                desk.receive(inbound, reply -> true, here)
                    .whenComplete(
                        (handled, failure) -> {
                          if (failure == null) {
                            answer.complete(handled.reply().parts().getFirst().text());
                          } else {
                            answer.completeExceptionally(failure);
                          }
                        }));
    return taken
        ? answer
        : CompletableFuture.failedStage(
            new Unavailable("busy", new IllegalStateException("mailbox full")));
  }

  /** Each delivery is a message of its own: whether a warning is new its identifier tells. */
  private Inbound inbound(byte[] document) {
    var conversation = NoticeIntake.conversation();
    return new Inbound(
        conversation.channel(),
        ids.get().toString(),
        conversation.chat(),
        conversation.account(),
        new Content.Text(NoticeIntake.text(document)),
        clock.instant());
  }
}
